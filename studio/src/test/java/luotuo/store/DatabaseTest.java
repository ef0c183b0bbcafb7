package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import luotuo.job.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  private static final List<Migration> WORDS =
      List.of(
          new Migration("001-words", "CREATE TABLE words (word TEXT PRIMARY KEY, n INTEGER);"),
          new Migration(
              "002-two",
              """
              ALTER TABLE words ADD COLUMN said TEXT;
              INSERT INTO words VALUES ('a;b', 1, NULL);
              """));

  @TempDir Path here;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = here.resolve("家").resolve("luotuo.db");
  }

  private Database open() {
    Database database = Database.open(file);
    database.migrate("test", WORDS);
    return database;
  }

  private static long count(Database database) {
    return database.first("SELECT count(*) FROM words", row -> row.integer(1)).orElseThrow();
  }

  private static void add(Database database, String word) {
    database.update("INSERT INTO words VALUES (?, ?, ?)", word, 1, null);
  }

  @Test
  void migrationsAreDoneOnceAndInOrder() {
    open().close();
    try (Database database = open()) {
      assertEquals(1, count(database));
      assertEquals(
          List.of("001-words", "002-two"),
          database.query("SELECT name FROM migrations ORDER BY number", row -> row.text(1)));
    }
  }

  @Test
  void aDatabaseThatWentFurtherIsRefused() {
    open().close();
    try (Database database = Database.open(file)) {
      Failure failure =
          assertThrows(Failure.class, () -> database.migrate("test", WORDS.subList(0, 1)));
      assertEquals("database.newer", failure.problem().key());
      assertEquals(List.of(file.toString(), "test/002-two"), failure.problem().arguments());
    }
  }

  @Test
  void aMigrationThatFailsLeavesNothingOfItself() {
    List<Migration> wrong =
        List.of(WORDS.getFirst(), new Migration("002-wrong", "CREATE TABLE x (y);\nNONSENSE;\n"));
    try (Database database = Database.open(file)) {
      assertThrows(RuntimeException.class, () -> database.migrate("test", wrong));
      database.migrate("test", WORDS);
      assertEquals(1, count(database));
    }
  }

  @Test
  void aTransactionThatThrowsIsUndone() {
    try (Database database = open()) {
      assertThrows(
          IllegalStateException.class,
          () ->
              database.transaction(
                  in -> {
                    in.update("DELETE FROM words");
                    throw new IllegalStateException("no");
                  }));
      assertEquals(1, count(database));
      add(database, "more");
      assertEquals(2, count(database));
    }
  }

  @Test
  void twoProgramsWriteAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int program = 0; program < 4; program++) {
        String mark = program + "-";
        threads.submit(
            () -> {
              try (Database database = open()) {
                for (int i = 0; i < 50; i++) {
                  add(database, mark + i);
                }
              }
            });
      }
    }
    try (Database database = open()) {
      assertEquals(201, count(database));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "问?mode=memory&x#%41", "'q'"})
  void theFileIsWhereItWasAskedFor(String folder) throws IOException {
    file = here.resolve(folder).resolve("luotuo.db");
    open().close();
    assertTrue(Files.size(here.resolve(folder).resolve("luotuo.db")) > 0);
  }
}
