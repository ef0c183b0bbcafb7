package luotuo.model.record;

import java.nio.file.Path;
import java.util.List;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.Json;
import luotuo.model.LikelihoodModel;
import luotuo.model.ScoredToken;
import org.jspecify.annotations.Nullable;

/// Records what a model finds likely, for [ReplayingLikelihoods]. The same question has one answer,
/// so each is recorded once.
public final class RecordingLikelihoods implements LikelihoodModel {
  private final LikelihoodModel model;
  private final Recording recording;

  /// @param model closed with this
  /// @param context how many tokens the model takes
  /// @param folder may be the one that a [RecordingModel] of the same model records into
  public RecordingLikelihoods(LikelihoodModel model, int context, Path folder) {
    this.model = model;
    this.recording = Recording.of(folder, model.name(), context);
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public List<ScoredToken> score(Context context, String text) {
    String request = CanonicalJson.of(name(), context, text);
    long began = System.nanoTime();
    try {
      List<ScoredToken> tokens = model.score(context, text);
      keep(request, CallShape.Tokens.of(tokens), null, began);
      return tokens;
    } catch (Failure e) {
      keep(request, null, e.problem(), began);
      throw e;
    }
  }

  private void keep(
      String request, CallShape.@Nullable Tokens tokens, @Nullable Problem problem, long began) {
    long millis = (System.nanoTime() - began) / 1_000_000;
    recording.addOnce(
        CanonicalJson.hash(request),
        new ScoreShape(Json.readObject(request), tokens, problem, millis));
  }

  @Override
  public void close() {
    model.close();
  }
}
