package luotuo.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.memory.Facts;
import luotuo.memory.Remembrance;
import luotuo.memory.RuleContradictions;
import luotuo.memory.RuleListener;
import luotuo.memory.Weighing;
import luotuo.model.Embedder;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;
import luotuo.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds recall on some of the development dialogues a little under what was measured
/// (docs/log.md).
class RememberingTest {
  private static final Path DIALOGUES = Path.of("src/test/resources/remember");
  private static final OnnxOptions OPTIONS = OnnxOptions.in(Path.of("target", "onnx"));
  private static final double FLOOR = 0.93;

  @TempDir Path folder;

  @Test
  void mostOfWhatWasToldComesToMind() throws IOException {
    Remembering.Score score = Remembering.Score.NONE;
    List<Integer> most = new ArrayList<>();
    try (Embedder chinese = OnnxEmbedder.answering(OPTIONS);
        Embedder english = OnnxEmbedder.english(OPTIONS);
        Database database = Database.open(folder.resolve("luotuo.db"))) {
      for (int number : List.of(1, 5, 6, 9, 14, 22)) {
        String file = "%02d.jsonl".formatted(number);
        Dialogue dialogue = Dialogue.read(Files.readAllLines(DIALOGUES.resolve(file)));
        Remembrance remembrance =
            new Remembrance(
                new Facts(database),
                new RuleListener(),
                new RuleContradictions(),
                dialogue.language().equals("zh") ? chinese : english,
                Optional.empty(),
                Weighing.LUOTUO);
        score =
            score.plus(
                Remembering.of(
                    dialogue, remembrance, 1000L * number, (_, shown) -> most.add(shown.size())));
      }
    }
    assertEquals(6 * 16, score.told());
    assertEquals(6 * 20, most.size());
    assertTrue(most.stream().allMatch(n -> n <= Remembrance.MOST), most.toString());
    assertTrue(score.recall() >= FLOOR, score.toString());
    assertTrue(score.presentFirst() > 2 * score.staleFirst(), score.toString());
  }
}
