package luotuo.model.gguf.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In JVMs of their own: this one has the module from its start.
class VectorModuleTest {
  /// Whether kernels run on the Vector API, and what they compute.
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      float[] numbers = new float[100];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = i;
      }
      try (Kernels kernels = Kernels.start(1)) {
        System.out.println(kernels.vectors() + " " + kernels.dot(numbers, 0, numbers, 0, 100));
      }
    }
  }

  @Test
  void isLoadedWhereTheProgramMayDoSo() throws Exception {
    assertEquals(
        VectorArithmetic.worthwhile() + " 328350.0",
        said("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"));
  }

  @Test
  void isDoneWithoutWhereItMayNot() throws Exception {
    assertEquals("false 328350.0", said());
  }

  /// All that was said, the JVM's own warnings too.
  private static String said(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
