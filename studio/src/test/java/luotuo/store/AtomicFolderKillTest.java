package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed while it replaces a folder: readers see the old one or the new one, whole.
class AtomicFolderKillTest {
  @TempDir Path here;

  @Test
  void oldOrNewAfterEveryKill() throws IOException {
    long seed = System.nanoTime();
    System.out.println("AtomicFolderKillTest seed " + seed);
    Random random = new Random(seed);
    Path target = here.resolve("凉宫春日");
    int next = 1;
    for (int kill = 0; kill < ChildJvm.kills(); kill++) {
      var printed =
          ChildJvm.killed(FolderChild.class, random, target.toString(), String.valueOf(next));
      int last = Integer.parseInt(printed.getLast());
      int found = generation(target);
      assertTrue(found == last || found == last + 1, "after " + last + " came " + found);
      next = found + 1;
    }
    AtomicFolder.settleAll(here);
    try (var left = Files.list(here)) {
      assertEquals(1, left.filter(path -> !Leftovers.isLeftover(path)).count());
    }
  }

  @Test
  void readersOfAnotherProcessNeverSeeAMixture() throws Exception {
    Path target = here.resolve("春日");
    AtomicFolder.replace(target, folder -> FolderChild.fill(folder, 0));
    AtomicBoolean over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> reads = threads.submit(() -> readUntil(over, target));
      for (int kill = 0; kill < 3; kill++) {
        String next = String.valueOf(generation(target) + 1);
        ChildJvm.killed(FolderChild.class, new Random(kill), target.toString(), next);
      }
      over.set(true);
      assertTrue(result(reads) > 20);
    }
  }

  private static int readUntil(AtomicBoolean over, Path target) {
    int reads = 0;
    int last = 0;
    while (!over.get()) {
      int found = generation(target);
      assertTrue(found >= last, "back from " + last + " to " + found);
      last = found;
      reads++;
    }
    return reads;
  }

  private static int result(Future<Integer> reads) throws InterruptedException {
    try {
      return reads.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /// The generation that all files are of.
  private static int generation(Path target) {
    Set<String> seen =
        AtomicFolder.read(
            target,
            folder -> {
              Set<String> found = new TreeSet<>();
              for (int i = 0; i < FolderChild.FILES; i++) {
                found.add(Files.readString(folder.resolve(i + ".txt")).strip());
              }
              return found;
            });
    assertEquals(1, seen.size(), "a mixture: " + seen);
    return Integer.parseInt(seen.iterator().next());
  }
}
