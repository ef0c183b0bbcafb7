package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path here;

  @Test
  void writesAndReplacesAndLeavesNothingElse() throws IOException {
    Path file = here.resolve("清单.yaml");
    AtomicFile.write(file, "一");
    AtomicFile.write(file, "二");
    assertEquals("二", Files.readString(file));
    assertEquals(List.of(file), entries());
  }

  @Test
  void aPrivateFileIsNobodyElsesAlsoInPlaceOfAnother() throws IOException {
    Path file = here.resolve("key");
    AtomicFile.write(file, "old");
    AtomicFile.writePrivately(file, "new");
    assertEquals("new", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aScratchFolderIsItsOwnersAndGoes() throws IOException {
    Path path;
    try (ScratchFolder scratch = ScratchFolder.in(here.resolve("tmp"))) {
      path = scratch.path();
      Files.createDirectories(path.resolve("a/b"));
      Files.writeString(path.resolve("a/b/c"), "c");
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
    assertFalse(Files.exists(path));
    Path left = ScratchFolder.in(here.resolve("tmp")).path();
    ScratchFolder.sweep(here.resolve("tmp"), Duration.ofHours(1));
    assertTrue(Files.exists(left));
    ScratchFolder.sweep(here.resolve("tmp"), Duration.ofHours(-1));
    assertFalse(Files.exists(left));
    ScratchFolder.sweep(here.resolve("none"), Duration.ZERO);
  }

  @Test
  void whatAKilledProcessLeftGoesAfterAnHour() throws IOException {
    Path stale = Files.createDirectories(Leftovers.unfinished(here).resolve("texts")).getParent();
    Path fresh = Files.createFile(Leftovers.unfinished(here));
    Path foreign = Files.createFile(here.resolve(".~lock"));
    for (Path old : List.of(stale, foreign)) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
    AtomicFile.write(here.resolve("a"), "a");
    assertFalse(Files.exists(stale));
    assertTrue(Files.exists(fresh));
    assertTrue(Files.exists(foreign));
  }

  @Test
  void aFailureNamesTheFileAndLeavesTheOldOne() throws IOException {
    Path taken = here.resolve("a");
    Files.createDirectories(taken.resolve("b"));
    Failure failure = assertThrows(Failure.class, () -> AtomicFile.write(taken, "text"));
    assertTrue(failure.problem().key().startsWith("file."), failure.getMessage());
    assertTrue(failure.problem().arguments().getFirst().endsWith("a"), failure.getMessage());
    assertTrue(Files.isDirectory(taken));
    assertEquals(1, entries().size());
  }

  @Test
  void aMissingFolderIsAFailure() {
    Path file = here.resolve("nowhere/a");
    Failure failure = assertThrows(Failure.class, () -> AtomicFile.write(file, "text"));
    assertEquals("file.missing", failure.problem().key());
  }

  private List<Path> entries() throws IOException {
    try (var entries = Files.list(here)) {
      return entries.toList();
    }
  }
}
