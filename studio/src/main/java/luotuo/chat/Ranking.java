package luotuo.chat;

import luotuo.persona.Persona;

/// Makes one score, in 0 … 1, of the signals that speak for a line.
@FunctionalInterface
interface Ranking {
  double score(Signals signals);

  static Ranking of(Persona persona) {
    boolean taught = !persona.wordings().otherwise().isEmpty();
    return switch (persona.scope()) {
      case FACTS -> taught ? Ranking::taught : Ranking::facts;
      case PLAY -> Ranking::play;
    };
  }

  /// What answers counts, and what was asked in like words. A question nearer to one that was never
  /// answered than to any that was loses. The weights were chosen on the development questions
  /// under `bench/dev`.
  private static double facts(Signals s) {
    double near = Math.max(s.asked(), s.said());
    double untold = Math.max(0, s.untold() - s.asked());
    return Math.clamp(0.35 * s.judged() + 0.60 * near + 0.05 * s.words() - 2 * untold, 0, 1);
  }

  /// The same for a persona that was taught other wordings: then nearness tells more than the judge
  /// does, and a question near to one that was never answered is very likely that one.
  private static double taught(Signals s) {
    double near = Math.max(s.asked(), 0.9 * s.said());
    double untold = Math.max(0, s.untold() - s.asked());
    return Math.clamp(0.25 * s.judged() + 0.70 * near + 0.05 * s.words() - 4 * untold, 0, 1);
  }

  /// A line that fits is enough; one that says the question again, or runs on, fits less.
  private static double play(Signals s) {
    return Math.clamp(
        0.25 * s.judged()
            + 0.55 * Math.max(s.asked(), 0.9 * s.said())
            + 0.10 * s.words()
            + 0.10 * s.brief()
            - 0.20 * s.echo(),
        0,
        1);
  }
}
