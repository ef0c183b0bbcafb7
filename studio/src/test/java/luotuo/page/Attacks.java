package luotuo.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Words that try to run a script: `attacks.txt`, one a line.
///
/// Each calls `attack` with its number, which a [Browser] counts as harm.
final class Attacks {
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private Attacks() {}

  static List<String> all() {
    try {
      Path file =
          Path.of(System.getProperty("luotuo.root"), "studio/src/test/resources/attacks.txt");
      return Files.readString(file).lines().map(Attacks::plain).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each on a line of its own, as text files can hold it.
  static List<String> lines() {
    return all().stream().map(one -> one.replaceAll("\\R", " ").replace("\0", "")).toList();
  }

  /// `\n` and `\u2028` become what they stand for.
  private static String plain(String line) {
    String signs =
        ESCAPED
            .matcher(line)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    return signs.replace("\\n", "\n");
  }
}
