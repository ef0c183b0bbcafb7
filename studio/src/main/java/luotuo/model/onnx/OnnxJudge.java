package luotuo.model.onnx;

import java.util.List;
import luotuo.model.Judge;

/// A cross-encoder on ONNX Runtime: it reads a question and what was said side by side, and gives
/// the log-odds that the one answers the other. The model is loaded by the first use, or by
/// [#warm()].
///
/// The weights began as those of bge-small-zh-v1.5 and were taught by `bench/judge/train.py`. Pairs
/// go through the model one by one, as texts go through [OnnxEmbedder], and for the same reason.
public final class OnnxJudge implements Judge {
  private final Loaded model;

  private OnnxJudge(Loaded model) {
    this.model = model;
  }

  /// The judge that ships; it reads Chinese.
  public static OnnxJudge chinese(OnnxOptions options) {
    return new OnnxJudge(new Loaded(Source.own("judge-zh", 1, options.folder()), options));
  }

  /// The reader of memories that ships (`bench/remember/reader.py`): it began as a judge, and was
  /// taught with what people told of themselves and asked for later. It reads Chinese.
  public static OnnxJudge reader(OnnxOptions options) {
    return new OnnxJudge(new Loaded(Source.own("reader-zh", 1, options.folder()), options));
  }

  /// What tells which of two statements holds (`bench/remember/replaces.py`): in the place of the
  /// question it is given what somebody said later, in the place of what may answer what they said
  /// before. It reads Chinese.
  public static OnnxJudge replaces(OnnxOptions options) {
    return new OnnxJudge(new Loaded(Source.own("replaces-zh", 1, options.folder()), options));
  }

  /// Begins to load on a thread of its own and returns at once.
  public OnnxJudge warm() {
    model.warm();
    return this;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public double[] judge(String question, List<Candidate> candidates) {
    return candidates.stream()
        .mapToDouble(c -> probability(model.with(e -> e.pair(question, side(c)))))
        .toArray();
  }

  /// As `text_of` in `train.py` has it.
  private static String side(Candidate candidate) {
    return candidate.asked() + "|" + candidate.said();
  }

  private static double probability(float logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  @Override
  public void close() {
    model.close();
  }
}
