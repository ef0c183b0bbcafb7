package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import luotuo.job.Cancelled;
import org.junit.jupiter.api.Test;

/// What every [ChatModel] keeps.
public abstract class ChatModelContract {
  private static final Duration SOON = Duration.ofSeconds(10);

  /// A model that the tests share and leave open. Without temperature, the same request gets the
  /// same reply.
  protected abstract ChatModel model();

  /// A model of the same kind that a test may close.
  protected abstract ChatModel another();

  /// A request without stop texts, temperature 0, whose reply has at least 24 characters and 8
  /// tokens and comes in at least four pieces.
  protected ChatRequest request() {
    return new ChatRequest(
        List.of(Message.system("你是李鲁鲁。"), Message.user("讲讲你的骆驼，one 🐫 after another.")),
        Sampling.GREEDY.withMaximum(64));
  }

  /// A request whose reply takes far longer than a second to come, where this kind has one.
  protected Optional<ChatRequest> slow() {
    return Optional.empty();
  }

  @Test
  void piecesAreWholeCharactersAndTogetherTheText() {
    var pieces = new ArrayList<Piece>();
    var completion = model().complete(request(), pieces::add);
    assertEquals(completion.text(), said(pieces));
    assertEquals(completion.thoughts(), thought(pieces));
    for (Piece piece : pieces) {
      assertFalse(piece.text().isEmpty(), "an empty piece");
      assertFalse(Character.isLowSurrogate(piece.text().charAt(0)), piece.text());
      assertFalse(Character.isHighSurrogate(piece.text().charAt(piece.text().length() - 1)));
    }
  }

  @Test
  void whatTheOtherTestsRestOnHolds() {
    var pieces = new ArrayList<Piece>();
    var completion = model().complete(request(), pieces::add);
    assertTrue(completion.text().length() >= 24, completion.text());
    assertTrue(pieces.size() >= 4, pieces.toString());
    assertEquals(completion.text(), text(request()));
  }

  @Test
  void piecesComeOnTheCallingThread() {
    Thread caller = Thread.currentThread();
    model().complete(request(), piece -> assertSame(caller, Thread.currentThread()));
  }

  @Test
  void aStopTextEndsTheReplyAndIsNoPartOfIt() {
    String whole = text(request());
    for (int length : List.of(1, 2, 5)) {
      for (int at = 1; at + length <= whole.length(); at += 3) {
        String stop = whole.substring(at, at + length);
        if (Character.isLowSurrogate(stop.charAt(0))
            || Character.isHighSurrogate(stop.charAt(length - 1))) {
          continue;
        }
        var pieces = new ArrayList<Piece>();
        var stopped = model().complete(stopping(List.of("never said", stop)), pieces::add);
        assertEquals(whole.substring(0, whole.indexOf(stop)), stopped.text(), "stop: " + stop);
        assertEquals(stopped.text(), said(pieces), "a part of the stop text was told: " + stop);
        assertEquals(Completion.Finish.STOP, stopped.finish());
      }
    }
  }

  @Test
  void whatOnlyBeginsLikeAStopTextIsSaid() {
    String whole = text(request());
    String almost = whole.substring(whole.length() - 3) + "\u0001";
    var pieces = new ArrayList<Piece>();
    assertEquals(whole, model().complete(stopping(List.of(almost)), pieces::add).text());
    assertEquals(whole, said(pieces));
  }

  @Test
  void theMaximumIsKept() {
    String whole = text(request());
    for (int maximum : List.of(1, 2, 3, 5)) {
      var cut = model().complete(with(request().sampling().withMaximum(maximum)), piece -> {});
      assertEquals(Completion.Finish.LENGTH, cut.finish());
      assertTrue(whole.startsWith(cut.text()) && cut.text().length() < whole.length(), cut.text());
      if (cut.usage().counted()) {
        assertEquals(maximum, cut.usage().reply());
      }
    }
  }

  @Test
  void usageIsPositive() {
    var completion = model().complete(request(), piece -> {});
    var usage = completion.usage();
    assertTrue(usage.prompt() > 0 && usage.reply() > 0, usage.toString());
    assertTrue(usage.cached() >= 0 && usage.cached() <= usage.prompt(), usage.toString());
    assertTrue(model().count(request().messages()) > 0);
    assertEquals(0, model().tokens().count(""));
    assertTrue(model().tokens().count("骆驼 and 🐫") > 0);
    assertTrue(model().context() >= usage.total());
  }

  @Test
  void tokensThatAreToldHaveLogProbabilities() {
    for (ScoredToken token : model().complete(request(), piece -> {}).tokens()) {
      assertTrue(token.logProbability() <= 0, token.toString());
      assertTrue(token.logProbability() > Double.NEGATIVE_INFINITY, token.toString());
    }
  }

  @Test
  void anInterruptWhileAPieceIsToldEndsTheCall() {
    var pieces = new ArrayList<Piece>();
    assertThrows(
        Cancelled.class,
        () ->
            model()
                .complete(
                    request(),
                    piece -> {
                      pieces.add(piece);
                      Thread.currentThread().interrupt();
                    }));
    assertFalse(Thread.interrupted(), "the interrupt is used up");
    assertTrue(pieces.size() <= 2, "one more piece at most: " + pieces);
    assertTrue(text(request()).length() >= 24, "usable after being cancelled");
  }

  @Test
  void anInterruptBeforeTheCallEndsIt() {
    var pieces = new ArrayList<Piece>();
    Thread.currentThread().interrupt();
    assertThrows(Cancelled.class, () -> model().complete(request(), pieces::add));
    assertFalse(Thread.interrupted(), "the interrupt is used up");
    assertEquals(List.of(), pieces);
  }

  @Test
  void anInterruptFromOutsideEndsALongCallSoon() throws Exception {
    assumeTrue(slow().isPresent(), "nothing here takes long");
    var started = new CountDownLatch(1);
    var call =
        new FutureTask<>(
            () -> {
              started.countDown();
              return model().complete(slow().orElseThrow(), piece -> {});
            });
    var thread = Thread.ofPlatform().start(call);
    started.await();
    Thread.sleep(100);
    long begin = System.nanoTime();
    thread.interrupt();
    assertTrue(thread.join(SOON), "still at work");
    var ended = assertThrows(ExecutionException.class, call::get);
    assertInstanceOf(Cancelled.class, ended.getCause());
    assertTrue(System.nanoTime() - begin < SOON.toNanos());
  }

  @Test
  void whatTheConsumerThrowsPassesThrough() {
    var thrown = new IllegalStateException("enough");
    var pieces = new ArrayList<Piece>();
    var caught =
        assertThrows(
            IllegalStateException.class,
            () ->
                model()
                    .complete(
                        request(),
                        piece -> {
                          pieces.add(piece);
                          throw thrown;
                        }));
    assertSame(thrown, caught);
    assertEquals(1, pieces.size(), "nothing is told after it threw");
    assertTrue(text(request()).length() >= 24, "usable afterwards");
  }

  @Test
  void severalThreadsMayCallAtOnce() throws Exception {
    String expected = text(request());
    var calls = new ArrayList<Callable<String>>();
    IntStream.range(0, 6).forEach(i -> calls.add(() -> text(request())));
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (var reply : threads.invokeAll(calls)) {
        assertEquals(expected, reply.get(60, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void itHasANameAndAContext() {
    assertFalse(model().name().isBlank());
    assertTrue(model().context() > 0);
  }

  @Test
  void itMayBeClosedTwiceAndIsThenOfNoUse() {
    var closed = another();
    closed.complete(request(), piece -> {});
    closed.close();
    closed.close();
    var e = assertThrows(IllegalStateException.class, () -> closed.complete(request(), p -> {}));
    assertTrue(String.valueOf(e.getMessage()).contains(closed.name()), e.getMessage());
  }

  private String text(ChatRequest request) {
    return model().complete(request, piece -> {}).text();
  }

  private ChatRequest stopping(List<String> stops) {
    return with(request().sampling().withStops(stops));
  }

  private ChatRequest with(Sampling sampling) {
    return new ChatRequest(request().messages(), sampling);
  }

  private static String said(List<Piece> pieces) {
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Said(String said)) {
        text.append(said);
      }
    }
    return text.toString();
  }

  private static String thought(List<Piece> pieces) {
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Thought(String thought)) {
        text.append(thought);
      }
    }
    return text.toString();
  }
}
