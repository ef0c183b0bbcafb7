package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import luotuo.job.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that cannot be read is said to be so, and is never taken for an empty one.
class DamagedDatabaseTest {
  @TempDir Path here;
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = here.resolve("luotuo.db");
    try (Database database = Database.open(file)) {
      database.migrate(
          "test", List.of(new Migration("001", "CREATE TABLE words (word TEXT, long TEXT);")));
      for (int i = 0; i < 40; i++) {
        database.update("INSERT INTO words VALUES (?, ?)", "w" + i, "骆驼".repeat(500));
      }
    }
  }

  private void assertRefused(String key) {
    Failure failure =
        assertThrows(
            Failure.class,
            () -> {
              try (Database database = Database.open(file)) {
                database.query("SELECT word FROM words", row -> row.text(1));
              }
            });
    assertEquals(key, failure.problem().key(), failure.getMessage());
    assertEquals(file.toString(), failure.problem().arguments().getFirst());
  }

  @Test
  void textInItsPlace() throws IOException {
    Files.writeString(file, "my notes, not a database\n".repeat(500));
    assertRefused("database.corrupt");
  }

  @Test
  void nothingInIt() throws IOException {
    Files.write(file, new byte[0]);
    assertRefused("database.corrupt");
  }

  @Test
  void zeroesInIt() throws IOException {
    Files.write(file, new byte[(int) Files.size(file)]);
    assertRefused("database.corrupt");
  }

  @Test
  void cutOff() throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    assertRefused("database.corrupt");
  }

  @Test
  void pagesOverwritten() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] noise = new byte[bytes.length - 100];
    new Random(7).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, 100, noise.length);
    Files.write(file, bytes);
    assertRefused("database.corrupt");
  }

  @Test
  void somebodyElses() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[68] = 0;
    Files.write(file, bytes);
    assertRefused("database.foreign");
  }

  @Test
  void itsJournalWithoutIt() throws IOException {
    Path elsewhere = here.resolve("elsewhere");
    try (Database database = Database.open(file)) {
      database.update("DELETE FROM words WHERE word = 'w1'");
      Files.copy(here.resolve("luotuo.db-wal"), elsewhere);
    }
    Files.delete(file);
    Files.move(elsewhere, here.resolve("luotuo.db-wal"), StandardCopyOption.REPLACE_EXISTING);
    assertRefused("database.lost");
  }

  @Test
  void aFolderInItsPlace() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    assertRefused("database.unreadable");
  }
}
