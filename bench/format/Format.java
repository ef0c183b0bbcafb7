import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks (`check`) or repairs (`apply`) the form of every Java file below a folder.
/// A single source file, run by the toolchain's `java` with google-java-format on the class path.
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    List<Path> wrong = new ArrayList<>();
    Path root = Path.of(args[1]);
    if (!Files.isDirectory(root)) {
      return;
    }
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (!formatted(file, apply)) {
          wrong.add(file);
        }
      }
    }
    if (!wrong.isEmpty() && !apply) {
      wrong.forEach(file -> System.err.println("not in the project's form: " + file));
      System.err.println("Run: mvn compile -Dformat=apply");
      System.exit(1);
    }
  }

  private static boolean formatted(Path file, boolean apply) throws Exception {
    String before = Files.readString(file);
    String after = new Formatter().formatSourceAndFixImports(before);
    if (after.equals(before)) {
      return true;
    }
    if (apply) {
      write(file, after);
    }
    return false;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    System.out.println("formatted " + file);
  }
}
