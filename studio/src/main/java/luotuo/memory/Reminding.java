package luotuo.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import luotuo.model.Embedder;
import luotuo.model.Judge;

/// What words bring to mind of what somebody told: the nearer first, and before all the one that
/// was read and is sure to answer.
final class Reminding {
  /// @param floor under this probability by nearness a fact does not come to mind
  /// @param sure from this one on a fact may be said as the answer
  private record Bar(double floor, double sure) {}

  /// Where nearness and the like decide; chosen on the dialogues 01 to 30 (docs/log.md).
  private static final Bar NEAR = new Bar(0.008, 0.7);

  /// Where it was read beside the question; chosen on the same dialogues and on the told sets under
  /// `bench/dev/told`.
  private static final Bar READ = new Bar(0.002, 0.7);

  /// From this on a fact may be said that tells who the asker is, where they ask for that: hardly
  /// two do, and what does was told to be remembered.
  private static final double SURE_OF_SELF = 0.3;

  private final Embedder embedder;
  private final Turning turning;
  private final Weights weights;
  private final Weights sure;
  private final Optional<Reading> reading;
  private final Weighing weighing;
  private final Topics topics;

  /// @param embedder stays open
  /// @param reader stays open
  Reminding(Embedder embedder, Optional<Judge> reader, Weighing weighing, Topics topics) {
    this.embedder = embedder;
    this.turning = Turning.of(embedder.name());
    this.weights = Weights.of(embedder.name());
    this.sure = Weights.sure(embedder.name());
    this.reading = reader.map(Reading::new);
    this.weighing = weighing;
    this.topics = topics;
  }

  /// @param near probability of each fact to be what answers, by its signals
  /// @param read the same where they were read, of the others 0; empty where none were
  private record Likely(List<Relevance.Signals> signals, double[] near, Optional<double[]> read) {
    double[] decides(Weights sure) {
      return read.orElseGet(() -> Weights.shares(sure.odds(signals)));
    }
  }

  /// Best first.
  List<Remembered> of(String words, List<Vectored> known, Instant now) {
    if (known.isEmpty()) {
      return List.of();
    }
    Likely likely = likely(words, known);
    double[] decides = likely.decides(sure);
    int best = greatest(decides);
    Bar bar = likely.read().isPresent() ? READ : NEAR;
    boolean answers = decides[best] >= sureFrom(words, known.get(best).fact(), bar);
    double floor = weighing.scaled() ? 0 : bar.floor();
    double[] relevances = answers ? settled(likely.near(), best, decides[best]) : likely.near();
    double[] scores = scores(known, likely.signals(), relevances, now);
    return IntStream.range(0, known.size())
        .filter(i -> likely.near()[i] >= floor || (answers && i == best))
        .mapToObj(
            i ->
                new Remembered(
                    known.get(i).fact(),
                    scores[i],
                    decides[i],
                    answers && i == best,
                    why(likely, i),
                    Optional.empty()))
        .sorted(Comparator.comparingDouble(Remembered::score).reversed())
        .toList();
  }

  private Likely likely(String words, List<Vectored> known) {
    List<Relevance.Signals> signals = signals(words, known);
    double[] odds = weights.odds(signals);
    double[] near = Weights.shares(odds);
    List<Fact> told = known.stream().map(Vectored::fact).toList();
    Optional<double[]> read =
        reading.filter(_ -> mayAsk(words, near)).map(r -> r.shares(words, told, signals, odds));
    return new Likely(signals, near, read);
  }

  List<Relevance.Signals> signals(String words, List<Vectored> known) {
    List<Set<String>> sets = known.stream().map(v -> topics.of(v.fact().text())).toList();
    return new Relevance(known, sets)
        .of(words, turning.turn(embedder.question(words)), topics.asked(words));
  }

  /// Whether words may ask for something, and something near may answer them.
  private static boolean mayAsk(String words, double[] shares) {
    boolean asks = RuleListener.isQuestion(words) || RuleListener.statements(words, "").isEmpty();
    return asks && Arrays.stream(shares).anyMatch(share -> share >= NEAR.floor());
  }

  private double sureFrom(String words, Fact best, Bar bar) {
    boolean ofSelf =
        topics.of(best.text()).contains(Concepts.SELF)
            && topics.asked(words).contains(Concepts.SELF);
    return ofSelf ? SURE_OF_SELF : bar.sure();
  }

  /// What one is sure of comes first; the others share what is left.
  private static double[] settled(double[] shares, int sure, double share) {
    double left = (1 - share) / Math.max(1e-9, 1 - shares[sure]);
    double[] settled = Arrays.stream(shares).map(s -> s * left).toArray();
    settled[sure] = share;
    return settled;
  }

  private static int greatest(double[] shares) {
    return IntStream.range(0, shares.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> shares[i]))
        .orElseThrow();
  }

  private static String why(Likely likely, int fact) {
    return likely.signals().get(fact)
        + likely.read().map(r -> String.format(Locale.ROOT, ", read %.2f", r[fact])).orElse("");
  }

  /// Profiles that scale are those of others, whose relevance is nearness in meaning alone.
  private double[] scores(
      List<Vectored> known, List<Relevance.Signals> signals, double[] relevances, Instant now) {
    return weighing.scores(
        weighing.scaled()
            ? signals.stream().mapToDouble(Relevance.Signals::meaning).toArray()
            : relevances,
        known.stream()
            .mapToDouble(v -> Duration.between(v.fact().recalled(), now).toMinutes() / 60.0)
            .toArray(),
        known.stream().mapToDouble(v -> v.fact().importance()).toArray());
  }
}
