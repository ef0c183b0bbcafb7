package luotuo.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import luotuo.app.shape.ReplyShape;
import luotuo.eval.golden.GoldenResult;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// What came of a persona's tests, as JSON.
record GoldenShape(
    String name, int dialogues, int held, int failed, int known, int fixed, List<Talk> talks) {

  record Talk(String dialogue, String outcome, List<Replied> turns) {}

  record Replied(
      int line,
      String question,
      String reply,
      boolean outOfScope,
      List<ReplyShape.Quoted> evidence,
      String outcome,
      List<String> problems,
      @Nullable String known) {}

  static GoldenShape of(
      String persona, List<GoldenResult> results, Function<Problem, String> words) {
    return new GoldenShape(
        persona,
        results.size(),
        GoldenResult.count(results, GoldenResult.Outcome.HELD),
        GoldenResult.count(results, GoldenResult.Outcome.FAILED),
        GoldenResult.count(results, GoldenResult.Outcome.KNOWN),
        GoldenResult.count(results, GoldenResult.Outcome.FIXED),
        results.stream().map(result -> talk(result, words)).toList());
  }

  private static Talk talk(GoldenResult result, Function<Problem, String> words) {
    return new Talk(
        result.dialogue().name(),
        key(result.outcome()),
        result.turns().stream().map(turn -> replied(turn, words)).toList());
  }

  private static Replied replied(GoldenResult.Replied replied, Function<Problem, String> words) {
    return new Replied(
        replied.turn().line(),
        replied.turn().ask(),
        replied.answer().text(),
        replied.answer().outOfScope(),
        replied.answer().evidence().stream().map(ReplyShape.Quoted::of).toList(),
        key(replied.outcome()),
        replied.problems().stream().map(words).toList(),
        replied.turn().known().orElse(null));
  }

  private static String key(GoldenResult.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
