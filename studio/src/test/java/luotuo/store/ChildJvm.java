package luotuo.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A JVM of its own that prints a line for each thing it has done, until it is killed.
public final class ChildJvm {
  private static final int LONGEST_LIFE_MILLIS = 60;

  private ChildJvm() {}

  /// Starts a class's `main`, waits for its first line, and kills it a random moment later.
  ///
  /// @return the whole lines that it printed
  public static List<String> killed(Class<?> main, RandomGenerator random, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Xmx64m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      Process child =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return linesUntilKilled(child, random.nextInt(LONGEST_LIFE_MILLIS));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> linesUntilKilled(Process child, int millis)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = child.inputReader()) {
      String first = out.readLine();
      if (first == null) {
        throw new AssertionError("the child printed nothing; exit code " + child.waitFor());
      }
      lines.add(first);
      Thread killer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    sleep(millis);
                    // Unlike the process, its handle leaves the output open, to be read to the end.
                    child.toHandle().destroyForcibly();
                  });
      out.lines().forEach(lines::add);
      killer.join();
    }
    child.waitFor();
    return whole(lines);
  }

  /// The last line may have been cut off by the kill; whole ones end in a point.
  private static List<String> whole(List<String> lines) {
    return lines.stream()
        .filter(line -> line.endsWith("."))
        .map(line -> line.substring(0, line.length() - 1))
        .toList();
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How many kills a test makes, from the property `luotuo.kills`.
  public static int kills() {
    return Integer.getInteger("luotuo.kills", 50);
  }
}
