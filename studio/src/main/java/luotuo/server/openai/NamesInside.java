package luotuo.server.openai;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.persona.Persona;
import luotuo.server.openai.Dialogue.Message;

/// Clients that write who speaks into the words: `Anon: hello`, `李鲁鲁：你好`. Where the assistant's
/// messages begin so with the persona's name, names are taken out of the words, the user's too.
record NamesInside(Persona persona) {
  private static final Pattern NAMED =
      Pattern.compile("(?s)\\s*([^\\s:：][^:：\\n]{0,39})[:：]\\s*(.*)");

  List<Message> named(List<Message> messages) {
    boolean inside =
        messages.stream()
            .anyMatch(
                message -> {
                  Matcher named = NAMED.matcher(message.text());
                  return message.is("assistant") && named.matches() && isPersona(named.group(1));
                });
    return inside ? messages.stream().map(this::named).toList() : messages;
  }

  private Message named(Message message) {
    Matcher named = NAMED.matcher(message.text());
    if (message.is("system") || !named.matches()) {
      return message;
    }
    return message.is("user") || isPersona(named.group(1))
        ? new Message(message.role(), named.group(1).strip(), named.group(2).strip())
        : message;
  }

  private boolean isPersona(String name) {
    return persona.is(name.strip());
  }
}
