package luotuo.app.shape;

import java.util.List;
import java.util.Locale;
import luotuo.prompt.Prompt;

/// A prompt as JSON.
public record PromptShape(int tokens, List<PartShape> parts, List<MessageShape> messages) {
  public record PartShape(String kind, int tokens, List<String> leftOut, String text) {}

  public record MessageShape(String role, String text) {}

  public static PromptShape of(Prompt prompt) {
    return new PromptShape(
        prompt.tokens(),
        prompt.parts().stream()
            .map(
                part ->
                    new PartShape(
                        part.kind().name().toLowerCase(Locale.ROOT),
                        part.tokens(),
                        part.leftOut(),
                        part.text()))
            .toList(),
        prompt.messages().stream().map(m -> new MessageShape(m.role().id(), m.text())).toList());
  }
}
