package luotuo.model.record;

import java.nio.file.Path;
import java.util.List;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel;
import luotuo.model.ScoredToken;

/// Tells again what [RecordingLikelihoods] recorded, without the model.
public final class ReplayingLikelihoods implements LikelihoodModel {
  private final Recording recording;
  private final String name;

  /// @throws Failure `model.replay.none` if nothing was recorded in the folder
  public ReplayingLikelihoods(Path folder) {
    this.recording = Recording.at(folder);
    this.name = recording.manifest().model();
  }

  @Override
  public String name() {
    return name;
  }

  /// @throws Failure `model.replay.missing` for what was not recorded
  @Override
  public List<ScoredToken> score(Context context, String text) {
    Cancelled.check();
    ScoreShape score =
        recording
            .score(CanonicalJson.hash(CanonicalJson.of(name, context, text)))
            .orElseThrow(
                () ->
                    Failure.of(
                        "model.replay.missing",
                        name,
                        ReplayingModel.start(text),
                        recording.root()));
    if (score.failure() != null) {
      throw new Failure(score.failure());
    }
    return score.tokens() == null ? List.of() : score.tokens().tokens();
  }

  @Override
  public void close() {}
}
