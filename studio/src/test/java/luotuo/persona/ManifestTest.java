package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import luotuo.job.Failure;
import luotuo.job.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final Path FILE = Path.of("persona.yaml");

  private static Problem problem(String yaml) {
    return assertThrows(Failure.class, () -> ManifestReader.read(FILE, yaml)).problem();
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheKnownOnes() {
    Problem problem = problem("name: 郝远\nscope: play\ngreting: 你好\n");
    assertEquals("persona.yaml.unknown", problem.key());
    assertEquals(List.of("persona.yaml", "3", "greting"), problem.arguments().subList(0, 3));
    assertTrue(problem.arguments().getLast().contains("greeting"), problem.toString());
  }

  @Test
  void soIsOneOfSmallTalk() {
    Problem problem = problem("smallTalk:\n  hello: [你好]\n  helo: [你好]\n");
    assertEquals("persona.yaml.unknown", problem.key());
    assertEquals(List.of("persona.yaml", "3", "helo"), problem.arguments().subList(0, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: [a, b]           | persona.yaml.shape.text    | name",
        "questions: 你是谁      | persona.yaml.shape.list    | questions",
        "questions: [{a: b}]    | persona.yaml.shape.list    | questions",
        "evasions: [不]         | persona.yaml.shape.lists   | evasions",
        "smallTalk: {hello: 嗨} | persona.yaml.shape.lists   | smallTalk",
        "declineBelow: 高       | persona.yaml.shape.number  | declineBelow",
        "sources: a.txt         | persona.yaml.shape.sources | sources",
        "sources: [{name: a}]   | persona.yaml.shape.sources | sources",
        "scope: fact            | persona.yaml.choice        | scope",
        "language: 中文         | persona.yaml.choice        | language",
      })
  void aWrongValueIsNamedWithItsLine(String line, String key, String name) {
    Problem problem = problem("greeting: 你好\n" + line + "\n");
    assertEquals(key, problem.key());
    assertEquals(List.of("persona.yaml", "2", name), problem.arguments().subList(0, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name: [a", "a: b: c", "- a\n- b", "just text", "name: \"a"})
  void whatIsNoYamlIsAFailure(String yaml) {
    Problem problem = problem(yaml);
    assertEquals("persona.malformed", problem.key());
    assertEquals("persona.yaml", problem.arguments().getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing yet\n"})
  void nothingIsNoError(String yaml) {
    assertEquals(Manifest.NONE, ManifestReader.read(FILE, yaml));
  }

  @Test
  void anyTextsComeBackAsTheyWere() {
    long seed = System.nanoTime();
    System.out.println("ManifestTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Manifest manifest = draw(random);
      String yaml = ManifestYaml.write(manifest);
      assertEquals(manifest, ManifestReader.read(FILE, yaml), yaml);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029", "\uFEFF"})
  void whatYamlTakesForSomethingElseBecomesASpace(String end) {
    Persona persona = Persona.of("a" + end + "- b", Language.EN, Scope.PLAY, List.of());
    String yaml = ManifestYaml.write(Manifest.of(persona, List.of()));
    assertEquals(Optional.of("a - b"), ManifestReader.read(FILE, yaml).name());
  }

  private static Manifest draw(Random random) {
    return new Manifest(
        Optional.of("x" + text(random) + "x"),
        texts(random),
        Optional.of(Language.EN),
        Optional.of(Scope.FACTS),
        text(random),
        text(random),
        texts(random),
        texts(random),
        Map.of("平静", texts(random)),
        new LinkedHashMap<>(Map.of("who", texts(random))),
        random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
        List.of(new Provenance("a" + text(random), "0123", "plain")));
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      texts.add(text(random));
    }
    return texts;
  }

  private static String text(Random random) {
    List<String> pieces =
        List.of(
            "骆驼",
            "007",
            "1e3",
            "true",
            "null",
            "~",
            "yes",
            "- ",
            "? ",
            ": ",
            "#",
            " #",
            "'",
            "\"",
            "\\",
            "|",
            ">",
            "&a",
            "*a",
            "!t",
            "%",
            "@",
            "`",
            "{",
            "[",
            ",",
            " ",
            "\n",
            "\t",
            "。",
            "=",
            "2013-01-01",
            "12:30",
            "...",
            "---",
            "😀",
            "a");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
