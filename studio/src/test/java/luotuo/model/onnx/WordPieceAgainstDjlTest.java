package luotuo.model.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The tokens are those of Hugging Face's tokenizers, on thousands of texts and on every code
/// point.
@Tag("real-data")
class WordPieceAgainstDjlTest {
  private static final Logger DJL = Logger.getLogger("ai.djl");
  private static final long SEED = 20261124;
  private static final int TEXTS = 8000;

  @Test
  void chineseTexts() throws IOException {
    assertSameTokens("bge-small-zh-v1.5-q-tokenizer.json");
  }

  @Test
  void englishTexts() throws IOException {
    assertSameTokens("bge-small-en-v1.5-q-tokenizer.json");
  }

  /// DJL's library knows Unicode 8 or so, the JDK 16: some 600 signs of scripts that came since are
  /// a letter to one and an accent or a punctuation mark to the other.
  @Test
  void everyKindOfCodePointButTheYoungest() throws IOException {
    var json = tokenizer("bge-small-zh-v1.5-q-tokenizer.json");
    var ours = new WordPiece(Vocabulary.ofTokenizer(json));
    int different = 0;
    try (var theirs = djl(json)) {
      for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
        if (Character.isDefined(c) && !isOneOfVeryMany(c)) {
          var text = "a" + Character.toString(Words.fold(c)) + "b";
          different += Arrays.equals(ids(ours, text), ids(theirs, text)) ? 0 : 1;
        }
      }
    }
    assertTrue(different < 1000, different + " differ");
  }

  /// Ideographs, Hangul, private use: of these every 97th is tried.
  private static boolean isOneOfVeryMany(int c) {
    boolean many = c >= 0x3400 && c < 0xA000 || c >= 0xAC00 && c < 0xF900 || c >= 0x20000;
    return Character.getType(c) == Character.SURROGATE || many && c % 97 != 0;
  }

  private static void assertSameTokens(String resource) throws IOException {
    var json = tokenizer(resource);
    var ours = new WordPiece(Vocabulary.ofTokenizer(json));
    var texts = texts();
    try (var theirs = djl(json)) {
      for (String text : texts) {
        assertEquals(
            Arrays.toString(ids(theirs, folded(text))),
            Arrays.toString(ids(ours, text)),
            () -> "seed " + SEED + ": " + text);
      }
    }
    assertTrue(texts.size() >= 5000, texts.size() + " texts");
  }

  /// DJL as the model wants it: lower case, no marks round the text, no limit.
  private static HuggingFaceTokenizer djl(String json) throws IOException {
    DJL.setLevel(Level.WARNING);
    System.setProperty("DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
    System.setProperty("ai.djl.offline", "true");
    var lower = json.replace("\"lowercase\": false", "\"lowercase\": true");
    return HuggingFaceTokenizer.newInstance(
        new ByteArrayInputStream(lower.getBytes(UTF_8)),
        Map.of("addSpecialTokens", "false", "padding", "false", "truncation", "false"));
  }

  private static long[] ids(HuggingFaceTokenizer djl, String text) {
    return djl.encode(text).getIds();
  }

  private static long[] ids(WordPiece wordPiece, String text) {
    return wordPiece.cut(text, Integer.MAX_VALUE).stream().mapToLong(WordPiece.Piece::id).toArray();
  }

  private static String folded(String text) {
    return text.codePoints()
        .map(Words::fold)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String tokenizer(String resource) throws IOException {
    try (var in = WordPieceAgainstDjlTest.class.getResourceAsStream("/" + resource)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<String> texts() throws IOException {
    var corpora = Path.of(System.getProperty("luotuo.root", ".."), "../shared/corpora");
    assumeTrue(Files.isDirectory(corpora), "no corpora beside the checkout");
    var lines = new ArrayList<String>();
    for (String folder : List.of("chatharuhi", "novels")) {
      try (Stream<Path> files = Files.walk(corpora.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".txt")).sorted().forEach(f -> add(f, lines));
      }
    }
    Collections.shuffle(lines, new Random(SEED));
    return lines.subList(0, Math.min(TEXTS, lines.size()));
  }

  private static void add(Path file, List<String> lines) {
    try {
      new String(Files.readAllBytes(file), UTF_8)
          .lines()
          .filter(l -> !l.isBlank())
          .forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
