package luotuo.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.store.Database;
import luotuo.store.Row;

/// Stored talks among several. A line counts as said when [#append] has returned.
public final class GroupTalks {
  private static final String SUMMARY =
      """
      SELECT t.id, t.members, t.topic, t.created, coalesce(max(l.at), t.created), count(l.number),
        coalesce((SELECT text FROM group_lines WHERE talk = t.id AND number = 1), '')
      FROM group_talks t LEFT JOIN group_lines l ON l.talk = t.id
      """;

  private static final String LINES =
      "SELECT number, speaker, text, heard, evidence, voice, at, off_record FROM group_lines";

  private final Database database;
  private final InstantSource clock;

  public GroupTalks(Database database) {
    this.database = database;
    this.clock = InstantSource.system();
    database.migrate(GroupTables.ROOM, GroupTables.STEPS);
  }

  /// @param members names of the personas
  /// @param topic may be empty
  /// @return the talk's id
  public long start(List<String> members, String topic) {
    return database.transaction(
        in -> {
          in.update(
              "INSERT INTO group_talks (members, created, topic) VALUES (?, ?, ?)",
              Json.write(members.stream().sorted().toList()),
              clock.millis(),
              topic);
          return in.first("SELECT last_insert_rowid()", row -> row.integer(1)).orElseThrow();
        });
  }

  /// The talk among just these that was started last.
  public Optional<Long> latest(List<String> members) {
    return database.first(
        "SELECT id FROM group_talks WHERE members = ? ORDER BY id DESC LIMIT 1",
        row -> row.integer(1),
        Json.write(members.stream().sorted().toList()));
  }

  /// @param topic that it is about from now on
  void about(long talk, String topic) {
    database.update("UPDATE group_talks SET topic = ? WHERE id = ?", topic, talk);
  }

  /// @throws Failure `group.missing`
  public GroupSummary summary(long talk) {
    return database
        .first(SUMMARY + " WHERE t.id = ? GROUP BY t.id", GroupTalks::summary, talk)
        .orElseThrow(() -> Failure.of("group.missing", talk));
  }

  /// Latest first.
  public List<GroupSummary> list(int limit, int offset) {
    return database.query(
        SUMMARY + " GROUP BY t.id ORDER BY 5 DESC, t.id DESC LIMIT ? OFFSET ?",
        GroupTalks::summary,
        limit,
        offset);
  }

  public int count() {
    return database
        .first("SELECT count(*) FROM group_talks", row -> (int) row.integer(1))
        .orElseThrow();
  }

  private static GroupSummary summary(Row row) {
    return new GroupSummary(
        row.integer(1),
        List.of(Json.read(row.text(2), String[].class)),
        row.text(3),
        Instant.ofEpochMilli(row.integer(4)),
        Instant.ofEpochMilli(row.integer(5)),
        (int) row.integer(6),
        row.text(7));
  }

  /// Removes a talk with all that was said in it.
  ///
  /// @throws Failure `group.missing`
  public void remove(long talk) {
    database.transaction(
        in -> {
          in.update("DELETE FROM group_lines WHERE talk = ?", talk);
          if (in.update("DELETE FROM group_talks WHERE id = ?", talk) == 0) {
            throw Failure.of("group.missing", talk);
          }
          return true;
        });
  }

  /// Stores a line; it is committed when this returns.
  ///
  /// @param line its number and time do not count
  /// @throws Failure `group.missing`
  public GroupLine append(long talk, GroupLine line) {
    return database.transaction(
        in -> {
          if (in.first("SELECT 1 FROM group_talks WHERE id = ?", row -> 1, talk).isEmpty()) {
            throw Failure.of("group.missing", talk);
          }
          long at = clock.millis();
          int number =
              in.first(
                      "SELECT coalesce(max(number), 0) + 1 FROM group_lines WHERE talk = ?",
                      row -> (int) row.integer(1),
                      talk)
                  .orElseThrow();
          in.update(
              "INSERT INTO group_lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              talk,
              number,
              line.speaker(),
              line.text(),
              Json.write(line.heard()),
              Json.write(line.evidence()),
              line.voice(),
              at,
              line.offRecord());
          return new GroupLine(
              number,
              line.speaker(),
              line.text(),
              line.heard(),
              line.evidence(),
              line.voice(),
              line.offRecord(),
              Instant.ofEpochMilli(at));
        });
  }

  /// Oldest first.
  public List<GroupLine> lines(long talk) {
    return database.query(LINES + " WHERE talk = ? ORDER BY number", GroupTalks::line, talk);
  }

  /// One line of any talk; empty where it is not kept.
  public Optional<GroupLine> line(long talk, int number) {
    return database.first(LINES + " WHERE talk = ? AND number = ?", GroupTalks::line, talk, number);
  }

  /// The talks in which a persona heard a user say what may be learned from, oldest first.
  public List<Long> toldTo(String persona) {
    return database.query(
        """
        SELECT DISTINCT talk FROM group_lines WHERE voice = '' AND off_record = 0
          AND EXISTS (SELECT 1 FROM json_each(heard) WHERE value = ?) ORDER BY talk
        """,
        row -> row.integer(1),
        persona);
  }

  private static GroupLine line(Row row) {
    return new GroupLine(
        (int) row.integer(1),
        row.text(2),
        row.text(3),
        List.of(Json.read(row.text(4), String[].class)),
        List.of(Json.read(row.text(5), Evidence[].class)),
        row.text(6),
        row.integer(8) != 0,
        Instant.ofEpochMilli(row.integer(7)));
  }
}
