package luotuo.eval;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luotuo.memory.Fact;
import luotuo.memory.Heard;
import luotuo.memory.Remembered;
import luotuo.memory.Remembrance;
import luotuo.memory.Whose;

/// How well what people told comes to mind when it is asked for, with at most five memories.
///
/// The turns of a dialogue are heard as if they had been said on their days; then each question is
/// put by itself.
public final class Remembering {
  private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

  private Remembering() {}

  /// Counts over questions.
  ///
  /// @param told questions about what was told, and `found`: a right memory was among those shown
  /// @param changed of those, about what changed, and `presentFirst`: a right one was shown, and no
  ///   outdated one before it
  /// @param shown memories shown for all questions, and `right` ones
  /// @param untold questions about what was never told, and `claimed`: own lines would answer them
  /// @param answered of those told own lines would answer, and `answeredRight`: with a right one
  public record Score(
      int told,
      int found,
      int changed,
      int changedFound,
      int presentFirst,
      int staleFirst,
      int shown,
      int right,
      int untold,
      int claimed,
      int answered,
      int answeredRight) {
    public static final Score NONE = new Score(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Score plus(Score o) {
      return new Score(
          told + o.told,
          found + o.found,
          changed + o.changed,
          changedFound + o.changedFound,
          presentFirst + o.presentFirst,
          staleFirst + o.staleFirst,
          shown + o.shown,
          right + o.right,
          untold + o.untold,
          claimed + o.claimed,
          answered + o.answered,
          answeredRight + o.answeredRight);
    }

    public double recall() {
      return (double) found / Math.max(1, told);
    }

    public double precision() {
      return (double) right / Math.max(1, shown);
    }
  }

  /// Told what came to mind for each question.
  @FunctionalInterface
  public interface Watcher {
    void asked(Dialogue.Ask ask, List<Remembered> shown);
  }

  /// @param remembrance knows nothing of this person yet
  /// @param first the id of the first turn, so that several dialogues can share a store
  public static Score of(Dialogue dialogue, Remembrance remembrance, long first, Watcher watcher) {
    Whose whose = new Whose(dialogue.persona(), dialogue.person());
    hear(dialogue, whose, remembrance, first);
    Score score = Score.NONE;
    for (Dialogue.Ask ask : dialogue.asks()) {
      List<Remembered> shown = remembrance.recall(whose, ask.user(), on(ask.day(), 0));
      watcher.asked(ask, shown);
      score = score.plus(score(ask, shown));
    }
    return score;
  }

  private static void hear(Dialogue dialogue, Whose whose, Remembrance remembrance, long first) {
    String before = "";
    for (Dialogue.Turn turn : dialogue.turns()) {
      var origin = new Fact.Origin("dialogue", first + turn.n(), turn.n());
      remembrance.hear(new Heard(whose, turn.user(), before, origin, on(turn.day(), turn.n())));
      before = turn.reply();
    }
  }

  private static Instant on(int day, int minute) {
    return FIRST.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
  }

  private static Score score(Dialogue.Ask ask, List<Remembered> shown) {
    List<Integer> turns = shown.stream().map(r -> r.fact().origin().number()).toList();
    Set<Integer> right = new HashSet<>(ask.turns());
    int rightAt = first(turns, right);
    int staleAt = first(turns, new HashSet<>(ask.stale()));
    boolean found = rightAt < turns.size();
    boolean sure = !shown.isEmpty() && shown.getFirst().sure();
    boolean changed = ask.changed();
    return new Score(
        count(ask.told()),
        count(ask.told() && found),
        count(changed),
        count(changed && found),
        count(changed && found && rightAt < staleAt),
        count(changed && staleAt < rightAt),
        turns.size(),
        (int) turns.stream().filter(right::contains).count(),
        count(!ask.told()),
        count(!ask.told() && sure),
        count(ask.told() && sure),
        count(ask.told() && sure && rightAt == 0));
  }

  private static int count(boolean holds) {
    return holds ? 1 : 0;
  }

  /// The place of the first that is among some; the size where there is none.
  private static int first(List<Integer> turns, Set<Integer> some) {
    int at = 0;
    while (at < turns.size() && !some.contains(turns.get(at))) {
      at++;
    }
    return at;
  }
}
