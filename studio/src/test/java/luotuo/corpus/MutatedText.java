package luotuo.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Transcripts as they might be, and then worse: seeded, so that each can be made again.
final class MutatedText {
  /// @param text what the bytes hold; empty where nobody knows any more
  record Sample(byte[] bytes, String text) {}

  private static final List<String> LINES =
      List.of(
          "船夫:「开船了」",
          "旅人：等等",
          "旁白:河上起雾。",
          "",
          "  ",
          "船夫（收绳）：「走吧」（坐下）",
          "他们走了很久。",
          "（河上起雾）",
          "「有人吗？」",
          "# The ferry",
          "**Ann**: Is it far?",
          "- Ben: Yes.",
          "> It is dark.",
          "Mr. Reed:「''(Rowing)'' Hold on.」",
          "'''Scene''':「''The ferry''」",
          "渡口的规矩：",
          "旅人:",
          "}}",
          "{\"input\":\"旅人:远吗?\",\"output\":\"远。<br>坐稳\"}",
          "记者:你是谁\n船夫:摆渡的\n",
          "船夫:「一更，",
          "二更」",
          "甲:「一」乙:「二」",
          "http://example.org:80/a",
          "10:30",
          "：",
          "﹁河﹂",
          "甲:﹁（笑）﹂",
          "\u3000\u3000雾散了。",
          "😀😀",
          "ب: نعم",
          "Ann: “Well… ‘yes’,” she said.",
          "\uFEFF船夫:走",
          "\u200B");
  private static final String ODD =
      "「」『』“”‘’\"':：()（）{}｛｝[]【】﹁﹂，。！？…|<>#*-\\ \t\r\n\n"
          + "\u2028\u0085\u00A0\u3000\uFEFF\u200D\u0301é가あ中A1";
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          GB18030);

  private final Random random;
  private final List<String> real;

  MutatedText(long seed) {
    random = new Random(seed);
    real = realTexts();
  }

  Sample next() {
    StringBuilder text = new StringBuilder(original());
    for (int i = random.nextInt(12); i > 0; i--) {
      mutate(text);
    }
    return encoded(text.toString());
  }

  private String original() {
    if (!real.isEmpty() && random.nextInt(3) == 0) {
      return real.get(random.nextInt(real.size()));
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.append(LINES.get(random.nextInt(LINES.size())))
          .append(random.nextInt(9) == 0 ? "\r\n" : "\n");
    }
    return text.toString();
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(20));
    switch (random.nextInt(9)) {
      case 0 -> text.insert(at, odd());
      case 1 -> text.replace(at, Math.min(text.length(), at + 1), odd());
      case 2 -> text.delete(at, end);
      case 3 -> text.insert(at, text.substring(at, end));
      case 4 -> text.insert(at, "\n");
      case 5 -> join(text, at);
      case 6 -> text.setLength(at);
      case 7 -> text.insert(at, LINES.get(random.nextInt(LINES.size())));
      default -> text.insert(at, odd().repeat(random.nextInt(300)));
    }
  }

  private String odd() {
    int at = random.nextInt(ODD.length());
    return ODD.substring(at, at + 1);
  }

  private static void join(StringBuilder text, int from) {
    int end = text.indexOf("\n", from);
    if (end >= 0) {
      text.deleteCharAt(end);
    }
  }

  private Sample encoded(String text) {
    Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    boolean marked = charset.name().startsWith("UTF-16");
    String bom = marked ? "\uFEFF" : "";
    byte[] bytes = (bom + text).getBytes(charset);
    if (random.nextInt(6) == 0 && bytes.length > 0) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return new Sample(bytes, "");
    }
    String held = new String(bytes, charset);
    boolean bomToo = held.startsWith("\uFEFF") && charset != GB18030;
    return new Sample(bytes, bomToo ? held.substring(1) : held);
  }

  private static List<String> realTexts() {
    String root = System.getProperty("luotuo.root", "..");
    Path corpora = Path.of(root).resolve("../shared/corpora/chatharuhi").normalize();
    List<String> texts = new ArrayList<>();
    if (Files.isDirectory(corpora)) {
      try (Stream<Path> files = Files.find(corpora, 3, (f, _) -> f.toString().endsWith(".txt"))) {
        List<Path> sorted = files.sorted().toList();
        for (int i = 0; i < sorted.size(); i += 25) {
          texts.add(Files.readString(sorted.get(i)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }
}
