package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainFormTest {
  @TempDir Path folder;

  private Transcript read(String... lines) {
    return Transcripts.read(Typed.file(folder, "log.txt", lines), Options.DEFAULT);
  }

  @Test
  void blankLinesPartScenes() {
    Transcript transcript =
        read("Ada: Is it on?", "Ben: No.", "", "It hums.", "Ada: Now it is.", "Ben: Good.");
    assertEquals("plain", transcript.form());
    assertEquals(List.of("log-001", "log-002"), Typed.ids(transcript));
    assertEquals(
        List.of("narrated It hums.", "said(Ada) Now it is.", "said(Ben) Good."),
        Typed.turns(transcript.scenes().getLast()));
  }

  @Test
  void withoutBlankLinesSoManyTurnsAreAScene() {
    String[] lines = IntStream.range(0, 65).mapToObj(i -> "Ada: " + i).toArray(String[]::new);
    assertEquals(
        List.of(30, 30, 5), read(lines).scenes().stream().map(s -> s.turns().size()).toList());
  }

  @Test
  void blankLinesAfterEveryLinePartNothing() {
    Transcript transcript = read("Ada: 1", "", "Ben: 2", "", "Ada: 3", "", "Ben: 4", "", "Ada: 5");
    assertEquals(1, transcript.scenes().size());
  }

  @Test
  void proseIsReadToo() {
    Transcript transcript = read("The lamp hums.", "", "Then it stops.");
    assertEquals("plain", transcript.form());
    assertEquals(
        List.of("passage The lamp hums.", "passage Then it stops."), Typed.turns(transcript));
    assertEquals(2, transcript.scenes().size());
  }
}
