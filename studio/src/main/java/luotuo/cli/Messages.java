package luotuo.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import luotuo.job.Problem;

/// The words of one language. A place `{0}` in a message is filled with the first argument.
final class Messages {
  private final ResourceBundle messages;
  private final String language;

  private Messages(String language) {
    this.language = language;
    this.messages = bundle("messages", language);
  }

  /// @param language `zh` or `en`
  static Messages in(String language) {
    return new Messages(language);
  }

  /// What picocli says in help texts.
  ResourceBundle help() {
    return bundle("help", language);
  }

  String of(String key, Object... arguments) {
    return fill(key, List.of(arguments).stream().map(String::valueOf).toList());
  }

  String of(Problem problem) {
    return fill(problem.key(), problem.arguments());
  }

  private String fill(String key, List<String> arguments) {
    if (!messages.containsKey(key)) {
      return key + " " + arguments;
    }
    return filled(messages.getString(key), arguments);
  }

  /// One pass, so that a place in an argument stays what it is.
  private static String filled(String message, List<String> arguments) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < message.length()) {
      int argument = placeAt(message, at);
      if (argument >= 0 && argument < arguments.size()) {
        text.append(arguments.get(argument));
        at += 3;
      } else {
        text.append(message.charAt(at++));
      }
    }
    return text.toString();
  }

  private static int placeAt(String message, int at) {
    boolean place =
        at + 2 < message.length() && message.charAt(at) == '{' && message.charAt(at + 2) == '}';
    return place ? Character.digit(message.charAt(at + 1), 10) : -1;
  }

  private static ResourceBundle bundle(String name, String language) {
    String resource = "/luotuo/cli/" + name + "_" + language + ".properties";
    try (var in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return new PropertyResourceBundle(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
