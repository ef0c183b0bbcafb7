package luotuo.model.gguf;

import java.util.Arrays;
import luotuo.model.Sampling;

/// Makes tokens that occurred in the reply less likely, or likelier. What the prompt says counts
/// for nothing: a persona's own words are not to be avoided.
final class Penalties implements Sampler {
  private final Sampling sampling;
  private final Sampler then;
  private int[] occurred = new int[64];
  private int[] times = new int[64];
  private int count;

  Penalties(Sampling sampling, Sampler then) {
    this.sampling = sampling;
    this.then = then;
  }

  static boolean needed(Sampling sampling) {
    return sampling.repeatPenalty() != 1
        || sampling.frequencyPenalty() != 0
        || sampling.presencePenalty() != 0;
  }

  @Override
  public int choose(Candidates candidates) {
    for (int i = 0; i < count; i++) {
      candidates.set(occurred[i], penalised(candidates.of(occurred[i]), times[i]));
    }
    int token = then.choose(candidates);
    count(token);
    return token;
  }

  private float penalised(float score, int often) {
    double repeat = sampling.repeatPenalty();
    double repeated = score > 0 ? score / repeat : score * repeat;
    return (float) (repeated - often * sampling.frequencyPenalty() - sampling.presencePenalty());
  }

  private void count(int token) {
    for (int i = 0; i < count; i++) {
      if (occurred[i] == token) {
        times[i]++;
        return;
      }
    }
    if (count == occurred.length) {
      occurred = Arrays.copyOf(occurred, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
    }
    occurred[count] = token;
    times[count++] = 1;
  }
}
