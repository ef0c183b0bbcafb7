package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All folders of the project whose form this is.
@Tag("real-data")
class ChatHaruhiCorporaTest {
  @TempDir Path temporary;

  @Test
  void everyLineIsAccountedForAndFewAreReported() throws IOException {
    List<Path> folders = Shared.chatHaruhi();
    LineCount all = LineCount.NONE;
    for (Path folder : folders) {
      Transcript transcript = Transcripts.read(folder, Options.DEFAULT);
      LineCount lines = transcript.lines();
      assertEquals(linesIn(folder), lines.total(), folder.toString());
      System.out.println(figures(folder.getFileName().toString(), transcript));
      // a brace of markup, or a name before empty quotation marks, holds nothing to understand
      long words = transcript.reports().stream().filter(r -> words(r.text())).count();
      assertTrue(words * 100 < lines.total() - lines.blank(), folder + " reports " + words);
      all = all.plus(lines);
    }
    System.out.println("all " + folders.size() + " folders: " + all);
    assertEquals(30, folders.size());
    assertTrue(all.reported() * 100 < all.total() - all.blank(), all.toString());
  }

  /// Whether a reported line has words beside a speaker's mark.
  private static boolean words(String text) {
    Mark mark = Mark.at(text, 0);
    return Signs.hasWord(mark == null ? text : text.substring(mark.end()));
  }

  private static String figures(String name, Transcript transcript) {
    LineCount lines = transcript.lines();
    long filled = lines.total() - lines.blank();
    return "%-14s %4d scenes %5d lines %3d blank %3d reported %.2f %%"
        .formatted(
            name,
            transcript.scenes().size(),
            lines.total(),
            lines.blank(),
            lines.reported(),
            100.0 * lines.reported() / filled);
  }

  private static long linesIn(Path folder) throws IOException {
    List<Path> files = new ArrayList<>(List.of(folder.resolve("system_prompt.txt")));
    try (Stream<Path> texts = Files.list(folder.resolve("texts"))) {
      texts.forEach(files::add);
    }
    long lines = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (byte b : bytes) {
        lines += b == '\n' ? 1 : 0;
      }
      lines += bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
    }
    return lines;
  }

  @Test
  void writtenOutAndReadAgainAllScenesAreTheSame() throws IOException {
    int turns = 0;
    int verbatim = 0;
    for (Path folder : Shared.chatHaruhi()) {
      List<Scene> scenes = Transcripts.read(folder, Options.DEFAULT).scenes();
      Path copy = temporary.resolve(folder.getFileName());
      Path texts = Files.createDirectories(copy.resolve("texts"));
      for (Scene scene : scenes) {
        List<String> lines = SceneText.lines(scene);
        verbatim += (int) lines.stream().filter(Verbatim::in).count();
        turns += lines.size();
        Files.write(texts.resolve("%05d.txt".formatted(scene.order())), lines);
      }
      List<Scene> again = Transcripts.read(copy, Options.DEFAULT).scenes();
      assertEquals(scenes.size(), again.size());
      for (int i = 0; i < scenes.size(); i++) {
        assertEquals(Typed.turns(scenes.get(i)), Typed.turns(again.get(i)), scenes.get(i).id());
      }
    }
    System.out.println("round trip: " + turns + " turns, of which verbatim " + verbatim);
  }
}
