package luotuo.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.model.Usage;
import luotuo.store.Database;
import luotuo.store.Row;
import luotuo.store.Statements;

/// Stored conversations. A turn counts as said when [#append] has returned: it is on the disk then.
public final class Conversations {
  private static final String COLUMNS =
      "number, asker, question, reply, out_of_scope, voice, why, millis, evidence, at,"
          + " conversation, prompt_tokens, cached_tokens, reply_tokens, counted";
  private static final int MOST_DRAWS = 100;

  private final Database database;
  private final InstantSource clock;

  public Conversations(Database database) {
    this(database, InstantSource.system());
  }

  Conversations(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    database.migrate(ConversationTables.ROOM, ConversationTables.STEPS);
  }

  /// Starts a conversation with a persona.
  ///
  /// @return its id
  public String start(String persona) {
    return database.transaction(
        in -> {
          String id = freeId(in);
          in.update("INSERT INTO conversations VALUES (?, ?, ?)", id, persona, now());
          return id;
        });
  }

  /// Stores a turn; it is committed when this returns.
  ///
  /// @throws Failure `conversation.unknown`
  public ConversationTurn append(String id, Reply reply, String asker) {
    long at = now();
    int number = database.transaction(in -> insert(in, id, reply, asker, at));
    return new ConversationTurn(number, asker, Instant.ofEpochMilli(at), in(id, reply));
  }

  /// All turns, oldest first.
  ///
  /// @throws Failure `conversation.unknown`
  public List<ConversationTurn> turns(String id) {
    List<ConversationTurn> turns =
        database.query(
            "SELECT " + COLUMNS + " FROM turns WHERE conversation = ? ORDER BY number",
            Conversations::turn,
            id);
    return turns.isEmpty() ? nothingSaidIn(id) : turns;
  }

  private List<ConversationTurn> nothingSaidIn(String id) {
    summary(id);
    return List.of();
  }

  /// The conversation with a persona in which a turn was stored last, or which was started last.
  public Optional<String> latest(String persona) {
    return list(persona, 1, 0).stream().map(ConversationSummary::id).findFirst();
  }

  /// One conversation.
  ///
  /// @throws Failure `conversation.unknown`
  public ConversationSummary summary(String id) {
    return database
        .first(summaries("WHERE id = ?"), Conversations::summary, id)
        .orElseThrow(() -> unknown(id));
  }

  /// Conversations with a persona, latest first.
  public List<ConversationSummary> list(String persona, int limit, int offset) {
    return database.query(
        summaries("WHERE persona = ? ORDER BY last DESC, rowid DESC LIMIT ? OFFSET ?"),
        Conversations::summary,
        persona,
        limit,
        offset);
  }

  /// All conversations, latest first.
  public List<ConversationSummary> list(int limit, int offset) {
    return database.query(
        summaries("ORDER BY last DESC, rowid DESC LIMIT ? OFFSET ?"),
        Conversations::summary,
        limit,
        offset);
  }

  private static String summaries(String which) {
    return """
    SELECT id, persona, created,
      (SELECT count(*) FROM turns WHERE conversation = id),
      (SELECT question FROM turns WHERE conversation = id AND number = 1),
      coalesce((SELECT max(at) FROM turns WHERE conversation = id), created) AS last
    FROM conversations
    """
        + which;
  }

  private static String freeId(Statements in) {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      String id = ConversationIds.draw(random);
      if (!isKnown(in, id)) {
        return id;
      }
    }
    throw new IllegalStateException("no free id in " + MOST_DRAWS + " draws");
  }

  private static int insert(Statements in, String id, Reply reply, String asker, long at) {
    if (!isKnown(in, id)) {
      throw unknown(id);
    }
    int number =
        in.first(
                "SELECT coalesce(max(number), 0) + 1 FROM turns WHERE conversation = ?",
                row -> (int) row.integer(1),
                id)
            .orElseThrow();
    in.update(
        "INSERT INTO turns (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        id,
        reply.usage().prompt(),
        reply.usage().cached(),
        reply.usage().reply(),
        reply.usage().counted());
    return number;
  }

  private static ConversationTurn turn(Row row) {
    return new ConversationTurn(
        (int) row.integer(1),
        row.text(2),
        Instant.ofEpochMilli(row.integer(10)),
        new Reply(
            row.text(3),
            row.text(4),
            row.integer(5) != 0,
            List.of(Json.read(row.text(9), Evidence[].class)),
            row.text(6),
            row.text(7),
            row.integer(8),
            usage(row),
            row.text(11)));
  }

  private static Usage usage(Row row) {
    return new Usage(
        (int) row.integer(12), (int) row.integer(13), (int) row.integer(14), row.integer(15) != 0);
  }

  private static ConversationSummary summary(Row row) {
    return new ConversationSummary(
        row.text(1),
        row.text(2),
        Instant.ofEpochMilli(row.integer(3)),
        (int) row.integer(4),
        row.text(5),
        Instant.ofEpochMilli(row.integer(6)));
  }

  private static Reply in(String id, Reply reply) {
    return new Reply(
        reply.question(),
        reply.text(),
        reply.outOfScope(),
        reply.evidence(),
        reply.voice(),
        reply.why(),
        reply.millis(),
        reply.usage(),
        id);
  }

  private static boolean isKnown(Statements in, String id) {
    return !in.query("SELECT 1 FROM conversations WHERE id = ?", row -> 1, id).isEmpty();
  }

  private static Failure unknown(String id) {
    return Failure.of("conversation.unknown", id);
  }

  private long now() {
    return clock.millis();
  }
}
