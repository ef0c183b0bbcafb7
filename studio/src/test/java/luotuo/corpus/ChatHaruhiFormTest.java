package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatHaruhiFormTest {
  @TempDir Path folder;
  private Path texts;

  @BeforeEach
  void makeFolder() throws IOException {
    texts = Files.createDirectory(folder.resolve("texts"));
  }

  @Test
  void aFileIsASceneAndFilesComeInNaturalOrder() {
    Typed.file(texts, "t_10.txt", "乙:「二」");
    Typed.file(texts, "t_2.txt", "甲:「一」", "乙:「一」");
    Typed.file(folder, "system_prompt.txt", "You are 甲.", "", "Be brief.");
    Typed.file(folder, "persona.yaml", "name: 甲");
    Transcript transcript = Transcripts.read(folder, Options.DEFAULT);
    assertEquals("chatharuhi", transcript.form());
    assertEquals(List.of("t_2", "t_10"), Typed.ids(transcript));
    assertEquals(1, transcript.scenes().getLast().order());
    assertEquals(new Source("texts/t_10.txt", 1), transcript.scenes().getLast().source());
    assertEquals("You are 甲.\n\nBe brief.", transcript.instructions());
    assertEquals(new LineCount(6, 1, 5, 0), transcript.lines());
  }

  @Test
  void aLongFileIsPartedAtBlankLines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      lines.addAll(List.of("甲:「" + i + "」", ""));
    }
    lines.add("灯灭了。");
    Typed.file(texts, "long.txt", lines.toArray(String[]::new));
    Typed.file(texts, "long-2.txt", "甲:「短」");
    Transcript transcript = Transcripts.read(folder, Options.DEFAULT);
    assertEquals(23, transcript.scenes().size());
    assertEquals(23, Typed.ids(transcript).stream().distinct().count());
    assertEquals(List.of("long", "long-3", "long-4"), Typed.ids(transcript).subList(1, 4));
    assertEquals("passage 灯灭了。", Typed.turns(transcript).getLast());
  }

  @Test
  void aShortFileWithBlankLinesIsOneScene() {
    Typed.file(texts, "a.txt", "甲:「一」", "", "", "灯灭了。", "");
    Transcript transcript = Transcripts.read(folder, Options.DEFAULT);
    assertEquals(List.of("said(甲) 一", "narrated 灯灭了。"), Typed.turns(transcript));
    assertEquals(new LineCount(4, 2, 2, 0), transcript.lines());
  }

  @Test
  void aFolderWithInstructionsOnlyHasNoScene() {
    Typed.file(folder, "system_prompt.txt", "You are 甲.");
    assertEquals(List.of(), Transcripts.read(folder, Options.DEFAULT).scenes());
  }

  @Test
  void aSingleFileIsRecognized() {
    Path file = Typed.file(folder, "one.txt", "旁白:起雾", "甲:「走」", "乙：「等」", "他们走了。");
    assertEquals("chatharuhi", Transcripts.read(file, Options.DEFAULT).form());
    assertEquals(
        new Source("one.txt", 1),
        Transcripts.read(file, Options.DEFAULT).scenes().getFirst().source());
  }

  @Test
  void whoAnswersInJsonIsTheCharacterGivenOrGuessed() {
    Typed.file(texts, "a.txt", "{\"input\":\"甲:好?\",\"output\":\"好\"}");
    assertEquals(
        "said(丙) 好",
        Typed.turns(Transcripts.read(folder, Options.DEFAULT.withCharacter("丙"))).getLast());
    Typed.file(texts, "b.txt", "丁:「一」", "丁:「二」", "戊:「三」");
    assertEquals("said(丁) 好", Typed.turns(Transcripts.read(folder, Options.DEFAULT)).get(1));
  }
}
