package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFolderTest {
  @TempDir Path temporary;

  private GrowingFolder folder() {
    return GrowingFolder.ready(temporary.resolve("家"));
  }

  @Test
  void aFileIsAddedOnceAndNeverChanged() throws IOException {
    var folder = folder();
    assertTrue(folder.add("a/b.json", "骆驼"));
    assertFalse(folder.add("a/b.json", "another"));
    assertEquals(Optional.of("骆驼"), folder.text("a/b.json"));
    assertTrue(folder.has("a/b.json"));
    try (var files = Files.list(folder.root())) {
      assertEquals(1, files.count(), "nothing temporary is left");
    }
  }

  @Test
  void whatIsMissingIsEmptyAndReadingMakesNothing() {
    var folder = GrowingFolder.at(temporary.resolve("none"));
    assertEquals(Optional.empty(), folder.text("a"));
    assertFalse(Files.exists(temporary.resolve("none")));
  }

  @Test
  void aFolderInTheWayIsAFailure() {
    var folder = folder();
    folder.add("a/b", "x");
    assertThrows(Failure.class, () -> folder.text("a"));
    assertThrows(Failure.class, () -> folder.add("a/b/c", "x"));
  }

  @Test
  void anInterruptDoesNoHarm() {
    var folder = folder();
    Thread.currentThread().interrupt();
    folder.add("a", "x");
    folder.append("lines", "y");
    assertEquals(Optional.of("x"), folder.text("a"));
    assertTrue(Thread.interrupted());
    folder.append("lines", "z");
    assertEquals(Optional.of("y\nz\n"), folder.text("lines"));
  }

  @Test
  void ofManyThreadsOneAddsAFileAndLinesStayWhole() throws Exception {
    List<Callable<Integer>> work = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      String mine = String.valueOf(thread).repeat(200);
      work.add(
          () -> {
            var folder = folder();
            int added = 0;
            for (int i = 0; i < 200; i++) {
              added += folder.add("f" + i, mine) ? 1 : 0;
              folder.append("lines", mine);
            }
            return added;
          });
    }
    int added = 0;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(work)) {
        added += done.get();
      }
    }
    assertEquals(200, added);
    List<String> lines = folder().text("lines").orElseThrow().lines().toList();
    assertEquals(800, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.matches("(\\d)\\1{199}")));
  }
}
