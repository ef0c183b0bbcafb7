package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
  @TempDir Path here;

  private Path target() {
    return here.resolve("personas").resolve("佟湘玉");
  }

  private void put(String text) {
    AtomicFolder.replace(target(), folder -> Files.writeString(folder.resolve("a"), text));
  }

  private String found() {
    return AtomicFolder.read(target(), folder -> Files.readString(folder.resolve("a")));
  }

  @Test
  void replacesAndLeavesNothingBeside() throws IOException {
    put("old");
    put("new");
    assertEquals("new", found());
    assertEquals(List.of("佟湘玉"), visible());
  }

  @Test
  void createsOnlyWhereThePlaceIsFree() throws IOException {
    assertTrue(AtomicFolder.create(target(), folder -> Files.createFile(folder.resolve("a"))));
    assertFalse(AtomicFolder.create(target(), folder -> Files.createFile(folder.resolve("b"))));
    assertTrue(Files.exists(target().resolve("a")));
    assertEquals(List.of("佟湘玉"), visible());
  }

  @Test
  void whatFailsHalfWayChangesNothing() throws IOException {
    put("old");
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFolder.replace(
                target(),
                folder -> {
                  Files.writeString(folder.resolve("a"), "half");
                  throw new IllegalStateException("cut");
                }));
    assertEquals("old", found());
    assertEquals(List.of("佟湘玉"), visible());
  }

  @Test
  void aKillBetweenTheTwoMovesIsRepairedByTheNextReader() throws IOException {
    put("old");
    Files.move(target(), Leftovers.aside(target()));
    assertEquals("old", found());
    assertFalse(Files.exists(Leftovers.aside(target())));
  }

  @Test
  void aKillAfterTheSecondMoveLeavesTheNewOne() throws IOException {
    put("old");
    Files.move(target(), Leftovers.aside(target()));
    Files.createDirectory(target());
    Files.writeString(target().resolve("a"), "new");
    AtomicFolder.settleAll(here.resolve("personas"));
    assertEquals("new", found());
    assertFalse(Files.exists(Leftovers.aside(target())));
  }

  @Test
  void whatIsRemovedStaysAway() throws IOException {
    put("old");
    assertTrue(AtomicFolder.remove(target()));
    assertFalse(AtomicFolder.remove(target()));
    Failure failure = assertThrows(Failure.class, this::found);
    assertEquals("file.missing", failure.problem().key());
    assertEquals(List.of(), visible());
  }

  @Test
  void replacingFromManyThreadsLosesNoFolder() throws Exception {
    AtomicInteger last = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        threads.submit(() -> put(String.valueOf(last.incrementAndGet())));
      }
    }
    assertTrue(Integer.parseInt(found()) > 0);
    assertEquals(List.of("佟湘玉"), visible());
  }

  @Test
  void aLinkIsReplacedAndWhatItPointsToStays() throws IOException {
    Path elsewhere = Files.createDirectory(here.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a"), "mine");
    Files.createDirectories(target().getParent());
    Files.createSymbolicLink(target(), elsewhere);
    put("new");
    assertEquals("new", found());
    assertEquals("mine", Files.readString(elsewhere.resolve("a")));
  }

  @Test
  void onlyTheOwnerEntersWhatTheWorkspaceCreates() throws IOException {
    Workspace workspace = new Workspace(here.resolve("家"));
    Path created = workspace.ready(workspace.personas());
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(created)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.root())));
  }

  private List<String> visible() throws IOException {
    try (var entries = Files.list(here.resolve("personas"))) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".~lock"))
          .toList();
    }
  }
}
