package luotuo.eval;

import java.util.ArrayList;
import java.util.List;
import luotuo.json.Json;

/// One person's talk with one persona, and what is asked of its memory afterwards; read from JSON
/// Lines as `studio/src/test/resources/remember/README.md` describes them.
///
/// @param turns in order
public record Dialogue(
    String persona, String person, String language, List<Turn> turns, List<Ask> asks) {
  public Dialogue {
    turns = List.copyOf(turns);
    asks = List.copyOf(asks);
  }

  /// @param n from 1
  /// @param day whole days since the first talk
  public record Turn(int n, int day, String user, String reply) {}

  /// @param turns those whose statement answers; empty where it was never told
  /// @param stale those with a statement that was replaced since
  public record Ask(int day, String user, List<Integer> turns, List<Integer> stale) {
    public Ask {
      turns = List.copyOf(turns);
      stale = List.copyOf(stale);
    }

    public boolean told() {
      return !turns.isEmpty();
    }

    public boolean changed() {
      return !stale.isEmpty();
    }
  }

  private record Line(
      String kind,
      String persona,
      String person,
      String language,
      int n,
      int day,
      String user,
      String reply,
      List<Integer> turns,
      List<Integer> stale,
      String answer) {}

  /// @param lines one JSON object each, the first about persona and person
  public static Dialogue read(List<String> lines) {
    List<Turn> turns = new ArrayList<>();
    List<Ask> asks = new ArrayList<>();
    Line meta = Json.read(lines.getFirst(), Line.class);
    for (String text : lines.subList(1, lines.size())) {
      Line line = Json.read(text, Line.class);
      if (line.kind().equals("turn")) {
        turns.add(new Turn(line.n(), line.day(), line.user(), line.reply()));
      } else {
        asks.add(new Ask(line.day(), line.user(), line.turns(), line.stale()));
      }
    }
    return new Dialogue(meta.persona(), meta.person(), meta.language(), turns, asks);
  }
}
