package luotuo.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luotuo.app.HashedModels;
import luotuo.app.Studio;

/// Runs commands in this process as a shell would, with a folder to be in and a workspace.
final class Cli {
  static final String TRANSCRIPT =
      """
      提问人:你小时候住在哪里？
      阿远:我小时候住在河边的木屋里。

      同学:你养过什么动物？
      阿远:我养过一只叫阿黄的狗。

      老师:你最喜欢哪个季节？
      阿远:秋天，桂花开的时候。

      提问人:

      阿远写过一本关于灯塔的小书，在海边卖。
      """;

  private final Path folder;
  private final String language;
  private final byte[] input;
  private final boolean real;
  private final boolean terminal;
  private final Path program;

  private Cli(
      Path folder, String language, byte[] input, boolean real, boolean terminal, Path program) {
    this.folder = folder;
    this.language = language;
    this.input = input;
    this.real = real;
    this.terminal = terminal;
    this.program = program;
  }

  /// In an empty program, in English, with models that load nothing.
  static Cli in(Path folder) {
    return new Cli(folder, "en", new byte[0], false, false, folder.resolve("no-program"));
  }

  /// With the personas that ship.
  Cli withShipped() {
    Path root = Path.of(System.getProperty("luotuo.root", ".."));
    return new Cli(folder, language, input, real, terminal, root);
  }

  Cli withRealModels() {
    return new Cli(folder, language, input, true, terminal, program);
  }

  /// As if somebody sat at a terminal that cannot edit.
  Cli atTerminal() {
    return new Cli(folder, language, input, real, true, program);
  }

  Cli speaking(String to) {
    return new Cli(folder, to, input, real, terminal, program);
  }

  Cli typing(String to) {
    return typing(to.getBytes(StandardCharsets.UTF_8));
  }

  Cli typing(byte[] to) {
    return new Cli(folder, language, to, real, terminal, program);
  }

  /// Writes a file into the folder that commands run in.
  Cli having(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).toAbsolutePath().getParent());
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path home() {
    return folder.resolve("home");
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(out, out, arguments);
  }

  /// @param to what standard output writes to
  Result run(OutputStream to, ByteArrayOutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input);
    Streams streams = new Streams(in, print(to), print(err), terminal, terminal, terminal);
    int code = program(streams).run(arguments);
    return new Result(code, text(out), text(err));
  }

  private Program program(Streams streams) {
    Surroundings surroundings =
        new Surroundings(
            Map.of("LUOTUO_HOME", home().toString(), "TERM", "dumb"),
            Map.of("luotuo.lang", language, "luotuo.home.program", program.toString()),
            folder,
            Locale.ROOT);
    return real
        ? new Program(streams, surroundings)
        : new Program(
            streams,
            surroundings,
            (set, progress) -> new Studio(set, progress, new HashedModels()));
  }

  private static PrintStream print(OutputStream to) {
    return new PrintStream(to, false, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// What a command left.
  record Result(int code, String out, String err) {
    List<Shape> lines() {
      return out.lines().map(Shape::read).toList();
    }

    /// The one object.
    Shape object() {
      List<Shape> lines = lines();
      if (lines.size() != 1) {
        throw new AssertionError("one object, not " + lines.size() + ": " + out + err);
      }
      return lines.getFirst();
    }
  }
}
