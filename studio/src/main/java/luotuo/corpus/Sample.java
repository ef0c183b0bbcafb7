package luotuo.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A look at the beginning of a source, by which its form is told.
///
/// @param head the first bytes of the first file; empty where there is none
/// @param shape what kinds of lines they hold
record Sample(SourceFiles files, byte[] head, Shape shape) {
  private static final int BYTES = 64 << 10;
  private static final int LINES = 600;

  static Sample of(SourceFiles files) {
    byte[] head = files.texts().isEmpty() ? new byte[0] : head(files.texts().getFirst());
    return new Sample(files, head, Shape.of(lines(head)));
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BYTES);
    } catch (IOException e) {
      throw SourceFiles.unreadable(file, e);
    }
  }

  /// Leniently: what cannot be decoded fails later, when all of it is read.
  private static List<String> lines(byte[] head) {
    String text = new String(head, charset(head));
    return text.lines().limit(LINES).toList();
  }

  private static Charset charset(byte[] head) {
    if (head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF) {
      return StandardCharsets.UTF_16;
    }
    long broken =
        new String(head, StandardCharsets.UTF_8).chars().filter(c -> c == '\uFFFD').count();
    return broken * 100 > head.length ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
  }

  /// Whether the first file's name has this ending.
  boolean ends(String ending) {
    return !files.texts().isEmpty() && files.texts().getFirst().toString().endsWith(ending);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample
        && files.equals(sample.files)
        && Arrays.equals(head, sample.head);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }
}
