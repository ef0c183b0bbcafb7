package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeptTest {
  private final Kept<String, String> kept = new Kept<>();
  private final AtomicInteger made = new AtomicInteger();

  private String make(Optional<String> old) {
    return "value " + made.incrementAndGet();
  }

  @Test
  void isMadeOnceForAllWhoAskAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> asked =
          IntStream.range(0, 50)
              .mapToObj(
                  _ ->
                      CompletableFuture.<String>supplyAsync(
                          () ->
                              kept.get(
                                  "slow",
                                  _ -> true,
                                  old -> {
                                    begun.countDown();
                                    await(go);
                                    return make(old);
                                  }),
                          pool))
              .toList();
      await(begun);
      assertEquals("other", kept.get("quick", _ -> true, _ -> "other"), "nobody else waits");
      go.countDown();
      for (CompletableFuture<String> one : asked) {
        assertEquals("value 1", one.get(5, TimeUnit.SECONDS));
      }
    }
    assertEquals(1, made.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isMadeAnewWhereItNoLongerServes() {
    assertEquals("value 1", kept.get("a", _ -> true, this::make));
    assertEquals("value 1", kept.get("a", _ -> true, this::make));
    assertEquals("value 2", kept.get("a", "value 2"::equals, this::make));
    assertEquals(List.of("value 2"), kept.all());
    kept.forget("a");
    assertEquals(List.of(), kept.all());
    assertEquals("value 3", kept.get("a", _ -> true, this::make));
  }

  @Test
  void aFailureIsNotKept() {
    assertThrows(
        IllegalStateException.class,
        () ->
            kept.get(
                "a",
                _ -> true,
                _ -> {
                  throw new IllegalStateException();
                }));
    assertEquals("value 1", kept.get("a", _ -> true, this::make));
  }
}
