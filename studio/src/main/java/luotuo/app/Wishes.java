package luotuo.app;

import java.util.List;
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
/// @param stops texts that end a reply and are no part of it
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
    OptionalInt maximum,
    List<String> stops) {
  public Wishes {
    stops = List.copyOf(stops);
  }

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
          OptionalInt.empty(),
          List.of());

  /// With every number and the stops as given.
  public Wishes withSampling(Sampling sampling) {
    return new Wishes(
        preset,
        free,
        OptionalDouble.of(sampling.temperature()),
        OptionalDouble.of(sampling.topP()),
        OptionalInt.of(sampling.topK()),
        OptionalDouble.of(sampling.minP()),
        OptionalDouble.of(sampling.repeatPenalty()),
        OptionalDouble.of(sampling.frequencyPenalty()),
        OptionalDouble.of(sampling.presencePenalty()),
        sampling.seed(),
        OptionalInt.of(sampling.maximum()),
        sampling.stops());
  }

  /// With all draws from a seed.
  public Wishes withSeed(long to) {
    return new Wishes(
        preset,
        free,
        temperature,
        topP,
        topK,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
        OptionalLong.of(to),
        maximum,
        stops);
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
        maximum,
        stops);
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
        stops,
        maximum.orElse(base.maximum()));
  }

  Delivery over(Delivery delivery) {
    return delivery.withSampling(over(delivery.sampling())).withFree(free);
  }
}
