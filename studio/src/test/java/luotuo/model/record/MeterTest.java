package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.job.Stopwatch;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static void ask(ChatModel model, String text) {
    model.complete(new ChatRequest(List.of(Message.user(text)), Sampling.GREEDY), piece -> {});
  }

  @Test
  void everyCallIsToldAndAddedUp() {
    List<Cost> told = new ArrayList<>();
    var meter = new Meter(told::add);
    var inner = new TalkingModel("talking");
    var model = new MeteredModel(inner, meter, new Price(1e6, 0, 2e6, "CNY"));
    ask(model, "a");
    assertEquals(1, meter.total().calls());
    ask(model, "b");
    Cost first = told.getFirst();
    int prompt = inner.count(List.of(Message.user("a")));
    assertEquals(prompt, first.promptTokens());
    assertEquals(prompt - 3 + 2 * first.replyTokens(), first.money(), 1e-9);
    assertTrue(first.seconds() > 0 && first.replyTokens() > 10, first.toString());
    assertEquals(told.get(0).plus(told.get(1)), meter.total());
  }

  @Test
  void callsThatFailCountToo() {
    var meter = new Meter();
    var model = new MeteredModel(new TalkingModel("talking"), meter, Price.FREE);
    assertThrows(Failure.class, () -> ask(model, TalkingModel.FAIL_AT_ONCE));
    assertEquals(1, meter.total().calls());
    assertEquals(0, meter.total().promptTokens());
    assertThrows(Failure.class, () -> ask(model, TalkingModel.FAIL));
    assertEquals(2, meter.total().calls());
    assertEquals(2, meter.total().replyTokens(), "a thought and a word were told");
  }

  @Test
  void cpuTimeCountsOnceWhateverRunsAtOnce() throws Exception {
    var meter = new Meter();
    var model = new MeteredModel(new BusyModel(), meter, Price.FREE);
    var watch = Stopwatch.started();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 8; i++) {
        threads.submit(() -> ask(model, "a"));
      }
    }
    double used = watch.elapsed().cpuSeconds();
    double counted = meter.total().cpuSeconds();
    assertEquals(8, meter.total().calls());
    assertTrue(counted > 0.1 && counted <= used + 0.02, counted + " of " + used);
  }

  /// Turns its wheels for a moment.
  private static final class BusyModel extends Wrapper {
    BusyModel() {
      super(new TalkingModel("busy"));
    }

    @Override
    public luotuo.model.Completion complete(
        ChatRequest request, java.util.function.Consumer<luotuo.model.Piece> pieces) {
      long until = System.nanoTime() + 100_000_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      return model().complete(request, pieces);
    }
  }
}
