package luotuo.memory;

import luotuo.store.Statements;

/// What was learned from already, as rows of the database: a turn of a conversation once, a line of
/// a talk among several once by each who heard it.
final class HeardRows {
  private HeardRows() {}

  /// @return whether it was not there yet
  static boolean add(Statements in, String persona, Fact.Origin origin) {
    return origin.isInGroup() ? addLine(in, persona, origin) : addTurn(in, origin.turn());
  }

  private static boolean addTurn(Statements in, long turn) {
    return in.update("INSERT OR IGNORE INTO heard (turn) VALUES (?)", turn) > 0;
  }

  private static boolean addLine(Statements in, String persona, Fact.Origin line) {
    return in.update(
            "INSERT OR IGNORE INTO heard_lines (persona, talk, number) VALUES (?, ?, ?)",
            persona,
            line.group(),
            line.number())
        > 0;
  }
}
