package luotuo.chat;

import luotuo.persona.Persona;
import luotuo.persona.Wordings;

/// Makes one score, in 0 … 1, of the signals that speak for a line.
@FunctionalInterface
interface Ranking {
  /// Of what is said back, so much shows that a line is to the point; a line that is little else
  /// says nothing.
  double ECHO = 0.5;

  /// From this nearness on two questions ask the same.
  double SAME = 0.7;

  double score(Signals signals);

  static Ranking of(Persona persona) {
    Wordings wordings = persona.wordings();
    boolean taught = !wordings.otherwise().isEmpty() && !wordings.untold().isEmpty();
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

  /// The same for a persona that was taught other wordings and what it never told: what they say
  /// together tells more than the judge or the nearest of them does. The weights were chosen on the
  /// development questions. A line that has none is ranked as any other.
  private static double taught(Signals s) {
    if (s.wordings() == 0) {
      return facts(s);
    }
    double near = s.wordings() + 0.1 * s.asked() + 0.15 * s.said();
    return Math.clamp(0.3 + near - 1.2 * s.untold() + 0.06 * s.picked() + 0.35 * s.judged(), 0, 1);
  }

  /// How likely a reader takes the line for a reply: a logistic regression over 774 lines of six
  /// characters, each read beside what was said to the character (docs/log.md, "Lines taken up,
  /// read again"), moved so that the floor of play, where nearly half of the lines fit, is 0.55. A
  /// brief line fits more often than a long one, which has more in it that belongs elsewhere. Among
  /// those lines hardly one had replied to the same question, so that what this counts is set
  /// apart.
  private static double play(Signals s) {
    double odds =
        0.97 * s.judged()
            + 0.92 * s.asked()
            + 10 * Math.max(0, s.asked() - SAME)
            + 0.95 * s.said()
            + 4.41 * s.words()
            + 1.61 * Math.min(s.echo(), ECHO)
            - 6 * Math.max(0, s.echo() - ECHO)
            + 2.79 * s.brief()
            - 2.94;
    return 1 / (1 + Math.exp(-odds));
  }
}
