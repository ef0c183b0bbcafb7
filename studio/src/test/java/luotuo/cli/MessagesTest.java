package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.job.Problem;
import org.junit.jupiter.api.Test;

/// Every message that the sources use exists in both languages with as many places as it has
/// arguments, and there are no others.
class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z]+)*\\.?)\"");
  private static final Pattern CALL =
      Pattern.compile(
          "(?:(?:Failure|Problem|messages|messages\\(\\))\\s*\\.\\s*of|words)\\(\\s*\"([a-zA-Z.]+)\"\\s*(?=[,)])");

  /// Names of files, and of OpenAI's objects.
  private static final Pattern OTHER =
      Pattern.compile(".*\\.(yaml|json|jsonl|txt|onnx|db|log|md)|chat\\.completion(\\.chunk)?");

  private final Map<String, String> english = read("en");
  private final Map<String, String> chinese = read("zh");
  private final String sources = sources();

  private static Map<String, String> read(String language) {
    Map<String, String> messages = new TreeMap<>();
    for (String name : List.of("app/problems", "cli/messages")) {
      properties("/luotuo/" + name + "_" + language + ".properties")
          .forEach(
              (key, value) ->
                  assertNull(messages.put(key.toString(), value.toString()), key + " is twice"));
    }
    return messages;
  }

  private static Properties properties(String resource) {
    Properties properties = new Properties();
    try (var in = Messages.class.getResourceAsStream(resource)) {
      properties.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      return properties;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String sources() {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all.toString();
  }

  @Test
  void bothLanguagesSayTheSame() {
    assertEquals(english.keySet(), chinese.keySet());
    english.forEach(
        (key, text) -> assertEquals(places(text), places(chinese.getOrDefault(key, "")), key));
    chinese.forEach((key, text) -> assertFalse(text.isBlank(), key));
  }

  @Test
  void everyKeyInTheSourcesHasAMessage() {
    Set<String> heads = new TreeSet<>();
    english.keySet().forEach(key -> heads.add(key.substring(0, key.indexOf('.') + 1)));
    Set<String> missing = new TreeSet<>();
    for (String literal : literals()) {
      boolean keyLike = heads.stream().anyMatch(literal::startsWith);
      boolean known = english.keySet().stream().anyMatch(key -> matches(literal, key));
      if (keyLike && !known && !OTHER.matcher(literal).matches()) {
        missing.add(literal);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyMessageIsUsed() {
    Set<String> literals = literals();
    Set<String> unused = new TreeSet<>(english.keySet());
    unused.removeIf(key -> literals.stream().anyMatch(literal -> matches(literal, key)));
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyCallFillsAllPlaces() {
    Map<String, String> wrong = new TreeMap<>();
    Matcher call = CALL.matcher(sources);
    int calls = 0;
    while (call.find()) {
      String key = call.group(1);
      int given = arguments(sources, call.end());
      int wanted = places(english.getOrDefault(key, "")).size();
      if (given != wanted) {
        wrong.put(key, given + " arguments for " + wanted + " places");
      }
      calls++;
    }
    assertEquals(Map.of(), wrong);
    assertFalse(calls < 80, "only " + calls + " calls were looked at");
  }

  @Test
  void argumentsAreNotFilledAgain() {
    Messages messages = Messages.in("en");
    assertEquals("“{1}”", messages.of("reply.quote", "{1}"));
    assertEquals("There is no file {0}.", messages.of(Problem.of("file.missing", "{0}")));
  }

  @Test
  void anUnknownKeyIsShownWithItsArguments() {
    assertEquals("nobody.knows [1]", Messages.in("zh").of(Problem.of("nobody.knows", 1)));
  }

  /// A literal that ends in a point begins a family of keys.
  private static boolean matches(String literal, String key) {
    return literal.equals(key) || (literal.endsWith(".") && key.startsWith(literal));
  }

  private Set<String> literals() {
    Set<String> literals = new TreeSet<>();
    LITERAL.matcher(sources).results().forEach(found -> literals.add(found.group(1)));
    return literals;
  }

  private static Set<String> places(String message) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(message).results().forEach(found -> places.add(found.group(1)));
    return places;
  }

  /// How many arguments follow the key, up to the call's closing parenthesis.
  private static int arguments(String text, int at) {
    int depth = 0;
    int count = 0;
    for (int i = at; depth >= 0; i++) {
      switch (text.charAt(i)) {
        case '(', '{' -> depth++;
        case ')', '}' -> depth--;
        case ',' -> count += depth == 0 ? 1 : 0;
        case '"' -> i = text.indexOf('"', i + 1);
        default -> {}
      }
    }
    return count;
  }
}
