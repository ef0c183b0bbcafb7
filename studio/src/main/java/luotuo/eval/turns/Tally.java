package luotuo.eval.turns;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import luotuo.chat.Slip;

/// What came of scripted talks.
///
/// @param replies in all
/// @param cut of which the end was held back
/// @param redrawn that were the second draw
/// @param fallbacks where own lines took over from a language model
/// @param declined that were refusals
/// @param held what was held back, by its kind
/// @param reached replies that fall out of form and were seen all the same
/// @param suspects replies with words that may be a break and may not, for people to read
public record Tally(
    int replies,
    int cut,
    int redrawn,
    int fallbacks,
    int declined,
    Map<Slip, Integer> held,
    List<Seen> reached,
    List<Seen> suspects) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, Map.of(), List.of(), List.of());

  public Tally {
    held = Map.copyOf(held);
    reached = List.copyOf(reached);
    suspects = List.copyOf(suspects);
  }

  /// A reply that somebody saw.
  ///
  /// @param why what is wrong with it
  public record Seen(String persona, long seed, int turn, String said, String reply, String why) {}

  public Tally plus(Tally other) {
    Map<Slip, Integer> both = new EnumMap<>(Slip.class);
    both.putAll(held);
    other.held.forEach((slip, n) -> both.merge(slip, n, Integer::sum));
    return new Tally(
        replies + other.replies,
        cut + other.cut,
        redrawn + other.redrawn,
        fallbacks + other.fallbacks,
        declined + other.declined,
        both,
        joined(reached, other.reached),
        joined(suspects, other.suspects));
  }

  private static List<Seen> joined(List<Seen> one, List<Seen> other) {
    List<Seen> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
