package luotuo.memory;

import java.util.List;
import java.util.Locale;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;

/// Part of a scene that came to mind, with score and why.
///
/// @param score in 0 … 1, higher is nearer
/// @param words how many of the query's words it holds, each weighed by its rarity, in 0 … 1
/// @param meaning cosine of its vector and the query's; 0 where there is no vector
public record Recall(Span span, double score, double words, double meaning) {
  public Scene scene() {
    return span.scene();
  }

  public List<Turn> turns() {
    return span.turns();
  }

  /// Where the part begins.
  public Source source() {
    return turns().getFirst().source();
  }

  /// Which signals brought it up, such as `words 0.42, meaning 0.71`.
  public String why() {
    return String.format(Locale.ROOT, "words %.2f, meaning %.2f", words, meaning);
  }
}
