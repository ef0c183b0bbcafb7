package luotuo.chat;

import java.time.Instant;
import java.util.List;
import luotuo.json.Json;
import luotuo.model.Usage;
import luotuo.store.Row;
import luotuo.store.Statements;

/// Turns as rows of the database.
final class TurnRows {
  static final String COLUMNS =
      "id, parent, number, asker, question, reply, out_of_scope, voice, why, millis, evidence, at,"
          + " conversation, prompt_tokens, cached_tokens, reply_tokens, counted";

  private TurnRows() {}

  static ConversationTurn read(Row row) {
    return new ConversationTurn(
        row.integer(1),
        row.integer(2),
        (int) row.integer(3),
        row.text(4),
        Instant.ofEpochMilli(row.integer(12)),
        new Reply(
            row.text(5),
            row.text(6),
            row.integer(7) != 0,
            List.of(Json.read(row.text(11), Evidence[].class)),
            row.text(8),
            row.text(9),
            row.integer(10),
            usage(row),
            row.text(13)));
  }

  private static Usage usage(Row row) {
    return new Usage(
        (int) row.integer(14), (int) row.integer(15), (int) row.integer(16), row.integer(17) != 0);
  }

  /// @return the new turn's id
  static long insert(
      Statements in,
      String conversation,
      long parent,
      int number,
      Reply reply,
      String asker,
      boolean offRecord,
      long at) {
    in.update(
        "INSERT INTO turns ("
            + COLUMNS
            + ", off_record) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        parent,
        number,
        asker,
        reply.question(),
        reply.text(),
        reply.outOfScope(),
        reply.voice(),
        reply.why(),
        reply.millis(),
        Json.write(reply.evidence()),
        at,
        conversation,
        reply.usage().prompt(),
        reply.usage().cached(),
        reply.usage().reply(),
        reply.usage().counted(),
        offRecord);
    return in.first("SELECT last_insert_rowid()", row -> row.integer(1)).orElseThrow();
  }
}
