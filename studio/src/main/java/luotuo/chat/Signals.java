package luotuo.chat;

import java.util.Locale;
import luotuo.memory.Recall;

/// What speaks for a line as the reply to a question; each but `picked` in 0 … 1.
///
/// @param judged how likely it is, as the judge reads both, that the line answers the question
/// @param asked nearness in meaning of the question and what the line once replied to
/// @param wordings the same by the three nearest wordings in the mean; 0 where there are none
/// @param picked log-odds that the question is one for this line rather than one that was never
///   answered, by all wordings together, in -14 … 14; 0 where there are none
/// @param untold nearness in meaning of the question and three that were never answered
/// @param words words in common, weighed by their rarity
/// @param echo how much of the line only says the question again
/// @param brief 1 for a single letter, falling with the logarithm of the length to 0 at 200
///   letters; three Latin letters count as one
/// @param asker 1 where the line was told to such a person as asks now
record Signals(
    double judged,
    double asked,
    double wordings,
    double picked,
    double said,
    double untold,
    double words,
    double echo,
    double brief,
    double asker) {

  /// Letters of a line that is not brief at all.
  private static final double LONG = 200;

  static Signals of(
      String question,
      String asker,
      Lines.Found found,
      double judged,
      double untold,
      double picked) {
    Line line = found.line();
    double asked = Lines.Found.meaning(found.cues());
    double said = 0;
    double words = 0;
    for (Recall recall : found.recalls()) {
      boolean own = recall.span().from() >= line.from();
      asked = own ? asked : Math.max(asked, recall.meaning());
      said = own ? Math.max(said, recall.meaning()) : said;
      words = Math.max(words, recall.words());
    }
    return new Signals(
        judged,
        asked,
        Cues.mean(found.cues(), Recall::meaning),
        picked,
        said,
        untold,
        words,
        echo(question, line.text()),
        brief(line.text()),
        !asker.isEmpty() && asker.equals(line.asker()) ? 1 : 0);
  }

  /// The share of the line's pairs of neighbouring letters that the question has too.
  static double echo(String question, String line) {
    int pairs = line.length() - 1;
    if (pairs < 1) {
      return question.contains(line) ? 1 : 0;
    }
    int shared = 0;
    for (int i = 0; i < pairs; i++) {
      shared += question.contains(line.substring(i, i + 2)) ? 1 : 0;
    }
    return (double) shared / pairs;
  }

  private static double brief(String line) {
    if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return 0;
    }
    double length = line.codePoints().mapToDouble(c -> c < 0x2000 ? 1 / 3.0 : 1).sum();
    return Math.clamp(1 - Math.log(Math.max(1, length)) / Math.log(LONG), 0, 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "judged %.2f, asked %.2f, wordings %.2f, picked %.2f, said %.2f, untold %.2f, words %.2f,"
            + " echo %.2f, brief %.2f, asker %.0f",
        judged,
        asked,
        wordings,
        picked,
        said,
        untold,
        words,
        echo,
        brief,
        asker);
  }
}
