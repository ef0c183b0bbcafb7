package luotuo.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import luotuo.job.Failure;
import luotuo.store.Database;
import luotuo.store.Row;
import luotuo.store.Statements;
import org.jspecify.annotations.Nullable;

/// Stored conversations. A turn counts as said when [#append] has returned: it is on the disk then.
///
/// The turns of a conversation are a tree. Each follows another, and the conversation's head is the
/// turn that was said last on the way where it is now. Another reply, other words in the place of
/// some, and going back all begin a way of their own; nothing that was said is ever changed.
public final class Conversations {
  /// Stands for the turn before the first.
  public static final long BEGINNING = 0;

  private static final int MOST_DRAWS = 100;
  private static final String SUMMARY =
      """
      SELECT id, persona, model, created,
        coalesce((SELECT number FROM turns WHERE turns.id = head), 0),
        (SELECT question FROM turns WHERE conversation = conversations.id ORDER BY id LIMIT 1),
        coalesce((SELECT max(at) FROM turns WHERE conversation = conversations.id), created) AS last
      FROM conversations
      """;
  private static final String LISTED =
      """
      WHERE (?1 = '' OR persona = ?1) AND (?2 = '' OR EXISTS (
        SELECT 1 FROM turns WHERE conversation = conversations.id
          AND (instr(lower(question), lower(?2)) > 0 OR instr(lower(reply), lower(?2)) > 0)))
      """;
  private static final String HEAD = "SELECT head FROM conversations WHERE id = ?";
  private static final String TURN = "SELECT id FROM turns WHERE conversation = ? AND id = ?";
  private static final String PATH =
      """
      WITH RECURSIVE path (turn) AS (
        %s
        UNION ALL
        SELECT parent FROM turns JOIN path ON turns.id = path.turn)
      """;

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
    return start(persona, "");
  }

  /// @param model that speaks where a turn names no other; empty for none in particular
  public String start(String persona, String model) {
    return database.transaction(
        in -> {
          String id = freeId(in);
          in.update(
              "INSERT INTO conversations (id, persona, model, created) VALUES (?, ?, ?, ?)",
              id,
              persona,
              model,
              now());
          return id;
        });
  }

  /// Stores a turn where the conversation is now; it is committed when this returns.
  ///
  /// @throws Failure `conversation.unknown`
  public ConversationTurn append(String id, Reply reply, String asker) {
    return database.transaction(in -> insert(in, id, head(in, id), reply, asker, false));
  }

  /// Stores a turn after another one; the conversation is there then. It is committed when this
  /// returns.
  ///
  /// @param parent the turn that it follows, or [#BEGINNING]
  /// @param offRecord whether it is never to be learned from
  /// @throws Failure `conversation.unknown` or `turn.unknown`
  public ConversationTurn append(
      String id, long parent, Reply reply, String asker, boolean offRecord) {
    return database.transaction(in -> insert(in, id, parent, reply, asker, offRecord));
  }

  private ConversationTurn insert(
      Statements in, String id, long parent, Reply reply, String asker, boolean offRecord) {
    head(in, id);
    int number = parent == BEGINNING ? 1 : number(in, id, parent) + 1;
    long turn = TurnRows.insert(in, id, parent, number, reply, asker, offRecord, now());
    moveTo(in, id, turn);
    return in.first("SELECT " + TurnRows.COLUMNS + " FROM turns WHERE id = ?", TurnRows::read, turn)
        .orElseThrow();
  }

  /// The turns that lead to where the conversation is now, oldest first.
  ///
  /// @throws Failure `conversation.unknown`
  public List<ConversationTurn> turns(String id) {
    List<ConversationTurn> turns = path(HEAD, id);
    return turns.isEmpty() ? nothingSaidIn(id) : turns;
  }

  /// The turns that lead to one, itself included, oldest first.
  ///
  /// @throws Failure `conversation.unknown` or `turn.unknown`
  public List<ConversationTurn> turns(String id, long turn) {
    List<ConversationTurn> turns = path(TURN, id, turn);
    if (turns.isEmpty()) {
      summary(id);
      throw Failure.of("turn.unknown", turn, id);
    }
    return turns;
  }

  /// @param end selects the turn that a path leads to
  private List<ConversationTurn> path(String end, @Nullable Object... arguments) {
    return database.query(
        PATH.formatted(end)
            + "SELECT "
            + TurnRows.COLUMNS
            + " FROM turns JOIN path ON turns.id = path.turn ORDER BY number",
        TurnRows::read,
        arguments);
  }

  private List<ConversationTurn> nothingSaidIn(String id) {
    summary(id);
    return List.of();
  }

  /// One turn of any conversation; empty where it is not kept.
  public Optional<ConversationTurn> turn(long turn) {
    return database.first(
        "SELECT " + TurnRows.COLUMNS + " FROM turns WHERE id = ?", TurnRows::read, turn);
  }

  /// Each turn with a persona that may be learned from, and the conversation that it is of; oldest
  /// first.
  public Map<Long, String> onRecord(String persona) {
    Map<Long, String> turns = new LinkedHashMap<>();
    database
        .query(
            "SELECT turns.id, conversation FROM turns JOIN conversations"
                + " ON conversations.id = conversation"
                + " WHERE persona = ? AND off_record = 0 ORDER BY turns.id",
            row -> Map.entry(row.integer(1), row.text(2)),
            persona)
        .forEach(entry -> turns.put(entry.getKey(), entry.getValue()));
    return turns;
  }

  /// All turns that follow another one, oldest first.
  ///
  /// @param parent a turn, or [#BEGINNING]
  public List<ConversationTurn> siblings(String id, long parent) {
    return database.query(
        "SELECT "
            + TurnRows.COLUMNS
            + " FROM turns WHERE conversation = ? AND parent = ? ORDER BY id",
        TurnRows::read,
        id,
        parent);
  }

  /// By turn, or [#BEGINNING], the turns that follow it, oldest first; only where there are
  /// several.
  public Map<Long, List<Long>> forks(String id) {
    Map<Long, List<Long>> following = new LinkedHashMap<>();
    database
        .query(
            "SELECT parent, id FROM turns WHERE conversation = ? ORDER BY id",
            row -> List.of(row.integer(1), row.integer(2)),
            id)
        .forEach(
            step ->
                following
                    .computeIfAbsent(step.getFirst(), _ -> new ArrayList<>())
                    .add(step.getLast()));
    following.values().removeIf(turns -> turns.size() < 2);
    return following;
  }

  /// The ends of all ways that a conversation went, latest first.
  public List<Branch> branches(String id) {
    long head =
        database
            .first("SELECT head FROM conversations WHERE id = ?", row -> row.integer(1), id)
            .orElseThrow(() -> unknown(id));
    return database.query(
        """
        SELECT id, number, question, at FROM turns AS leaf WHERE conversation = ?1
          AND NOT EXISTS (SELECT 1 FROM turns WHERE conversation = ?1 AND parent = leaf.id)
        ORDER BY id DESC
        """,
        row ->
            new Branch(
                row.integer(1),
                (int) row.integer(2),
                row.text(3),
                Instant.ofEpochMilli(row.integer(4)),
                row.integer(1) == head),
        id);
  }

  /// Goes to a turn: what is said next follows it.
  ///
  /// @param turn of this conversation, or [#BEGINNING]
  /// @throws Failure `conversation.unknown` or `turn.unknown`
  public void goTo(String id, long turn) {
    database.transaction(
        in -> {
          head(in, id);
          if (turn != BEGINNING) {
            number(in, id, turn);
          }
          return moveTo(in, id, turn);
        });
  }

  /// Goes back before the latest turn; nothing is lost.
  ///
  /// @throws Failure `conversation.unknown`, or `conversation.nothing` at the beginning
  public void goBack(String id) {
    database.transaction(
        in -> {
          long parent =
              in.first("SELECT parent FROM turns WHERE id = ?", row -> row.integer(1), head(in, id))
                  .orElseThrow(() -> Failure.of("conversation.nothing"));
          return moveTo(in, id, parent);
        });
  }

  /// Goes to the latest end of the ways that lead through a turn.
  ///
  /// @throws Failure `conversation.unknown` or `turn.unknown`
  public void goThrough(String id, long turn) {
    database.transaction(
        in -> {
          head(in, id);
          number(in, id, turn);
          return moveTo(in, id, latestBelow(in, turn));
        });
  }

  private static long latestBelow(Statements in, long turn) {
    return in.first(
            """
            WITH RECURSIVE below (turn) AS (
              SELECT ? UNION ALL SELECT id FROM turns JOIN below ON turns.parent = below.turn)
            SELECT max(turn) FROM below
            """,
            row -> row.integer(1),
            turn)
        .orElseThrow();
  }

  private static int moveTo(Statements in, String id, long turn) {
    return in.update("UPDATE conversations SET head = ? WHERE id = ?", turn, id);
  }

  /// Removes a conversation with all that was said in it.
  ///
  /// @throws Failure `conversation.unknown`
  public void remove(String id) {
    database.transaction(
        in -> {
          head(in, id);
          in.update("DELETE FROM turns WHERE conversation = ?", id);
          return in.update("DELETE FROM conversations WHERE id = ?", id);
        });
  }

  /// The conversation with a persona in which a turn was stored last, or which was started last.
  public Optional<String> latest(String persona) {
    return list(ConversationFilter.with(persona), 1, 0).stream()
        .map(ConversationSummary::id)
        .findFirst();
  }

  /// One conversation.
  ///
  /// @throws Failure `conversation.unknown`
  public ConversationSummary summary(String id) {
    return database
        .first(SUMMARY + "WHERE id = ?", Conversations::summary, id)
        .orElseThrow(() -> unknown(id));
  }

  /// Conversations, latest first.
  public List<ConversationSummary> list(ConversationFilter which, int limit, int offset) {
    return database.query(
        SUMMARY + LISTED + "ORDER BY last DESC, rowid DESC LIMIT ?3 OFFSET ?4",
        Conversations::summary,
        which.persona(),
        which.words(),
        limit,
        offset);
  }

  /// How many conversations there are.
  public int count(ConversationFilter which) {
    return database
        .first(
            "SELECT count(*) FROM conversations " + LISTED,
            row -> (int) row.integer(1),
            which.persona(),
            which.words())
        .orElseThrow();
  }

  private static String freeId(Statements in) {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      String id = ConversationIds.draw(random);
      if (in.first("SELECT 1 FROM conversations WHERE id = ?", row -> 1, id).isEmpty()) {
        return id;
      }
    }
    throw new IllegalStateException("no free id in " + MOST_DRAWS + " draws");
  }

  private static long head(Statements in, String id) {
    return in.first("SELECT head FROM conversations WHERE id = ?", row -> row.integer(1), id)
        .orElseThrow(() -> unknown(id));
  }

  private static int number(Statements in, String id, long turn) {
    return in.first(
            "SELECT number FROM turns WHERE id = ? AND conversation = ?",
            row -> (int) row.integer(1),
            turn,
            id)
        .orElseThrow(() -> Failure.of("turn.unknown", turn, id));
  }

  private static ConversationSummary summary(Row row) {
    return new ConversationSummary(
        row.text(1),
        row.text(2),
        row.text(3),
        Instant.ofEpochMilli(row.integer(4)),
        (int) row.integer(5),
        row.text(6),
        Instant.ofEpochMilli(row.integer(7)));
  }

  private static Failure unknown(String id) {
    return Failure.of("conversation.unknown", id);
  }

  private long now() {
    return clock.millis();
  }
}
