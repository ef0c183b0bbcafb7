package luotuo.job;

import java.util.List;

/// What is wrong, as a key and its arguments; the edge puts it into words of the user's language.
///
/// @param key the key of a message, such as `import.exists`
/// @param arguments what the message's places `{0}`, `{1}` … are filled with
public record Problem(String key, List<String> arguments) {
  public Problem {
    arguments = List.copyOf(arguments);
  }

  public static Problem of(String key, Object... arguments) {
    return new Problem(key, List.of(arguments).stream().map(String::valueOf).toList());
  }
}
