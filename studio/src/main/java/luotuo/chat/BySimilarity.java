package luotuo.chat;

import java.util.List;
import luotuo.prompt.Excerpt;
import luotuo.prompt.Prompt;

/// By how much of the reply a scene holds, in words and in meaning.
final class BySimilarity implements Attribution {
  /// Chosen on `bench/dev/claims.tsv` (docs/log.md).
  private static final double LEAST = 0.25;

  private final OwnLines own;

  BySimilarity(OwnLines own) {
    this.own = own;
  }

  @Override
  public List<Double> of(Prompt prompt, String reply) {
    return held(prompt, reply).stream().map(share -> share < LEAST ? 0 : share).toList();
  }

  /// However little that is.
  List<Double> held(Prompt prompt, String reply) {
    return own.held(reply, prompt.scenes().stream().map(Excerpt::text).toList());
  }
}
