package luotuo.eval.turns;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import luotuo.chat.Breaks;
import luotuo.chat.Slip;
import luotuo.chat.Voice;
import luotuo.eval.PassingTalk;
import luotuo.job.Cancelled;
import luotuo.persona.Persona;

/// One talk of scripted turns with a voice, and what comes of it.
public final class ScriptedTalk {
  private static final int LATEST = 3;

  private final Persona persona;
  private final long seed;
  private final Breaks breaks;

  /// @param seed of the voice
  public ScriptedTalk(Persona persona, long seed) {
    this.persona = persona;
    this.seed = seed;
    this.breaks = new Breaks(persona);
  }

  /// @param each told after each turn
  public Tally with(Voice voice, List<String> turns, Runnable each) {
    PassingTalk talk = new PassingTalk(voice);
    Tally tally = Tally.NONE;
    for (int i = 0; i < turns.size(); i++) {
      Cancelled.check();
      List<String> before = latest(talk.replies());
      Voice.Answer answer = talk.say(Voice.Question.of(turns.get(i)));
      tally = tally.plus(counted(i + 1, turns.get(i), answer, before));
      each.run();
    }
    return tally;
  }

  private static List<String> latest(List<String> replies) {
    return replies.subList(Math.max(0, replies.size() - LATEST), replies.size());
  }

  private Tally counted(int turn, String said, Voice.Answer answer, List<String> before) {
    boolean asked = answer.prompt().isPresent();
    boolean fallback = asked && answer.completion().isEmpty();
    boolean redrawn =
        answer.completion().stream()
            .anyMatch(last -> answer.usage().prompt() > last.usage().prompt());
    boolean cut = !fallback && answer.slips().size() > (redrawn ? 1 : 0);
    List<Slip> reached = breaks.of(answer.text(), answer.prompt(), before);
    String kinds = reached.stream().map(Slip::name).distinct().collect(Collectors.joining(", "));
    return new Tally(
        1,
        count(cut),
        count(redrawn),
        count(fallback),
        count(answer.outOfScope()),
        held(answer.slips()),
        seen(turn, said, answer, reached.isEmpty() ? Optional.empty() : Optional.of(kinds)),
        seen(turn, said, answer, Suspicion.of(answer.text())));
  }

  private static int count(boolean holds) {
    return holds ? 1 : 0;
  }

  private static Map<Slip, Integer> held(List<Slip> slips) {
    Map<Slip, Integer> held = new EnumMap<>(Slip.class);
    slips.forEach(slip -> held.merge(slip, 1, Integer::sum));
    return held;
  }

  private List<Tally.Seen> seen(int turn, String said, Voice.Answer answer, Optional<String> why) {
    List<Tally.Seen> seen = new ArrayList<>();
    why.ifPresent(
        words -> seen.add(new Tally.Seen(persona.name(), seed, turn, said, answer.text(), words)));
    return seen;
  }
}
