package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is thrown at it, a reader ends soon, fails only with a [Failure], and loses no line.
class TranscriptFuzzTest {
  private static final Duration BUDGET = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void noLineIsLost() throws IOException {
    int count = Integer.getInteger("luotuo.fuzz.transcripts", 2000);
    long seed = Long.getLong("luotuo.fuzz.seed", 20261124L);
    System.out.println("fuzz: " + count + " transcripts, -Dluotuo.fuzz.seed=" + seed);
    MutatedText texts = new MutatedText(seed);
    int understood = 0;
    for (int i = 0; i < count; i++) {
      MutatedText.Sample sample = texts.next();
      Path file = Files.write(folder.resolve("t.txt"), sample.bytes());
      String where = "seed " + seed + ", transcript " + i;
      understood += assertTimeoutPreemptively(BUDGET, () -> readInAllForms(file, sample), where);
    }
    System.out.println("fuzz: " + understood + " readings, the others failed in one sentence");
  }

  private static int readInAllForms(Path file, MutatedText.Sample sample) {
    int understood = read(file, sample, Options.DEFAULT);
    for (String form : Transcripts.forms()) {
      understood += read(file, sample, Options.DEFAULT.withForm(form));
    }
    return understood;
  }

  private static int read(Path file, MutatedText.Sample sample, Options options) {
    Transcript transcript;
    try {
      transcript = Transcripts.read(file, options);
    } catch (Failure e) {
      assertTrue(e.problem().key().startsWith("corpus."), e.problem()::toString);
      return 0;
    }
    try {
      check(transcript, sample);
      transcript.scenes().forEach(TranscriptFuzzTest::roundTrip);
    } catch (AssertionError e) {
      throw new AssertionError(transcript.form() + ": " + e.getMessage() + "\n" + sample.text(), e);
    }
    return 1;
  }

  private static void check(Transcript transcript, MutatedText.Sample sample) {
    Map<Integer, StringBuilder> found = found(transcript);
    LineCount count = transcript.lines();
    assertEquals(transcript.reports().size(), count.reported());
    if (sample.text().isEmpty()) {
      return; // its bytes were changed: nobody knows what they ought to hold
    }
    List<String> lines = lines(sample.text());
    assertEquals(lines.size(), count.total(), "lines");
    assertEquals(lines.stream().filter(String::isBlank).count(), count.blank(), "blank lines");
    StringBuilder goesOn = new StringBuilder();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (found.containsKey(number)) {
        goesOn = found.get(number);
      } else if (!line.isBlank()) {
        String words = words(line);
        assertTrue(goesOn.toString().contains(words), "line " + number + " is lost: " + line);
      }
    }
  }

  private static void roundTrip(Scene scene) {
    List<String> written = SceneText.lines(scene);
    List<Line> lines = new ArrayList<>();
    written.forEach(line -> lines.add(new Line(lines.size() + 1, line)));
    List<List<Turn>> again = ChatHaruhiForm.scenes(new TextFile("t", "t", lines), new Account());
    assertEquals(1, again.size(), written::toString);
    assertEquals(
        Typed.turns(scene), Typed.turns(new Scene("t", 0, again.getFirst())), written::toString);
  }

  /// What stands in turns and reports, by the line where it was read.
  private static Map<Integer, StringBuilder> found(Transcript transcript) {
    Map<Integer, StringBuilder> found = new TreeMap<>();
    for (Scene scene : transcript.scenes()) {
      for (Turn turn : scene.turns()) {
        assertTrue(!turn.text().isBlank(), "a blank turn");
        add(found, turn.source().line(), letters(turn.text()));
      }
    }
    transcript
        .reports()
        .forEach(report -> add(found, report.source().line(), words(report.text())));
    return found;
  }

  private static void add(Map<Integer, StringBuilder> found, int line, String text) {
    found.computeIfAbsent(line, _ -> new StringBuilder()).append(text);
  }

  /// The letters of a line, without marks of wiki pages. Turns have lost these marks; what joining
  /// their lines makes look like one, such as a `<br` and the `>` of the next line, stays.
  private static String words(String line) {
    return letters(Wiki.plain(line));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /// As `cat -n` counts.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  @Test
  void longLinesTakeNoLongerThanTheirLength() throws IOException {
    List<String> patterns =
        List.of(
            "(", "「", "（）", "「」", "甲:「乙」", "甲:「乙」（", "\"", "「一」：", "((a)", "''", "[[", "a:", "<br",
            "﹁", "﹂", "，", "甲（乙）", "{\"a\":", "）", "。）", "：：", "”", "（一）");
    Random random = new Random(7);
    for (String pattern : patterns) {
      String line = "甲:" + pattern.repeat(300_000 / pattern.length());
      for (String text :
          List.of(
              line,
              line.substring(2),
              line + "」",
              "甲:「乙" + line.substring(2) + "）",
              "甲:乙" + line.substring(2))) {
        Path file = folder.resolve("long.txt");
        Files.write(
            file,
            text.getBytes(
                random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030")));
        MutatedText.Sample sample = new MutatedText.Sample(new byte[0], text);
        assertTimeoutPreemptively(BUDGET, () -> readInAllForms(file, sample), pattern);
      }
    }
  }
}
