package luotuo.model;

import java.util.List;
import java.util.OptionalLong;

/// How the next token is drawn, and where a reply ends.
///
/// @param temperature 0 takes the likeliest token; up to 2
/// @param topP the smallest set of tokens with this probability together stays, in 0 (excluded) … 1
/// @param topK only so many of the likeliest stay; 0 for all
/// @param minP tokens less likely than this share of the likeliest go, in 0 … 1
/// @param repeatPenalty what the logits of tokens that occurred are divided by (multiplied, where
///   negative); 1 for none
/// @param frequencyPenalty taken from a token's logit for each time that it occurred, in -2 … 2
/// @param presencePenalty taken from the logit of a token that occurred at all, in -2 … 2
/// @param seed of the draws; where empty, each call draws its own
/// @param stops texts that end the reply and are no part of it
/// @param maximum of tokens in the reply
public record Sampling(
    double temperature,
    double topP,
    int topK,
    double minP,
    double repeatPenalty,
    double frequencyPenalty,
    double presencePenalty,
    OptionalLong seed,
    List<String> stops,
    int maximum) {

  /// Lively, but kept from the tail.
  public static final Sampling DEFAULT =
      new Sampling(0.7, 0.9, 40, 0, 1, 0, 0, OptionalLong.empty(), List.of(), 512);

  /// Always the likeliest token.
  public static final Sampling GREEDY = DEFAULT.withTemperature(0);

  /// @throws IllegalArgumentException naming the setting and its range
  public Sampling {
    within("temperature", temperature, 0, 2);
    within("topP", topP, Double.MIN_VALUE, 1);
    within("topK", topK, 0, Integer.MAX_VALUE);
    within("minP", minP, 0, 1);
    within("repeatPenalty", repeatPenalty, 0.1, 10);
    within("frequencyPenalty", frequencyPenalty, -2, 2);
    within("presencePenalty", presencePenalty, -2, 2);
    within("maximum", maximum, 1, Integer.MAX_VALUE);
    stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "sampling." + name + " is " + value + ", not in " + least + " … " + most);
    }
  }

  public Sampling withTemperature(double to) {
    return new Sampling(
        to,
        topP,
        topK,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
        seed,
        stops,
        maximum);
  }

  public Sampling withRepeatPenalty(double to) {
    return new Sampling(
        temperature, topP, topK, minP, to, frequencyPenalty, presencePenalty, seed, stops, maximum);
  }

  public Sampling withSeed(long to) {
    return new Sampling(
        temperature,
        topP,
        topK,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
        OptionalLong.of(to),
        stops,
        maximum);
  }

  public Sampling withStops(List<String> to) {
    return new Sampling(
        temperature,
        topP,
        topK,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
        seed,
        to,
        maximum);
  }

  public Sampling withMaximum(int to) {
    return new Sampling(
        temperature,
        topP,
        topK,
        minP,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
        seed,
        stops,
        to);
  }
}
