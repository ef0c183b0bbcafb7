package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls that returned are recorded whole, wherever the process was killed; the next one goes on.
class RecordKillTest {
  static final ChatRequest REQUEST =
      new ChatRequest(List.of(Message.user("讲讲你的骆驼。")), Sampling.DEFAULT);

  @TempDir Path folder;

  @Test
  void aKillLosesNoCallThatReturned() {
    long seed = System.nanoTime();
    System.out.println("RecordKillTest seed " + seed);
    Random random = new Random(seed);
    int recorded = 0;
    for (int kill = 0; kill < Math.max(3, ChildJvm.kills() / 10); kill++) {
      List<String> returned = ChildJvm.killed(Child.class, random, folder.toString());
      recorded = replayed(recorded, returned);
    }
  }

  /// Every reply in the order of its number, those of this child behind those before it.
  private int replayed(int before, List<String> returned) {
    var replay = new ReplayingModel(folder);
    for (int i = 0; i < before; i++) {
      replay.complete(REQUEST, piece -> {});
    }
    for (String text : returned) {
      assertEquals(text, start(replay.complete(REQUEST, piece -> {}).text()));
    }
    int found = before + returned.size();
    try {
      replay.complete(REQUEST, piece -> {});
      return found + 1;
    } catch (luotuo.job.Failure e) {
      assertEquals("model.replay.ended", e.problem().key());
      return found;
    }
  }

  static String start(String reply) {
    return reply.substring(0, reply.indexOf(' '));
  }

  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      var recording = new RecordingModel(new TalkingModel("talking"), Path.of(arguments[0]));
      while (true) {
        System.out.print(start(recording.complete(REQUEST, piece -> {}).text()) + ".\n");
        System.out.flush();
      }
    }
  }
}
