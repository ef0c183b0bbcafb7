package luotuo.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a run reads and writes, and which of the three ends are terminals. All text is UTF-8.
record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean typed,
    boolean shown,
    boolean watched) {

  static Streams system() {
    return new Streams(
        System.in,
        utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)),
        isTerminal(0),
        isTerminal(1),
        isTerminal(2));
  }

  private static PrintStream utf8(FileOutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /// Linux tells it of each descriptor; elsewhere Java tells it of input and output together.
  @SuppressWarnings("SystemConsoleNull") // it is null in JDK 25 where there is no terminal
  private static boolean isTerminal(int descriptor) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      var console = System.console();
      return console != null && console.isTerminal();
    }
  }
}
