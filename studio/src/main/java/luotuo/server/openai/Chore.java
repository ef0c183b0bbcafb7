package luotuo.server.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.json.Json;
import luotuo.persona.Persona;
import luotuo.persona.Questions;
import luotuo.server.openai.Dialogue.Message;

/// What a client wants done about a talk rather than in it, such as a title for it (Open WebUI
/// sends such tasks as a user's message). It is none of the persona's: a language model does it as
/// itself, and where there is none, what can be done without one is done.
///
/// @param messages all that the client sent, whose last is the task
record Chore(List<Message> messages) {
  private static final String MARK = "### Task:";
  private static final Pattern WANTED = Pattern.compile("\"(title|tags|follow_ups|queries)\"");
  private static final Pattern ASKED = Pattern.compile("(?m)^USER: (.+)$");
  private static final int TITLE = 24;
  private static final int QUESTIONS = 3;

  static Optional<Chore> of(List<Message> messages) {
    boolean chore =
        !messages.isEmpty()
            && messages.getLast().is("user")
            && messages.getLast().text().startsWith(MARK);
    return chore ? Optional.of(new Chore(messages)) : Optional.empty();
  }

  /// As a model is given it.
  List<luotuo.model.Message> given() {
    List<luotuo.model.Message> given = new ArrayList<>();
    for (Message message : messages) {
      given.add(
          switch (message.role()) {
            case "system" -> luotuo.model.Message.system(message.text());
            case "assistant" -> luotuo.model.Message.assistant(message.text());
            default -> luotuo.model.Message.user(message.text());
          });
    }
    return given;
  }

  /// Done without a language model; an empty object where that cannot be.
  String plain(Persona persona) {
    Matcher wanted = WANTED.matcher(task());
    String key = wanted.find() ? wanted.group(1) : "";
    return switch (key) {
      case "title" -> "{\"title\":" + Json.write(title(persona)) + "}";
      case "tags" -> "{\"tags\":" + Json.write(List.of(persona.name())) + "}";
      case "follow_ups" ->
          "{\"follow_ups\":" + Json.write(Questions.propose(persona, QUESTIONS)) + "}";
      case "queries" -> "{\"queries\":[]}";
      default -> "{}";
    };
  }

  private String task() {
    return messages.getLast().text();
  }

  /// What was asked first, or else whom.
  private String title(Persona persona) {
    Matcher asked = ASKED.matcher(task());
    String first = asked.find() ? asked.group(1).strip() : persona.name();
    int length = Math.min(TITLE, first.codePointCount(0, first.length()));
    return first.substring(0, first.offsetByCodePoints(0, length));
  }
}
