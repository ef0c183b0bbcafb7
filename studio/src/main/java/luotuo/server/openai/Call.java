package luotuo.server.openai;

import java.util.List;
import java.util.OptionalLong;
import luotuo.model.Sampling;
import luotuo.server.openai.Dialogue.Message;

/// A request for a completion of a chat.
///
/// @param model as the client names it
/// @param replies how many are wanted
/// @param stream whether the reply is told as it comes
/// @param counted whether a stream ends with what it took
/// @param likelihoods whether the tokens are told with how likely they were
record Call(
    String model,
    List<Message> messages,
    Sampling sampling,
    int replies,
    boolean stream,
    boolean counted,
    boolean likelihoods) {
  private static final int MOST_REPLIES = 8;
  private static final int MOST_TOKENS = 1 << 20;
  private static final int MOST_KEPT = 100_000;

  Call {
    messages = List.copyOf(messages);
  }

  /// @param plain what holds where the request says nothing
  static Call of(Given given, Sampling plain) {
    return new Call(
        given.text("model").orElse(""),
        Dialogue.messages(given.list("messages")),
        sampling(given, plain),
        (int) given.whole("n", 1, MOST_REPLIES).orElse(1),
        given.flag("stream"),
        given.object("stream_options").flag("include_usage"),
        given.flag("logprobs"));
  }

  private static Sampling sampling(Given given, Sampling plain) {
    OptionalLong seed = given.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    List<String> stops = given.texts("stop");
    long most =
        given
            .whole("max_completion_tokens", 1, MOST_TOKENS)
            .orElseGet(() -> given.whole("max_tokens", 1, MOST_TOKENS).orElse(plain.maximum()));
    return new Sampling(
        given.number("temperature", 0, 2).orElse(plain.temperature()),
        Math.max(Double.MIN_VALUE, given.number("top_p", 0, 1).orElse(plain.topP())),
        (int) given.whole("top_k", 0, MOST_KEPT).orElse(plain.topK()),
        given.number("min_p", 0, 1).orElse(plain.minP()),
        given.number("repetition_penalty", 0.1, 10).orElse(plain.repeatPenalty()),
        given.number("frequency_penalty", -2, 2).orElse(plain.frequencyPenalty()),
        given.number("presence_penalty", -2, 2).orElse(plain.presencePenalty()),
        seed.isPresent() ? seed : plain.seed(),
        stops.isEmpty() ? plain.stops() : stops,
        (int) most);
  }

  /// Of one of several replies: each has a seed of its own, where there is one.
  Sampling sampling(int reply) {
    return reply > 0 && sampling.seed().isPresent()
        ? sampling.withSeed(sampling.seed().getAsLong() + reply)
        : sampling;
  }
}
