package luotuo.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import luotuo.eval.turns.Tally;

/// What came of scripted talks with a persona, as JSON.
record TallyShape(
    String name,
    List<Long> seeds,
    int turns,
    int replies,
    int cut,
    int redrawn,
    int fallbacks,
    int declined,
    Map<String, Integer> held,
    List<Tally.Seen> reached,
    List<Tally.Seen> suspects) {
  static TallyShape of(String persona, List<Long> seeds, int turns, Tally tally) {
    Map<String, Integer> held = new TreeMap<>();
    tally.held().forEach((slip, n) -> held.put(slip.name().toLowerCase(Locale.ROOT), n));
    return new TallyShape(
        persona,
        seeds,
        turns,
        tally.replies(),
        tally.cut(),
        tally.redrawn(),
        tally.fallbacks(),
        tally.declined(),
        held,
        tally.reached(),
        tally.suspects());
  }
}
