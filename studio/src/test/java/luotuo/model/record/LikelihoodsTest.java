package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel;
import luotuo.model.LikelihoodModelContract;
import luotuo.model.ScoredToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was recorded is told again, and keeps what every likelihood model keeps.
class LikelihoodsTest extends LikelihoodModelContract {
  @TempDir Path folder;

  /// The longer the text before a character, the likelier it is.
  private record Model(AtomicInteger calls) implements LikelihoodModel {
    @Override
    public String name() {
      return "likely";
    }

    @Override
    public List<ScoredToken> score(Context context, String text) {
      Cancelled.check();
      if (text.length() > 10_000) {
        throw Failure.of("model.context", text.length(), 10_000);
      }
      calls.incrementAndGet();
      List<ScoredToken> tokens = new ArrayList<>();
      text.codePoints()
          .forEach(
              c -> tokens.add(new ScoredToken(Character.toString(c), -1.0 / (3 + tokens.size()))));
      return tokens;
    }

    @Override
    public void close() {}
  }

  /// Asks the record of what was just recorded.
  @Override
  protected LikelihoodModel likelihoods() {
    var recording = new RecordingLikelihoods(new Model(new AtomicInteger()), 4096, folder);
    var replaying = new ReplayingLikelihoods(folder);
    return new LikelihoodModel() {
      @Override
      public String name() {
        return replaying.name();
      }

      @Override
      public List<ScoredToken> score(Context context, String text) {
        boolean interrupted = Thread.interrupted();
        try {
          recording.score(context, text);
        } catch (Failure e) {
          assertEquals("model.context", e.problem().key());
        }
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return replaying.score(context, text);
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void theModelIsAskedInTheRecordedRunOnly() {
    var model = new Model(new AtomicInteger());
    var context = new LikelihoodModel.Context.Plain("骆");
    var first = new RecordingLikelihoods(model, 4096, folder).score(context, "驼🐫");
    var replay = new ReplayingLikelihoods(folder);
    assertEquals(first, replay.score(context, "驼🐫"));
    assertEquals(first, replay.score(context, "驼🐫"));
    assertEquals(1, model.calls().get());
    var failure = assertThrows(Failure.class, () -> replay.score(context, "驼"));
    assertEquals("model.replay.missing", failure.problem().key());
  }

  @Test
  void whatIsReadIsPaidFromTheBudgetBeforeTheModelIsAsked() {
    AtomicInteger calls = new AtomicInteger();
    Budget budget = new Budget(Budget.Limits.NONE.withCalls(2));
    var budgeted =
        new BudgetedLikelihoods(new Model(calls), budget, Prices.read(Path.of("none.yaml")));
    var context = new LikelihoodModel.Context.Plain("上文");
    assertEquals(2, budgeted.score(context, "你好").size());
    assertEquals(2, budgeted.score(context, "再见").size());
    assertTrue(budget.spent().promptTokens() >= 8, budget.spent().toString());
    Failure over = assertThrows(Failure.class, () -> budgeted.score(context, "又来"));
    assertEquals("model.budget.calls", over.problem().key());
    assertEquals(2, calls.get());
  }
}
