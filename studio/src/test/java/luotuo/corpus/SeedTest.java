package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The transcript that the project began with, line by line.
@Tag("real-data")
class SeedTest {
  @Test
  void everyLineIsWhatItIs() {
    Path seed = Shared.path("seed/luotuo.txt");
    Transcript transcript = Transcripts.read(seed, Options.DEFAULT);
    assertEquals("interview", transcript.form());
    assertEquals(expected(), found(transcript));
    assertEquals(new LineCount(101, 42, 58, 1), transcript.lines());
    assertEquals(Optional.of("李鲁鲁"), Speakers.proposeCharacter(transcript.scenes()));
    assertEquals(39, transcript.scenes().size());
  }

  private static List<String> expected() {
    List<String> askers = List.of("提问人", "投资人", "同学", "提问人", "路人", "同学", "同学", "路人", "投资人", "投资人");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < askers.size(); i++) {
      expected.add(3 * i + 1 + " said(" + askers.get(i) + ")");
      expected.add(3 * i + 2 + " said(李鲁鲁)");
    }
    for (int line : new int[] {32, 34, 35}) {
      expected.add(line + " passage");
    }
    expected.add("37 corpus.emptySpeaker");
    expected.add("41 said(提问人)");
    for (int line = 43; line <= 101; line += 2) {
      expected.add(line + " passage");
      if (List.of(53, 69, 79, 91).contains(line)) {
        expected.add(line + 1 + " passage");
      }
    }
    return expected;
  }

  private static List<String> found(Transcript transcript) {
    TreeMap<Integer, String> found = new TreeMap<>();
    transcript
        .scenes()
        .forEach(scene -> scene.turns().forEach(t -> found.put(t.source().line(), Typed.kind(t))));
    transcript.reports().forEach(r -> found.put(r.source().line(), r.problem().key()));
    return found.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }
}
