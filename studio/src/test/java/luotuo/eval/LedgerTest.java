package luotuo.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
  private static final LedgerEntry FULL =
      LedgerEntry.of("model run", "李鲁鲁")
          .withModel("qwen3-0.6b")
          .withData("ab".repeat(32), "talk.txt", 12)
          .withCost(new Cost(3, 1000, 200, 1.25, 2.5, 0.0123))
          .withCurrency("CNY")
          .withScore("right", 0)
          .withEffort("两个小时, \"2h\"")
          .withNote("x");

  @TempDir Path folder;
  private Database database;
  private Ledger ledger;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("luotuo.db"));
    ledger = new Ledger(database, "1.2", () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasWrittenIsReadAgainInFull() {
    LedgerRow full = ledger.append(FULL);
    LedgerRow plain = ledger.append(LedgerEntry.of("import", "阿远"));
    assertEquals(new LedgerRow(1, NOW, "1.2", FULL), full);
    assertEquals(full, ledger.row(1));
    assertEquals(plain, ledger.row(2));
    assertEquals(Optional.empty(), plain.entry().score(), "no score is not a score of 0");
    assertEquals(0, full.entry().score().orElseThrow().value());
  }

  @Test
  void theLatestComesFirst() {
    List<String> kinds = List.of("import", "check", "import", "chat", "import");
    kinds.forEach(what -> ledger.append(LedgerEntry.of(what, "x")));
    assertEquals(List.of(5L, 4L), ids(2, 0, Optional.empty()));
    assertEquals(List.of(3L, 2L), ids(2, 2, Optional.empty()));
    assertEquals(List.of(5L, 3L, 1L), ids(10, 0, Optional.of("import")));
    assertEquals(List.of(3L), ids(1, 1, Optional.of("import")));
    assertEquals(List.of(), ids(10, 0, Optional.of("")));
  }

  private List<Long> ids(int limit, int offset, Optional<String> what) {
    return ledger.list(limit, offset, what).stream().map(LedgerRow::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger SET money = 0",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE id = 1"
      })
  void nothingIsEverChanged(String sql) {
    LedgerRow row = ledger.append(FULL);
    assertThrows(RuntimeException.class, () -> database.update(sql));
    assertEquals(row, ledger.row(row.id()));
    assertEquals(2, ledger.append(FULL).id());
  }

  @Test
  void anUnknownRowIsAFailure() {
    var failure = assertThrows(Failure.class, () -> ledger.row(7));
    assertEquals("ledger.unknown", failure.problem().key());
  }

  @Test
  void severalProgramsWriteIntoOne() {
    Path file = folder.resolve("luotuo.db");
    IntStream.range(0, 4)
        .parallel()
        .forEach(
            i -> {
              try (Database other = Database.open(file)) {
                Ledger same = new Ledger(other, "1.3");
                IntStream.range(0, 25).forEach(j -> same.append(FULL));
              }
            });
    assertEquals(100, ids(1000, 0, Optional.empty()).stream().distinct().count());
  }
}
