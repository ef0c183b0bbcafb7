package luotuo.model.gguf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.file.Metadata;

/// Real models that `.ci/models.sh` fetches; a test that needs one is skipped where it is not.
public final class TestModels {
  public static final String SMOLLM2 = "SmolLM2-135M-Instruct.Q4_1.gguf";
  public static final String GEMMA3 = "gemma-3-270m-it-Q4_K_M.gguf";

  private TestModels() {}

  public static Path file(String name) {
    String home = System.getenv("LUOTUO_TEST_MODELS");
    Path folder =
        home == null
            ? Path.of(System.getProperty("user.home"), ".cache", "luotuo-test-models")
            : Path.of(home);
    Path file = folder.resolve(name);
    assumeTrue(Files.exists(file), name + " is not at hand: .ci/models.sh fetches it");
    return file;
  }

  public static Metadata metadata(String name) {
    try (GgufFile file = GgufFile.open(file(name))) {
      return file.metadata();
    }
  }
}
