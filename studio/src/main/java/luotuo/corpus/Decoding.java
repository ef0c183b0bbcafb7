package luotuo.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import luotuo.job.Failure;

/// Lines out of bytes: UTF-8; UTF-16 where a byte order mark says so; else GB18030. Nothing is
/// guessed: a byte that fits none of them is a failure that names its line.
///
/// A line ends at a line feed, as `cat -n` counts; a carriage return before it belongs to the end.
final class Decoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final byte[] bytes;
  private final String file;

  private Decoding(byte[] bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  static List<Line> lines(byte[] bytes, String file) {
    return new Decoding(bytes, file).lines();
  }

  private List<Line> lines() {
    if (begins(0xFE, 0xFF)) {
      return utf16(StandardCharsets.UTF_16BE);
    }
    if (begins(0xFF, 0xFE)) {
      return utf16(StandardCharsets.UTF_16LE);
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw Failure.of("corpus.binary", file);
      }
    }
    return begins(0xEF, 0xBB, 0xBF)
        ? new Attempt(StandardCharsets.UTF_8, 3).orFail()
        : utf8OrGb18030();
  }

  /// A single broken character does not make a UTF-8 file one of GB18030, where it would be read as
  /// nonsense.
  private List<Line> utf8OrGb18030() {
    Attempt utf8 = new Attempt(StandardCharsets.UTF_8, 0);
    return utf8.firstBad == 0 || utf8.good > utf8.bad
        ? utf8.orFail()
        : new Attempt(GB18030, 0).orFail();
  }

  private boolean begins(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private List<Line> utf16(Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
    CharBuffer text = CharBuffer.allocate(bytes.length / 2);
    CoderResult end = charset.newDecoder().decode(in, text, true);
    List<Line> lines = split(text.flip().toString());
    if (end.isError()) {
      throw Failure.of("corpus.encoding", file, Math.max(1, lines.size()));
    }
    return lines;
  }

  private List<Line> split(String text) {
    if (text.indexOf('\0') >= 0) {
      throw Failure.of("corpus.binary", file);
    }
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      lines.add(new Line(lines.size() + 1, withoutReturn(text.substring(from, to))));
      from = to + 1;
    }
    return lines;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /// The lines as one charset has them. A line feed is one byte in UTF-8 and in GB18030, and no
  /// part of another character.
  private final class Attempt {
    private final Charset charset;
    private final List<Line> lines = new ArrayList<>();
    private int firstBad;
    private long bad;
    private long good;

    Attempt(Charset charset, int from) {
      this.charset = charset;
      int start = from;
      for (int i = from; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          add(start, i);
          start = i + 1;
        }
      }
      if (start < bytes.length) {
        add(start, bytes.length);
      }
    }

    private void add(int from, int to) {
      String text = new String(bytes, from, to - from, charset);
      int number = lines.size() + 1;
      lines.add(new Line(number, withoutReturn(text)));
      if (text.indexOf('\uFFFD') >= 0 && !decodes(from, to)) {
        firstBad = firstBad == 0 ? number : firstBad;
        bad++;
      } else if (text.length() != to - from) {
        good++;
      }
    }

    private boolean decodes(int from, int to) {
      ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
      CharBuffer out = CharBuffer.allocate(to - from);
      return !charset.newDecoder().decode(in, out, true).isError();
    }

    List<Line> orFail() {
      if (firstBad > 0) {
        throw Failure.of("corpus.encoding", file, firstBad);
      }
      return lines;
    }
  }
}
