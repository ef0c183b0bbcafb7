package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import luotuo.job.Cancelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlacesTest {
  private final Places places = new Places(2);

  /// Somebody who wants a place.
  private final class Caller {
    final List<Integer> told = new CopyOnWriteArrayList<>();
    final CountDownLatch leave = new CountDownLatch(1);
    final CompletableFuture<Void> done = new CompletableFuture<>();
    final Thread thread = Thread.ofVirtual().start(this::call);

    private void call() {
      try {
        try (Places.Place _ = places.take(told::add)) {
          leave.await();
        }
        done.complete(null);
      } catch (InterruptedException | RuntimeException e) {
        done.completeExceptionally(e);
      }
    }

    void isServed() {
      until(() -> told.contains(0));
    }
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private Caller caller(int waiting) {
    Caller caller = new Caller();
    until(() -> places.waiting() == waiting && !caller.told.isEmpty());
    return caller;
  }

  @Test
  void whoeverComesFirstIsServedFirstAndIsToldThePlaceInTheLine() throws Exception {
    Caller first = caller(0);
    Caller second = caller(0);
    List<Caller> line = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      line.add(caller(i));
    }
    assertEquals(List.of(0), first.told);
    assertEquals(List.of(0), second.told);
    first.leave.countDown();
    first.done.get(5, TimeUnit.SECONDS);
    line.get(0).isServed();
    until(() -> line.get(3).told.contains(3));
    second.leave.countDown();
    line.get(1).isServed();
    until(() -> line.get(3).told.contains(2));
    assertEquals(List.of(1, 0), line.get(0).told);
    assertEquals(List.of(2, 1, 0), line.get(1).told);
    assertEquals(4, line.get(3).told.getFirst());
    assertEquals(2, places.taken());
    assertEquals(2, places.waiting());
    line.forEach(caller -> caller.leave.countDown());
    until(() -> places.taken() == 0);
  }

  @Test
  void whoeverGoesAwayMakesRoomAtOnce() throws Exception {
    Caller first = caller(0);
    Caller second = caller(0);
    Caller impatient = caller(1);
    Caller patient = caller(2);
    impatient.thread.interrupt();
    until(() -> patient.told.contains(1));
    ExecutionException gone =
        assertThrows(ExecutionException.class, () -> impatient.done.get(5, TimeUnit.SECONDS));
    assertInstanceOf(Cancelled.class, gone.getCause());
    first.thread.interrupt();
    patient.isServed();
    second.leave.countDown();
    patient.leave.countDown();
    until(() -> places.taken() == 0 && places.waiting() == 0);
  }

  @Test
  void whoeverCannotBeToldLosesTheTurnToTheNext() {
    Caller first = caller(0);
    Caller second = caller(0);
    assertThrows(
        IllegalStateException.class,
        () ->
            places.take(
                _ -> {
                  throw new IllegalStateException("nobody listens");
                }));
    assertEquals(0, places.waiting());
    first.leave.countDown();
    second.leave.countDown();
    until(() -> places.taken() == 0);
    assertThrows(
        IllegalStateException.class,
        () ->
            places.take(
                _ -> {
                  throw new IllegalStateException("nobody listens");
                }));
    assertEquals(0, places.taken());
    assertFalse(places.waiting() > 0);
  }

  @Test
  void thousandsPassWithoutAnybodyBeingLost() throws Exception {
    List<Caller> all = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Caller caller = new Caller();
      caller.leave.countDown();
      all.add(caller);
    }
    for (Caller caller : all) {
      caller.done.get(20, TimeUnit.SECONDS);
    }
    assertEquals(0, places.taken());
    assertEquals(0, places.waiting());
  }
}
