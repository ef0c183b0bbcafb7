package luotuo.memory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import luotuo.model.Judge;

/// What is likeliest by its signals is read beside the question, which tells better whether it is
/// what answers.
final class Reading {
  /// So many are read. What answers is among them for nine questions in ten and more, and reading
  /// twice as many brought no more (docs/log.md).
  private static final int READ = 8;

  /// What the reader's log-odds weigh, beside the signals as [Weights#READ] has them.
  private static final double SAID = 0.63;

  private static final double LEAST = 1e-6;

  private final Judge reader;

  Reading(Judge reader) {
    this.reader = reader;
  }

  /// The probability of each fact to be the one that answers, in the place of the others and of
  /// none.
  ///
  /// @param near log-odds of the same by signals alone; only the greatest are read
  double[] shares(
      String question, List<Fact> facts, List<Relevance.Signals> signals, double[] near) {
    List<Integer> likeliest =
        IntStream.range(0, near.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> near[i]).reversed())
            .limit(READ)
            .toList();
    double[] read =
        reader.judge(question, likeliest.stream().map(i -> side(facts.get(i))).toList());
    double[] said = logOdds(read);
    double[] beside = Weights.READ.odds(signals);
    double[] odds = new double[near.length];
    Arrays.fill(odds, Double.NEGATIVE_INFINITY);
    for (int place = 0; place < read.length; place++) {
      int fact = likeliest.get(place);
      odds[fact] = beside[fact] + SAID * said[place];
    }
    return Weights.shares(odds);
  }

  private static Judge.Candidate side(Fact fact) {
    return new Judge.Candidate(fact.asked(), fact.text());
  }

  static double[] logOdds(double[] probabilities) {
    return Arrays.stream(probabilities)
        .map(p -> Math.clamp(p, LEAST, 1 - LEAST))
        .map(p -> Math.log(p / (1 - p)))
        .toArray();
  }
}
