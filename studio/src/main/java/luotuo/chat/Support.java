package luotuo.chat;

import java.util.List;
import luotuo.job.Failure;
import luotuo.prompt.Prompt;

/// Whether a sentence of a reply is supported where there is no number or name to look for: what it
/// may rest on holds most of it, or makes it likelier.
///
/// The thresholds were chosen on `bench/dev/claims.tsv`; docs/log.md says how well they tell.
final class Support {
  private static final double HELD = 0.5;

  /// Log-likelihood a token.
  private static final double GAINED = 0.16;

  /// What is shorter claims nothing; a Chinese character counts for three.
  private static final int SHORTEST = 15;

  private final OwnLines own;
  private final ByLikelihood likelihood;
  private final Prompt prompt;
  private final List<String> texts;

  /// @param texts what a reply may rest on
  Support(OwnLines own, ByLikelihood likelihood, Prompt prompt, List<String> texts) {
    this.own = own;
    this.likelihood = likelihood;
    this.prompt = prompt;
    this.texts = List.copyOf(texts);
  }

  boolean holds(String sentence) {
    return isPlain(sentence) || isLikelier(sentence);
  }

  /// Whether it is seen without the model: it claims nothing, or most of it is held.
  boolean isPlain(String sentence) {
    return !claims(sentence) || own.held(sentence, texts).stream().anyMatch(share -> share >= HELD);
  }

  /// What cannot be weighed, as in a replay of a record that holds no likelihoods, stays.
  private boolean isLikelier(String sentence) {
    try {
      return likelihood.gained(prompt, sentence) >= GAINED;
    } catch (Failure e) {
      return true;
    }
  }

  private static boolean claims(String sentence) {
    boolean asks = sentence.stripTrailing().matches("(?s).*[?？]");
    int weight =
        sentence
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .map(c -> Character.isIdeographic(c) ? 3 : 1)
            .sum();
    return !asks && weight >= SHORTEST;
  }
}
