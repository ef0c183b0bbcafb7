package luotuo.model.record;

import luotuo.model.Usage;

/// What a million tokens cost.
///
/// @param prompt given to the model
/// @param cached given, and known to it from before
/// @param reply that come back, thoughts included
/// @param currency as the user names it, such as `CNY`; may be empty
public record Price(double prompt, double cached, double reply, String currency) {
  private static final double MILLION = 1e6;

  public static final Price FREE = new Price(0, 0, 0, "");

  public Price {
    if (!(prompt >= 0 && cached >= 0 && reply >= 0)) {
      throw new IllegalArgumentException("a price below 0");
    }
  }

  public boolean isFree() {
    return prompt == 0 && cached == 0 && reply == 0;
  }

  public double of(Usage usage) {
    int fresh = usage.prompt() - usage.cached();
    return (fresh * prompt + usage.cached() * cached + usage.reply() * reply) / MILLION;
  }
}
