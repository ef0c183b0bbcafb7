package luotuo.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import luotuo.model.Sampling;

/// How a persona is to speak.
///
/// @param model a name on the shelf, a GGUF file, `http://…#model`, `scripted`, or `own-lines`;
///   where empty, the default of the workspace, and without one own lines
/// @param record the folder that every call is written to
/// @param replay the folder that every reply is read from; no model is opened then
/// @param budget of money that must not be passed
public record Speaking(
    Optional<String> model,
    Optional<Path> record,
    Optional<Path> replay,
    OptionalDouble budget,
    Wishes wishes) {
  public static final String OWN_LINES = "own-lines";

  /// As the workspace says.
  public static final Speaking DEFAULT =
      new Speaking(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Wishes.NONE);

  public Speaking withModel(String to) {
    return new Speaking(Optional.of(to), record, replay, budget, wishes);
  }

  public Speaking withWishes(Wishes to) {
    return new Speaking(model, record, replay, budget, to);
  }

  /// With all numbers of a sampling.
  public Speaking withSampling(Sampling to) {
    return withWishes(wishes.withSampling(to));
  }

  /// How words are drawn where no preset counts.
  public Sampling sampling() {
    return wishes.over(Sampling.DEFAULT);
  }
}
