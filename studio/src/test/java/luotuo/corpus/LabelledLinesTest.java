package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// 200 lines that were labelled by hand before there was a reader: `labels/README.md`.
@Tag("real-data")
class LabelledLinesTest {
  private final Path corpora = Shared.path("corpora/chatharuhi");
  private final Map<String, Map<Source, StringJoiner>> read = new HashMap<>();

  @Test
  void atMostOneInAHundredIsTypedWrong() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> labels = labels();
    for (String label : labels) {
      String[] fields = label.split("\t");
      String found = found(fields[0], Integer.parseInt(fields[1]));
      if (!found.equals(fields[2])) {
        wrong.add(label + " is read as " + found);
      }
    }
    System.out.println(
        "labelled lines typed right: " + (labels.size() - wrong.size()) + "/" + labels.size());
    wrong.forEach(System.out::println);
    assertEquals(200, labels.size());
    assertTrue(wrong.size() * 100 <= labels.size(), wrong::toString);
  }

  private static List<String> labels() throws IOException {
    String name = "/labels/chatharuhi-lines.tsv";
    try (InputStream in =
        Objects.requireNonNull(LabelledLinesTest.class.getResourceAsStream(name))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).filter(line -> !line.isBlank()).toList();
    }
  }

  private String found(String path, int line) {
    String folder = path.substring(0, path.indexOf('/'));
    Source source = new Source(path.substring(folder.length() + 1), line);
    StringJoiner found = read.computeIfAbsent(folder, this::kinds).get(source);
    return found == null ? "nothing" : found.toString();
  }

  private Map<Source, StringJoiner> kinds(String folder) {
    Transcript transcript = Transcripts.read(corpora.resolve(folder), Options.DEFAULT);
    Map<Source, StringJoiner> kinds = new HashMap<>();
    for (Scene scene : transcript.scenes()) {
      for (Turn turn : scene.turns()) {
        add(kinds, turn.source(), Typed.kind(turn));
      }
    }
    transcript.reports().forEach(report -> add(kinds, report.source(), "reported"));
    return kinds;
  }

  private static void add(Map<Source, StringJoiner> kinds, Source source, String kind) {
    kinds.computeIfAbsent(source, _ -> new StringJoiner(" + ")).add(kind);
  }
}
