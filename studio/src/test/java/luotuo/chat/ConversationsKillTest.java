package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luotuo.store.ChildJvm;
import luotuo.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed while it stores turns: what it called stored is there, whole.
class ConversationsKillTest {
  private static final int AT_ONCE = 2;

  @TempDir Path here;

  @Test
  void noStoredTurnIsLost() throws Exception {
    long seed = System.nanoTime();
    System.out.println("ConversationsKillTest seed " + seed);
    Path file = here.resolve("luotuo.db");
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Integer>> talks = new ArrayList<>();
      for (int talk = 0; talk < AT_ONCE; talk++) {
        Random random = new Random(seed + talk);
        talks.add(threads.submit(() -> killedAgainAndAgain(file, random)));
      }
      for (Future<Integer> talk : talks) {
        assertTrue(result(talk) > 0);
      }
    }
  }

  /// Two talks at once in one database: a kill in the middle of the other's write must not hurt.
  private static int killedAgainAndAgain(Path file, Random random) {
    String id;
    try (Database database = Database.open(file)) {
      id = new Conversations(database).start("李鲁鲁");
    }
    int stored = 0;
    for (int kill = 0; kill < ChildJvm.kills() / AT_ONCE; kill++) {
      String next = String.valueOf(stored + 1);
      List<String> printed =
          ChildJvm.killed(ConversationChild.class, random, file.toString(), id, next);
      stored = checkedTurns(file, id, stored, Integer.parseInt(printed.getLast()));
    }
    return stored;
  }

  private static int checkedTurns(Path file, String id, int before, int printed) {
    try (Database database = Database.open(file)) {
      List<ConversationTurn> turns = new Conversations(database).turns(id);
      int stored = turns.size();
      assertTrue(stored >= printed, printed + " were said to be stored, and " + stored + " are");
      for (int number = before + 1; number <= stored; number++) {
        ConversationTurn turn = turns.get(number - 1);
        assertEquals(number, turn.number());
        assertWhole(turn);
      }
      return stored;
    }
  }

  private static void assertWhole(ConversationTurn turn) {
    Reply expected = ConversationReplies.numbered(turn.number());
    assertEquals(expected.text(), turn.reply().text());
    assertEquals(expected.evidence(), turn.reply().evidence());
    assertEquals(expected.why(), turn.reply().why());
  }

  private static int result(Future<Integer> talk) throws InterruptedException {
    try {
      return talk.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
