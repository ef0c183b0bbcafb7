package luotuo.app;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import luotuo.chat.Delivery;
import luotuo.model.Sampling;
import luotuo.prompt.Preset;

/// What a user wants otherwise than the preset for a model of this size has it.
///
/// @param preset `small`, `middling` or `large`; where empty, the one that fits the model's name
/// @param free whether a persona of facts may say what nothing in its memory supports
public record Wishes(
    Optional<String> preset,
    boolean free,
    OptionalDouble temperature,
    OptionalDouble topP,
    OptionalInt topK,
    OptionalDouble minP,
    OptionalDouble repeatPenalty,
    OptionalDouble frequencyPenalty,
    OptionalDouble presencePenalty,
    OptionalLong seed,
    OptionalInt maximum) {
  public static final Wishes NONE =
      new Wishes(
          Optional.empty(),
          false,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalLong.empty(),
          OptionalInt.empty());

  /// Every number as given.
  public static Wishes of(Sampling sampling) {
    return new Wishes(
        Optional.empty(),
        false,
        OptionalDouble.of(sampling.temperature()),
        OptionalDouble.of(sampling.topP()),
        OptionalInt.of(sampling.topK()),
        OptionalDouble.of(sampling.minP()),
        OptionalDouble.of(sampling.repeatPenalty()),
        OptionalDouble.of(sampling.frequencyPenalty()),
        OptionalDouble.of(sampling.presencePenalty()),
        sampling.seed(),
        OptionalInt.of(sampling.maximum()));
  }

  /// The preset for a model.
  ///
  /// @param model its name
  /// @throws IllegalArgumentException naming the presets, if there is none of that name
  Preset preset(String model) {
    return preset.map(Wishes::named).orElseGet(() -> Preset.fitting(model));
  }

  private static Preset named(String name) {
    return Preset.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset is " + name + ", not small, middling or large"));
  }

  /// @throws IllegalArgumentException naming a setting that is out of its range, or the presets
  public void check() {
    preset.ifPresent(Wishes::named);
    over(Sampling.DEFAULT);
  }

  public Wishes withFree(boolean to) {
    return new Wishes(
        preset,
        to,
        temperature,
        topP,
        topK,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
        seed,
        maximum);
  }

  /// @throws IllegalArgumentException naming a setting that is out of its range
  public Sampling over(Sampling base) {
    return new Sampling(
        temperature.orElse(base.temperature()),
        topP.orElse(base.topP()),
        topK.orElse(base.topK()),
        minP.orElse(base.minP()),
        repeatPenalty.orElse(base.repeatPenalty()),
        frequencyPenalty.orElse(base.frequencyPenalty()),
        presencePenalty.orElse(base.presencePenalty()),
        seed.isPresent() ? seed : base.seed(),
        base.stops(),
        maximum.orElse(base.maximum()));
  }

  Delivery over(Delivery delivery) {
    return delivery.withSampling(over(delivery.sampling())).withFree(free);
  }
}
