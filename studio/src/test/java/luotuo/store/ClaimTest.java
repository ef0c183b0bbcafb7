package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
  @TempDir Path folder;

  /// Another process, which holds a claim until it is killed.
  public static void main(String... arguments) throws InterruptedException {
    try (Claim claim = Claim.on(Path.of(arguments[0])).orElseThrow()) {
      System.out.println(claim == null ? "none" : "held");
      Thread.sleep(60_000);
    }
  }

  @Test
  void itIsOnesUntilItIsClosed() {
    Path place = folder.resolve("new/camel");
    try (Claim claim = Claim.on(place).orElseThrow()) {
      assertTrue(claim != null && Claim.on(place).isEmpty());
      Claim.on(folder.resolve("new/other")).orElseThrow().close();
    }
    Claim.on(place).orElseThrow().close();
  }

  @Test
  void anotherProcessHoldsItUntilItIsKilled() throws IOException, InterruptedException {
    Path place = folder.resolve("camel");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ClaimTest.class.getName(),
                place.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = child.inputReader()) {
      assertEquals("held", out.readLine());
      assertTrue(Claim.on(place).isEmpty());
      child.toHandle().destroyForcibly();
      child.waitFor();
      Claim.on(place).orElseThrow().close();
    } finally {
      child.destroyForcibly();
    }
  }
}
