package luotuo.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import luotuo.store.Row;
import luotuo.store.Statements;

/// Facts and their changes as rows of the database. A vector is a blob of 32-bit floats, little
/// endian.
final class FactRows {
  static final String SELECT =
      "SELECT id, persona, person, kind, text, asked, conversation, turn, number, importance, at,"
          + " recalled, replaced_by, forgotten, embedder, vector, talk FROM facts";

  private FactRows() {}

  static Fact read(Row row) {
    return new Fact(
        row.integer(1),
        new Whose(row.text(2), row.text(3)),
        Fact.Kind.valueOf(row.text(4)),
        row.text(5),
        row.text(6),
        new Fact.Origin(row.text(7), row.integer(8), row.integer(17), (int) row.integer(9)),
        row.real(10),
        Instant.ofEpochMilli(row.integer(11)),
        Instant.ofEpochMilli(row.integer(12)),
        row.integer(13),
        row.integer(14) != 0);
  }

  static Vectored vectored(Row row) {
    return new Vectored(read(row), row.text(15), floats(row.bytes(16)));
  }

  static FactChange change(Row row) {
    return new FactChange(
        Instant.ofEpochMilli(row.integer(1)),
        FactChange.What.valueOf(row.text(2)),
        row.text(3),
        row.integer(4));
  }

  /// @return the new fact's id
  static long insert(Statements in, Vectored vectored) {
    Fact fact = vectored.fact();
    in.update(
        "INSERT INTO facts (persona, person, kind, text, asked, conversation, turn, talk,"
            + " number, importance, at, recalled, embedder, vector)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fact.whose().persona(),
        fact.whose().person(),
        fact.kind().name(),
        fact.text(),
        fact.asked(),
        fact.origin().conversation(),
        fact.origin().turn(),
        fact.origin().group(),
        fact.origin().number(),
        fact.importance(),
        fact.at().toEpochMilli(),
        fact.recalled().toEpochMilli(),
        vectored.embedder(),
        bytes(vectored.vector()));
    long id = in.first("SELECT last_insert_rowid()", row -> row.integer(1)).orElseThrow();
    log(in, id, fact.at(), FactChange.What.WRITTEN, fact.text(), 0);
    return id;
  }

  static void log(
      Statements in, long fact, Instant at, FactChange.What what, String text, long other) {
    in.update(
        "INSERT INTO fact_changes (fact, at, what, text, other) VALUES (?, ?, ?, ?, ?)",
        fact,
        at.toEpochMilli(),
        what.name(),
        text,
        other);
  }

  static byte[] bytes(float[] vector) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
