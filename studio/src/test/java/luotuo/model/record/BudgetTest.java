package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The model replies with ten tokens to a prompt of ten, counted with its marks; a call may take
/// forty. Prompts cost 1 and replies 2 per token.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BudgetTest {
  private static final int PROMPT = 10;
  private static final int REPLY = 10;
  private static final int MOST_REPLY = 30;
  private static final ChatRequest REQUEST =
      new ChatRequest(List.of(Message.user("abc")), Sampling.DEFAULT.withMaximum(MOST_REPLY));

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void price() throws IOException {
    file = folder.resolve("prices.yaml");
    Files.writeString(
        file, "paid*:\n  prompt: 1000000\n  reply: 2000000\n  cached: 500000\n  currency: CNY\n");
  }

  /// Does what a test says between its prompt and its reply.
  private record Model(String name, Runnable meanwhile, Usage usage) implements ChatModel {
    @Override
    public int context() {
      return 1000;
    }

    @Override
    public luotuo.model.TokenCounter tokens() {
      return String::length;
    }

    @Override
    public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
      meanwhile.run();
      pieces.accept(new Piece.Said("0123456789"));
      return new Completion("0123456789", "", Completion.Finish.STOP, usage, List.of());
    }

    @Override
    public void close() {}
  }

  private static Model model(Runnable meanwhile) {
    return new Model("paid-1", meanwhile, new Usage(PROMPT, 0, REPLY, true));
  }

  private ChatModel budgeted(Budget budget, Runnable meanwhile) {
    return new BudgetedModel(model(meanwhile), budget, Prices.read(file));
  }

  private static void ask(ChatModel model) {
    model.complete(REQUEST, piece -> {});
  }

  private static List<String> refusal(ChatModel model) {
    var problem = assertThrows(Failure.class, () -> ask(model)).problem();
    List<String> all = new ArrayList<>();
    all.add(problem.key());
    all.addAll(problem.arguments());
    return all;
  }

  @Test
  void callsAreLimited() {
    var budget = new Budget(Budget.Limits.NONE.withCalls(2));
    var model = budgeted(budget, () -> {});
    ask(model);
    ask(model);
    assertEquals(List.of("model.budget.calls", "2", "2"), refusal(model));
    assertEquals(2, budget.spent().calls());
  }

  @Test
  void tokensAreLimitedByWhatACallMayTakeAtMost() {
    var budget = new Budget(Budget.Limits.NONE.withTokens(79));
    var model = budgeted(budget, () -> {});
    ask(model);
    ask(model);
    // 40 are spent, and the third may take 40.
    assertEquals(List.of("model.budget.tokens", "40", "79", "40"), refusal(model));
    assertEquals(40, budget.spent().promptTokens() + budget.spent().replyTokens());
    var enough = new Budget(Budget.Limits.NONE.withTokens(80));
    var same = budgeted(enough, () -> {});
    ask(same);
    ask(same);
    ask(same);
  }

  @Test
  void moneyIsLimitedAndCachedPromptsCostLess() {
    var budget = new Budget(Budget.Limits.NONE.withMoney(100));
    var usage = new Usage(PROMPT, 8, REPLY, true);
    var model = new BudgetedModel(new Model("paid-2", () -> {}, usage), budget, Prices.read(file));
    ask(model);
    assertEquals(2 * 1 + 8 * 0.5 + 10 * 2, budget.spent().money(), 1e-9);
    ask(model);
    assertEquals(List.of("model.budget.money", "52.0000", "100.0000", "70.0000"), refusal(model));
  }

  @Test
  void severalModelsShareOne() {
    var budget = new Budget(Budget.Limits.NONE.withCalls(2));
    ask(budgeted(budget, () -> {}));
    ask(budgeted(budget, () -> {}));
    assertEquals("model.budget.calls", refusal(budgeted(budget, () -> {})).getFirst());
  }

  @Test
  void theReplyIsAtMostWhatFitsTheContext() {
    var budget = new Budget(Budget.Limits.NONE.withTokens(1000));
    var model = budgeted(budget, () -> {});
    model.complete(
        new ChatRequest(REQUEST.messages(), Sampling.DEFAULT.withMaximum(1_000_000)), piece -> {});
  }

  @Test
  void tenTimesATenthIsNotMoreThanOne() throws IOException {
    Files.writeString(file, "paid*:\n  prompt: 10000\n  reply: 0\n");
    var budget = new Budget(Budget.Limits.NONE.withMoney(1));
    var model = budgeted(budget, () -> {});
    for (int i = 0; i < 10; i++) {
      ask(model);
    }
    assertEquals("model.budget.money", refusal(model).getFirst());
  }

  @Test
  void anUnknownPriceIsRefusedWithTheLinesToAddIfMoneyIsLimited() {
    var unknown = new Model("x \"y\"", () -> {}, Usage.NONE);
    var prices = Prices.read(file);
    var budget = new Budget(Budget.Limits.NONE.withMoney(2));
    var failure = assertThrows(Failure.class, () -> new BudgetedModel(unknown, budget, prices));
    assertEquals("model.prices.unknown", failure.problem().key());
    assertEquals(
        List.of("x \"y\"", file.toString(), "\"x \\\"y\\\"\""), failure.problem().arguments());
    new BudgetedModel(unknown, new Budget(Budget.Limits.NONE.withTokens(2)), prices);
  }

  @Test
  void currenciesDoNotAddUp() throws IOException {
    Files.writeString(
        file,
        "a:\n"
            + "  prompt: 1\n"
            + "  reply: 1\n"
            + "  currency: USD\n"
            + "b:\n"
            + "  prompt: 1\n"
            + "  reply: 1\n"
            + "  currency: CNY\n");
    var prices = Prices.read(file);
    var budget = new Budget(Budget.Limits.NONE.withMoney(2));
    new BudgetedModel(new Model("a", () -> {}, Usage.NONE), budget, prices);
    new BudgetedModel(new Model("scripted", () -> {}, Usage.NONE), budget, prices);
    var b = new Model("b", () -> {}, Usage.NONE);
    var failure = assertThrows(Failure.class, () -> new BudgetedModel(b, budget, prices));
    assertEquals("model.budget.currencies", failure.problem().key());
  }

  @Test
  void whatFailsBeforeItsFirstPieceCostsACallAndWhatBreaksOffWhatCame() {
    var budget = new Budget(Budget.Limits.NONE);
    var failing =
        budgeted(
            budget,
            () -> {
              throw Failure.of("model.failed", "paid-1", "as told");
            });
    assertThrows(Failure.class, () -> ask(failing));
    assertEquals(new Cost(1, 0, 0, 0, 0, 0), budget.spent());
    var broken = budgeted(budget, () -> {});
    assertThrows(
        IllegalStateException.class,
        () ->
            broken.complete(
                REQUEST,
                piece -> {
                  throw new IllegalStateException("enough");
                }));
    assertEquals(new Cost(2, PROMPT, REPLY, 0, 0, PROMPT + 2 * REPLY), budget.spent());
  }

  @Test
  void manyThreadsNeverPassIt() throws Exception {
    int threads = 8;
    var budget = new Budget(Budget.Limits.NONE.withTokens(500));
    var model = budgeted(budget, Thread::yield);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      work.add(() -> askedUntilRefused(model));
    }
    int calls = 0;
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var done : pool.invokeAll(work)) {
        calls += done.get();
      }
    }
    // The last one that fits leaves less than the most of a call; those that wait are not refused
    // while others may give back.
    assertEquals(24, calls);
    assertEquals(480, budget.spent().promptTokens() + budget.spent().replyTokens());
  }

  private static int askedUntilRefused(ChatModel model) {
    int calls = 0;
    try {
      while (true) {
        ask(model);
        calls++;
      }
    } catch (Failure e) {
      assertEquals("model.budget.tokens", e.problem().key());
      return calls;
    }
  }

  @Test
  void callsWithinCallsAreRefusedAndDoNotWaitForThemselves() throws Exception {
    var budget = new Budget(Budget.Limits.NONE.withTokens(100));
    var both = new CountDownLatch(2);
    var inner = budgeted(budget, () -> {});
    Callable<List<String>> work =
        () -> {
          AtomicReference<List<String>> refused = new AtomicReference<>(List.of());
          ask(
              budgeted(
                  budget,
                  () -> {
                    both.countDown();
                    await(both);
                    try {
                      ask(inner);
                    } catch (Failure e) {
                      refused.set(List.of(e.problem().key()));
                    }
                  }));
          return refused.get();
        };
    List<String> refused = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var done : pool.invokeAll(List.of(work, work))) {
        refused.addAll(done.get());
      }
    }
    assertTrue(refused.contains("model.budget.tokens"), refused.toString());
  }

  @Test
  void whoWaitsCanBeCancelled() throws Exception {
    var budget = new Budget(Budget.Limits.NONE.withTokens(50));
    var asked = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    var holder =
        Thread.ofVirtual()
            .start(
                () ->
                    ask(
                        budgeted(
                            budget,
                            () -> {
                              asked.countDown();
                              await(free);
                            })));
    asked.await();
    Thread.currentThread().interrupt();
    var model = budgeted(budget, () -> {});
    assertThrows(Cancelled.class, () -> ask(model));
    free.countDown();
    holder.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
