package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import luotuo.model.Embedder;

/// Finds the true line among ten of the persona's: by what a model finds likeliest, by what is
/// nearest in meaning to what was said, and by the sum of both, each in units of its spread among
/// the ten.
final class NextLine implements Scorer {
  private final Optional<ScriptText> script;
  private final Embedder embedder;

  NextLine(Optional<ScriptText> script, Embedder embedder) {
    this.script = script;
    this.embedder = embedder;
  }

  @Override
  public List<Score> score(Trial trial) {
    if (trial.lines().isEmpty()) {
      return List.of();
    }
    List<Score> scores = new ArrayList<>();
    double[] meaning = meaning(trial);
    scores.add(score(Measured.NEXT_BY_MEANING, trial, meaning));
    script.ifPresent(
        text -> {
          double[] likely = likely(text, trial);
          scores.add(score(Measured.NEXT_BY_LIKELIHOOD, trial, likely));
          scores.add(score(Measured.NEXT_BY_BOTH, trial, sum(spread(meaning), spread(likely))));
        });
    return scores;
  }

  private static Score score(Measured measured, Trial trial, double[] values) {
    String best = trial.lines().get(best(values));
    return Score.of(measured, best.equals(trial.sample().line()), best);
  }

  private static double[] likely(ScriptText text, Trial trial) {
    return trial.lines().stream()
        .mapToDouble(line -> -text.nats(trial.sample(), trial.recalled(), line))
        .toArray();
  }

  private double[] meaning(Trial trial) {
    float[] said = embedder.question(trial.sample().said());
    return embedder.embed(trial.lines()).stream()
        .mapToDouble(line -> Near.of(said, line))
        .toArray();
  }

  private static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static double[] spread(double[] values) {
    double mean = DoubleStream.of(values).average().orElse(0);
    double squares = DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = Math.sqrt(squares);
    return DoubleStream.of(values).map(x -> deviation == 0 ? 0 : (x - mean) / deviation).toArray();
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }
}
