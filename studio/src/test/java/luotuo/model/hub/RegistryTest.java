package luotuo.model.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.job.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {
  private static final String ONE =
      """
      # a comment with size: and name:
      models:
        - name: camel-1b
          title: Camel
          family: Camel
          architecture: llama
          parameters: 1B
          languages: [zh, en]
          machine: small
          file: camel.gguf
          size: ~1000
          licence: {name: Apache-2.0}
          sources:
            - {hf: owner/repo, checked: true}
            - {ms: owner/repo, file: other.gguf}
            - url: https://example.org/camel.gguf
      """;
  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  private Registry read(String text) throws IOException {
    return Registry.read(Files.writeString(folder.resolve("registry.yaml"), text));
  }

  private static Registry shipped() {
    Path root = Path.of(System.getProperty("luotuo.root", ".."));
    return Registry.read(root.resolve("models/registry.yaml"));
  }

  @Test
  void aModelIsReadWithItsSources() throws IOException {
    Listed model = read(ONE).find("Camel-1B").orElseThrow();
    assertEquals(1000, model.bytes());
    assertFalse(model.exact());
    assertEquals(Optional.empty(), model.sha256());
    assertEquals(0, model.context());
    assertFalse(model.tried());
    assertEquals(new Licence("Apache-2.0", "", false), model.licence());
    assertEquals(
        new Source.HuggingFace("owner/repo", "camel.gguf", true), model.sources().getFirst());
    assertEquals(new Source.ModelScope("owner/repo", "other.gguf", false), model.sources().get(1));
    assertEquals("https://example.org/camel.gguf", model.sources().getLast().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parameters: 1B|params: 1B|model.yaml.unknown|7|params
          models:|model:|model.yaml.unknown|2|model
          checked: true|cheked: true|model.yaml.unknown|14|cheked
          {name: Apache-2.0}|{nam: Apache-2.0}|model.yaml.unknown|12|nam
          size: ~1000|size: some|model.yaml.value|11|size
          size: ~1000|size: -5|model.yaml.value|11|size
          machine: small|machine: tiny|model.yaml.value|9|machine
          file: camel.gguf|file: ../camel.gguf|model.yaml.value|10|file
          file: other.gguf|file: a/b.gguf|model.yaml.value|15|file
          hf: owner/repo|hf: owner|model.yaml.value|14|hf
          ms: owner/repo|ms: ../repo|model.yaml.value|15|ms
          url: https://example.org/camel.gguf|url: file:///etc/passwd|model.yaml.value|16|url
          title: Camel|title: [Camel]|model.yaml.value|4|title
          languages: [zh, en]|languages: []|model.yaml.value|8|languages
          """)
  void whatIsWrongIsToldWithItsLine(
      String right, String wrong, String key, String line, String name) throws IOException {
    assertTrue(ONE.contains(right));
    Problem problem = assertThrows(Failure.class, () -> read(ONE.replace(right, wrong))).problem();
    assertEquals(key, problem.key());
    assertEquals(name, problem.arguments().get(2));
    assertEquals(line, problem.arguments().get(1));
    assertEquals(folder.resolve("registry.yaml").toString(), problem.arguments().getFirst());
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    Problem problem = assertThrows(Failure.class, () -> read(ONE + "  - {\n")).problem();
    assertEquals("model.yaml.malformed", problem.key());
  }

  @Test
  void theLineIsThatOfTheModelAtFault() throws IOException {
    String second = ONE.substring(ONE.indexOf("  - name")).replace("camel-1b", "b");
    Failure failure =
        assertThrows(
            Failure.class, () -> read(ONE + second.replace("title: Camel", "titel: Camel")));
    assertEquals("18", failure.problem().arguments().get(1));
    assertEquals(
        "model.registry.twice",
        assertThrows(Failure.class, () -> read(ONE + ONE.substring(ONE.indexOf("  - name"))))
            .problem()
            .key());
  }

  @Test
  void theShippedRegistryIsSound() {
    Registry registry = shipped();
    for (String family : new String[] {"Qwen3", "MiniCPM", "Gemma 3", "SmolLM2"}) {
      assertTrue(registry.models().stream().anyMatch(m -> m.family().equals(family)), family);
    }
    for (Listed model : registry.models()) {
      assertTrue(model.sources().getFirst().checked(), model.name() + " has a place that is known");
      assertEquals(model.family().startsWith("Gemma"), model.licence().agreement(), model.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2, zh, qwen3-0.6b",
    "8, 2, zh, qwen3-1.7b",
    "16, 2, zh, qwen3-1.7b",
    "16, 8, zh, qwen3-4b",
    "4, 2, en, smollm2-360m",
    "8, 4, en, smollm2-1.7b",
    "32, 8, en, qwen3-4b"
  })
  void theLargestThatFitsIsProposed(int gib, int cores, String language, String name) {
    Listed model = shipped().fitting(new Machine(gib * GIB, cores), language).orElseThrow();
    assertEquals(name, model.name());
  }

  @Test
  void nothingIsProposedThatDoesNotFit() {
    assertEquals(Optional.empty(), shipped().fitting(new Machine(GIB / 2, 1), "zh"));
    assertEquals(Optional.empty(), shipped().fitting(new Machine(64 * GIB, 64), "xx"));
  }

  @Test
  void thisMachineHasMemoryAndCores() {
    assertTrue(Machine.here().memory() > 1 << 20);
    assertTrue(Machine.here().cores() >= 1);
  }
}
