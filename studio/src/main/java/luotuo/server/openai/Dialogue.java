package luotuo.server.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import luotuo.job.Failure;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import org.jspecify.annotations.Nullable;

/// A client's messages as a talk with a persona.
///
/// The last words of the user are the question. What the assistant said after them was begun
/// already, and more is wanted. A talk that the assistant began was opened by a greeting.
///
/// @param wishes what system messages say, wherever they stand
/// @param turns what was said before the question, and the replies
/// @param asker who asks; empty where nobody in particular
/// @param begun of the reply to the question; empty where nothing was
record Dialogue(String wishes, List<Turn> turns, String asker, String question, String begun) {
  Dialogue {
    turns = List.copyOf(turns);
  }

  /// @param asker empty where nobody in particular
  record Turn(String asker, String said, String replied) {}

  /// A message as it came.
  ///
  /// @param role `system`, `user` or `assistant`
  /// @param name of who speaks; empty where the client does not say
  record Message(String role, String name, String text) {
    boolean is(String other) {
      return role.equals(other);
    }
  }

  /// @throws Failure `openai.value` or `openai.part`, or `openai.messages` where there are none
  static List<Message> messages(List<?> given) {
    if (given.isEmpty()) {
      throw Failure.of("openai.messages", "messages");
    }
    List<Message> messages = new ArrayList<>();
    for (Object each : given) {
      if (!(each instanceof Map<?, ?> map)) {
        throw Given.wrong("messages");
      }
      Given message = new Given(map);
      role(message.text("role").orElse(""))
          .ifPresent(
              role ->
                  messages.add(
                      new Message(
                          role, message.text("name").orElse(""), text(message.any("content")))));
    }
    return messages;
  }

  /// What tools say is no part of the talk.
  private static Optional<String> role(String role) {
    return switch (role) {
      case "system", "developer" -> Optional.of("system");
      case "user", "assistant" -> Optional.of(role);
      case "tool", "function" -> Optional.empty();
      default -> throw Given.wrong("messages.role");
    };
  }

  private static String text(@Nullable Object content) {
    return switch (content) {
      case null -> "";
      case String text -> text.strip();
      case List<?> parts -> parts.stream().map(Dialogue::part).collect(Collectors.joining("\n"));
      default -> throw Given.wrong("messages.content");
    };
  }

  private static String part(@Nullable Object part) {
    if (!(part instanceof Map<?, ?> map)) {
      throw Given.wrong("messages.content");
    }
    Given given = new Given(map);
    String type = given.text("type").orElse("text");
    if (!type.endsWith("text")) {
      throw Failure.of("openai.part", "messages.content", type);
    }
    return given.text("text").orElse("").strip();
  }

  static Dialogue of(List<Message> messages, Persona persona) {
    List<Message> said = new NamesInside(persona).named(messages);
    String wishes =
        said.stream()
            .filter(m -> m.is("system"))
            .map(Message::text)
            .collect(Collectors.joining("\n\n"));
    List<Turn> turns = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    StringBuilder reply = new StringBuilder();
    String asker = "";
    for (Message message : said) {
      if (message.is("user")) {
        if (!reply.isEmpty()) {
          turns.add(turn(asker, words, reply, persona));
          asker = "";
        }
        asker = message.name().isEmpty() ? asker : message.name();
        add(words, message.text());
      } else if (message.is("assistant")) {
        add(reply, message.text());
      }
    }
    String question = words.isEmpty() ? hello(persona) : words.toString();
    return new Dialogue(wishes.strip(), turns, asker, question, reply.toString());
  }

  private static void add(StringBuilder to, String text) {
    if (!text.isBlank()) {
      to.append(to.isEmpty() ? "" : "\n").append(text);
    }
  }

  private static Turn turn(
      String asker, StringBuilder words, StringBuilder reply, Persona persona) {
    String said = words.isEmpty() ? hello(persona) : words.toString();
    Turn turn = new Turn(asker, said, reply.toString());
    words.setLength(0);
    reply.setLength(0);
    return turn;
  }

  private static String hello(Persona persona) {
    return persona.language() == Language.ZH ? "你好" : "Hello";
  }
}
