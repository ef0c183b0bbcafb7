package luotuo.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomModelTest {
  static Stream<RandomFixture> fixtures() {
    return RandomFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void writesTheFileThatLlamaCppRead(RandomFixture fixture, @TempDir Path folder)
      throws IOException, GeneralSecurityException {
    byte[] file = Files.readAllBytes(fixture.model().write(folder.resolve("model.gguf")));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
    assertEquals(fixture.sha256(), HexFormat.of().formatHex(hash));
  }
}
