package luotuo.chat;

import java.util.Locale;

/// A line with its score as the reply to a question, and what speaks for it.
record Ranked(Line line, double score, Signals signals) {
  /// How much a line told to such a person as asks now goes before others that are good enough.
  private static final double TOLD_TO_SUCH = 0.12;

  /// The score by which lines are put in order. It says nothing of whether a line is an answer.
  double place() {
    return score + TOLD_TO_SUCH * signals.asker();
  }

  /// Where the line comes from, to whom it was told, and its signals.
  String why() {
    String to = line.asker().isEmpty() ? "" : "told to " + line.asker() + "; ";
    return "scene " + line.scene().id() + ": " + to + signals;
  }

  /// The same for a line that is not good enough.
  String whyNot(double declineBelow) {
    return String.format(Locale.ROOT, "best line %.2f < %.2f; %s", score, declineBelow, why());
  }
}
