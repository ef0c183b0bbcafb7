package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.LikelihoodModel;
import luotuo.model.LikelihoodModel.Context;
import luotuo.model.ScoredToken;
import luotuo.persona.Persona;
import luotuo.prompt.Excerpt;
import luotuo.prompt.Prompt;
import luotuo.prompt.PromptWriter;

/// By how much likelier the reply is with a scene before the question than with none.
///
/// Each scene stands alone: where two say the same, leaving out one of them would not show. The
/// beginning of the prompt stays, so that the model knows it already, and what the scenes cost is
/// their own tokens and the reply's. Scenes that hold next to nothing of the reply are not tried.
final class ByLikelihood implements Attribution {
  /// Scenes that are tried at the most, the nearest first.
  private static final int MOST = 4;

  /// Characters of the reply that are weighed.
  private static final int LONGEST = 240;

  private static final double HOLDS_NOTHING = 0.15;

  /// Chosen as for [BySimilarity].
  private static final double LEAST = 0.15;

  private final Persona persona;
  private final LikelihoodModel model;
  private final PromptWriter writer;
  private final BySimilarity similarity;

  ByLikelihood(
      Persona persona, LikelihoodModel model, PromptWriter writer, BySimilarity similarity) {
    this.persona = persona;
    this.model = model;
    this.writer = writer;
    this.similarity = similarity;
  }

  @Override
  public List<Double> of(Prompt prompt, String reply) {
    List<Double> held = similarity.held(prompt, reply);
    boolean[] tried = new boolean[held.size()];
    for (int i = 0; i < Math.min(MOST, held.size()); i++) {
      tried[i] = held.get(i) >= HOLDS_NOTHING;
    }
    return weighed(prompt, start(reply), tried);
  }

  private List<Double> weighed(Prompt prompt, String reply, boolean[] tried) {
    List<Double> shares = new ArrayList<>();
    double without = Double.NaN;
    for (int i = 0; i < tried.length; i++) {
      if (tried[i] && Double.isNaN(without)) {
        without = likelihood(prompt, List.of(), reply);
      }
      double share =
          tried[i]
              ? share(likelihood(prompt, List.of(prompt.scenes().get(i)), reply) - without)
              : 0;
      shares.add(share < LEAST ? 0 : share);
    }
    return shares;
  }

  /// The share of the reply's perplexity that goes.
  private static double share(double gained) {
    return Math.clamp(1 - Math.exp(-gained), 0, 1);
  }

  /// What all scenes of the prompt together add to a sentence's log-likelihood, a token.
  double gained(Prompt prompt, String sentence) {
    return likelihood(prompt, prompt.scenes(), sentence) - likelihood(prompt, List.of(), sentence);
  }

  /// The log-likelihood of a token in the mean.
  private double likelihood(Prompt prompt, List<Excerpt> scenes, String reply) {
    Context context = new Context.Chat(writer.withScenes(prompt, persona, scenes));
    return model.score(context, reply).stream()
        .mapToDouble(ScoredToken::logProbability)
        .average()
        .orElse(0);
  }

  private static String start(String reply) {
    return reply.codePointCount(0, reply.length()) <= LONGEST
        ? reply
        : reply.substring(0, reply.offsetByCodePoints(0, LONGEST));
  }
}
