package luotuo.job;

/// What a piece of work took.
///
/// @param calls of models
/// @param promptTokens given to models
/// @param replyTokens that came back
/// @param cpuSeconds of this process
/// @param seconds by the clock
/// @param money by the user's price table, in its currency
public record Cost(
    long calls,
    long promptTokens,
    long replyTokens,
    double cpuSeconds,
    double seconds,
    double money) {
  public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

  public Cost plus(Cost other) {
    return new Cost(
        calls + other.calls,
        promptTokens + other.promptTokens,
        replyTokens + other.replyTokens,
        cpuSeconds + other.cpuSeconds,
        seconds + other.seconds,
        money + other.money);
  }
}
