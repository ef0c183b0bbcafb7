package luotuo.cli;

import java.util.List;
import java.util.Locale;
import luotuo.prompt.Prompt;

/// A prompt as it was sent, part by part with its tokens.
final class PromptText {
  private static final int NAMED = 6;
  private static final int WIDE = 24;

  private final Session session;
  private final Output output;

  PromptText(Session session) {
    this.session = session;
    this.output = session.output();
  }

  void show(Prompt prompt) {
    for (Prompt.Part part : prompt.parts()) {
      if (part.tokens() == 0 && part.leftOut().isEmpty()) {
        continue;
      }
      output.dim(heading(part));
      if (!part.text().isEmpty()) {
        output.line(Printable.text(part.text()));
      }
    }
    output.dim(session.words("prompt.total", prompt.tokens(), prompt.messages().size()));
  }

  private String heading(Prompt.Part part) {
    String name = session.words("prompt.part." + part.kind().name().toLowerCase(Locale.ROOT));
    String heading = session.words("prompt.heading", name, part.tokens());
    return part.leftOut().isEmpty()
        ? heading
        : heading + " · " + session.words("prompt.leftOut", part.leftOut().size(), named(part));
  }

  private static String named(Prompt.Part part) {
    List<String> some =
        part.leftOut().stream().limit(NAMED).map(text -> Columns.cut(text, WIDE)).toList();
    return String.join(", ", some) + (part.leftOut().size() > NAMED ? " …" : "");
  }
}
