package luotuo.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import luotuo.job.Problem;

/// The words of one language: those of problems, and where asked for those of an interface too. A
/// place `{0}` in them is filled with the first argument.
public final class Sentences {
  private static final Map<String, Sentences> KNOWN = new ConcurrentHashMap<>();

  private final List<ResourceBundle> bundles;

  private Sentences(List<ResourceBundle> bundles) {
    this.bundles = bundles;
  }

  /// What problems are called.
  ///
  /// @param language `zh` or `en`
  public static Sentences in(String language) {
    return KNOWN.computeIfAbsent(
        language, known -> new Sentences(List.of(bundle("app/problems", known))));
  }

  /// These and an interface's own.
  public Sentences and(ResourceBundle more) {
    return new Sentences(List.of(more, bundles.getFirst()));
  }

  /// A file of words that comes with the program.
  ///
  /// @param name such as `cli/help`
  /// @param language `zh` or `en`
  public static ResourceBundle bundle(String name, String language) {
    String resource = "/luotuo/" + name + "_" + language + ".properties";
    try (var in = Sentences.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return new PropertyResourceBundle(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  public String of(String key, Object... arguments) {
    return of(Problem.of(key, arguments));
  }

  /// One whose key is not known is shown as it is.
  public String of(Problem problem) {
    return bundles.stream()
        .filter(bundle -> bundle.containsKey(problem.key()))
        .findFirst()
        .map(bundle -> filled(bundle.getString(problem.key()), problem.arguments()))
        .orElseGet(() -> problem.key() + " " + problem.arguments());
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
}
