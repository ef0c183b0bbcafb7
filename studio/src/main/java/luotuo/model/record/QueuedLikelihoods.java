package luotuo.model.record;

import java.util.List;
import luotuo.model.LikelihoodModel;
import luotuo.model.ScoredToken;

/// A model whose scorings wait for one of its [Places], like its replies.
///
/// @param model closed with this
/// @param places those of all who call that model
public record QueuedLikelihoods(LikelihoodModel model, Places places) implements LikelihoodModel {
  @Override
  public String name() {
    return model.name();
  }

  @Override
  public List<ScoredToken> score(Context context, String text) {
    try (Places.Place _ = places.take(_ -> {})) {
      return model.score(context, text);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
