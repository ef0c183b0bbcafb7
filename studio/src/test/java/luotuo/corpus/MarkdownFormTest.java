package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownFormTest {
  @TempDir Path folder;

  private Transcript read(String name, String... lines) {
    return Transcripts.read(Typed.file(folder, name, lines), Options.DEFAULT);
  }

  @Test
  void headingsBeginScenes() {
    Transcript transcript =
        read(
            "lamp.md",
            "# The lamp",
            "",
            "**Ada**: Is it on?",
            "",
            "**Ben:** No. (He shrugs.)",
            "> It hums.",
            "",
            "---",
            "## Later",
            "- Ada: Now it is.",
            "2. Ben: Good.");
    assertEquals("markdown", transcript.form());
    assertEquals(List.of("lamp-001", "lamp-002"), Typed.ids(transcript));
    assertEquals(
        List.of(
            "passage The lamp",
            "said(Ada) Is it on?",
            "said(Ben) No.",
            "did(Ben) He shrugs.",
            "narrated It hums.",
            "passage Later",
            "said(Ada) Now it is.",
            "said(Ben) Good."),
        Typed.turns(transcript));
    assertEquals(new LineCount(11, 3, 7, 1), transcript.lines());
  }

  @Test
  void aQuotationLosesItsMarksAndNothingElse() {
    Transcript transcript =
        read("q.md", "**Ada**: One", "> > It is>dark.", ">2 > 1", "**Ben**: Two");
    assertEquals(
        List.of("said(Ada) One", "narrated It is>dark.", "narrated 2 > 1", "said(Ben) Two"),
        Typed.turns(transcript));
  }

  @Test
  void isToldByItsMarksAlone() {
    assertEquals("markdown", read("a.txt", "**Ada**: One", "**Ben**: Two").form());
    assertEquals("plain", read("b.txt", "Ada: One", "Ben: Two").form());
  }

  @Test
  void withoutHeadingsItIsCutLikePlainText() {
    Transcript transcript = read("a.md", "- Ada: 1", "- Ben: 2", "", "- Ada: 3", "- Ben: 4");
    assertEquals(2, transcript.scenes().size());
  }
}
