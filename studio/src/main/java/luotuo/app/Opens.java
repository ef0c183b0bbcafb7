package luotuo.app;

import luotuo.model.ChatModel;
import luotuo.model.LikelihoodModel;

/// Opens language models. Whoever opens one closes it.
public interface Opens {
  /// @param how with a model
  ChatModel chat(Speaking how);

  /// @param how with a model; its sampling does not count
  /// @throws luotuo.job.Failure `model.noLikelihood` if such a model does not tell how likely a
  ///   text is
  LikelihoodModel likelihood(Speaking how);
}
