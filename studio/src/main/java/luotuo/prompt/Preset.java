package luotuo.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.model.Sampling;

/// Settings that suit models of a size. They were chosen by hand: a small model loses the thread of
/// a long prompt and repeats itself, a large one makes use of more scenes.
///
/// @param room tokens that a prompt may have, where the model's context has as many
/// @param scenes how many recalled scenes are shown at the most
public record Preset(String name, int room, int scenes, Shares shares, Sampling sampling) {
  public static final Preset SMALL =
      new Preset(
          "small",
          1536,
          3,
          new Shares(0.4, 0.1, 0.15, 0.45),
          Sampling.DEFAULT.withTemperature(0.6).withRepeatPenalty(1.1).withMaximum(160));
  public static final Preset MIDDLING =
      new Preset("middling", 3072, 6, Shares.DEFAULT, Sampling.DEFAULT.withMaximum(384));
  public static final Preset LARGE =
      new Preset(
          "large",
          8192,
          12,
          new Shares(0.3, 0.1, 0.2, 0.5),
          Sampling.DEFAULT.withTemperature(0.8).withMaximum(512));

  /// From the smallest to the largest.
  public static final List<Preset> ALL = List.of(SMALL, MIDDLING, LARGE);

  private static final Pattern PARAMETERS =
      Pattern.compile("(?<![a-z0-9.])(\\d+(?:\\.\\d+)?)\\s*([mb])(?![a-z])");
  private static final double SMALL_TO = 2e9;
  private static final double MIDDLING_TO = 2e10;

  public static Optional<Preset> named(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /// By the number of parameters in a model's name, such as `qwen3-0.6b`; middling where there is
  /// none. It goes by the name alone, so that a replay, which has no model, writes the same prompt.
  public static Preset fitting(String model) {
    Matcher size = PARAMETERS.matcher(model.toLowerCase(Locale.ROOT));
    if (!size.find()) {
      return MIDDLING;
    }
    double unit = size.group(2).equals("b") ? 1e9 : 1e6;
    double parameters = Double.parseDouble(size.group(1)) * unit;
    return parameters <= SMALL_TO ? SMALL : parameters <= MIDDLING_TO ? MIDDLING : LARGE;
  }

  public Preset withShares(Shares to) {
    return new Preset(name, room, scenes, to, sampling);
  }
}
