package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.job.Failure;
import luotuo.job.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be read as text, and what one is told of anything else.
class SourcesTest {
  private static final String TEXT = "甲:「骆驼」\r\n乙:「走\u2028了」\n\n";

  @TempDir Path folder;

  private Problem problem(Path source, Options options) {
    return assertThrows(Failure.class, () -> Transcripts.read(source, options)).problem();
  }

  private Path bytes(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return Files.write(folder.resolve("t.txt"), all.toByteArray());
  }

  private void understood(byte[]... parts) throws IOException {
    Transcript transcript = Transcripts.read(bytes(parts), Options.DEFAULT);
    assertEquals(List.of("said(甲) 骆驼", "said(乙) 走\u2028了"), Typed.turns(transcript));
    assertEquals(new LineCount(3, 1, 2, 0), transcript.lines());
  }

  @Test
  void encodings() throws IOException {
    understood(TEXT.getBytes(StandardCharsets.UTF_8));
    understood(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, TEXT.getBytes("UTF-8"));
    understood(new byte[] {(byte) 0xFF, (byte) 0xFE}, TEXT.getBytes("UTF-16LE"));
    understood(new byte[] {(byte) 0xFE, (byte) 0xFF}, TEXT.getBytes("UTF-16BE"));
    understood(TEXT.getBytes(Charset.forName("GB18030")));
  }

  @Test
  void brokenTextNamesItsLine() throws IOException {
    byte[] bad = {(byte) 0xFF};
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Problem.of("corpus.encoding", "t.txt", 4), problem(bytes(text, bad), Options.DEFAULT));
    byte[] gb = TEXT.getBytes("GB18030");
    assertEquals(
        Problem.of("corpus.encoding", "t.txt", 4), problem(bytes(gb, bad, gb), Options.DEFAULT));
    byte[] utf16 = "\uFEFF甲:一\n乙".getBytes(StandardCharsets.UTF_16LE);
    assertEquals(
        Problem.of("corpus.encoding", "t.txt", 2), problem(bytes(utf16, bad), Options.DEFAULT));
  }

  @Test
  void notText() throws IOException {
    assertEquals(
        Problem.of("corpus.binary", "t.txt"),
        problem(bytes(new byte[] {'P', 'K', 3, 4, 0, 0, 8}), Options.DEFAULT));
  }

  @Test
  void notThere() {
    Path nowhere = folder.resolve("nowhere");
    assertEquals(Problem.of("corpus.missing", nowhere), problem(nowhere, Options.DEFAULT));
  }

  @Test
  void nothingIn() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    assertEquals(Problem.of("corpus.nothing", empty), problem(empty, Options.DEFAULT));
    Path dots = Typed.file(folder, "dots.txt", "...", "", "}}");
    assertEquals(Problem.of("corpus.nothing", dots), problem(dots, Options.DEFAULT));
    Path none = Files.createDirectory(folder.resolve("none"));
    assertEquals(Problem.of("corpus.nothing", none), problem(none, Options.DEFAULT));
  }

  @Test
  void unknownForm() {
    Path file = Typed.file(folder, "t.txt", "a: b");
    assertEquals(
        Problem.of("corpus.unknownForm", "opera", "chatharuhi, interview, markdown, novel, plain"),
        problem(file, Options.DEFAULT.withForm("opera")));
  }

  @Test
  void aHugeFileIsRefusedUnread() throws IOException {
    Path huge = folder.resolve("huge.txt");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    assertEquals(
        Problem.of("corpus.tooLarge", huge, 2L << 30, 256L << 20), problem(huge, Options.DEFAULT));
  }

  @Test
  void aFolderOfTooMuch() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Typed.file(texts, "a.txt", "甲:「一」");
    Typed.file(texts, "b.txt", "甲:「二」");
    assertEquals(
        Problem.of("corpus.tooManyFiles", texts, 1),
        problem(folder, Options.DEFAULT.withLimits(100, 100, 1)));
    assertEquals(
        Problem.of("corpus.folderTooLarge", folder, 26, 20),
        problem(folder, Options.DEFAULT.withLimits(20, 20, 9)));
    assertEquals(
        Problem.of("corpus.tooLarge", texts.resolve("a.txt"), 13, 10).key(),
        problem(folder, Options.DEFAULT.withLimits(10, 100, 9)).key());
  }

  @Test
  void aLoneReturnStaysInItsLine() throws IOException {
    Transcript transcript =
        Transcripts.read(bytes("甲:「一\r二」\n乙:「三」".getBytes("UTF-8")), Options.DEFAULT);
    assertEquals(List.of("said(甲) 一\r二", "said(乙) 三"), Typed.turns(transcript));
  }
}
