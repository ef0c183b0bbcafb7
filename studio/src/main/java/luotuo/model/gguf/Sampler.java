package luotuo.model.gguf;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import luotuo.model.Sampling;

/// Chooses the next token. What narrows the choice wraps what makes it.
@FunctionalInterface
interface Sampler {
  /// @param candidates narrowed and changed on the way
  /// @return a token
  int choose(Candidates candidates);

  /// Always the best.
  Sampler GREEDY = Candidates::best;

  /// The algorithm of the draws; a seed gives the same draws on every machine.
  String RANDOM = "L64X128MixRandom";

  /// Penalties, temperature, top-k, top-p and min-p, in this order.
  static Sampler of(Sampling sampling) {
    Sampler chain = GREEDY;
    if (sampling.temperature() > 0) {
      long seed = sampling.seed().orElseGet(() -> new SplittableRandom().nextLong());
      chain = draw(RandomGeneratorFactory.of(RANDOM).create(seed));
      chain = sampling.minP() > 0 ? minP(sampling.minP(), chain) : chain;
      chain = sampling.topP() < 1 ? topP(sampling.topP(), chain) : chain;
      chain = sampling.topK() > 0 ? topK(sampling.topK(), chain) : chain;
      chain = temperature(sampling.temperature(), chain);
    }
    return Penalties.needed(sampling) ? new Penalties(sampling, chain) : chain;
  }

  /// Each by its probability.
  static Sampler draw(RandomGenerator random) {
    return candidates -> {
      double left = random.nextDouble() * candidates.mass();
      double best = candidates.score(0);
      int last = candidates.count() - 1;
      for (int rank = 0; rank < last; rank++) {
        left -= Math.exp(candidates.score(rank) - best);
        if (left < 0) {
          return candidates.id(rank);
        }
      }
      return candidates.id(last);
    };
  }

  static Sampler temperature(double temperature, Sampler then) {
    return candidates -> {
      candidates.divide(temperature);
      return then.choose(candidates);
    };
  }

  /// Only so many of the best.
  static Sampler topK(int most, Sampler then) {
    return candidates -> {
      candidates.keep(most);
      return then.choose(candidates);
    };
  }

  /// The fewest of the best that have this probability together.
  static Sampler topP(double probability, Sampler then) {
    return candidates -> {
      double left = probability * candidates.mass();
      double best = candidates.score(0);
      int kept = 0;
      while (kept < candidates.count() && left > 0) {
        left -= Math.exp(candidates.score(kept++) - best);
      }
      candidates.keep(Math.max(1, kept));
      return then.choose(candidates);
    };
  }

  /// Those at least this share as likely as the best.
  static Sampler minP(double share, Sampler then) {
    return candidates -> {
      double least = candidates.score(0) + Math.log(share);
      int kept = 1;
      while (kept < candidates.count() && candidates.score(kept) >= least) {
        kept++;
      }
      candidates.keep(kept);
      return then.choose(candidates);
    };
  }
}
