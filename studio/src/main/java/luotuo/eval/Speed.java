package luotuo.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import luotuo.job.Progress;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Sampling;

/// How fast a model reads and speaks, by the clock.
///
/// @param promptTokens that were computed, without those that were known from before
/// @param replyTokens that came
/// @param firstSeconds until the first piece of the reply
/// @param seconds in all
public record Speed(int promptTokens, int replyTokens, double firstSeconds, double seconds) {
  private static final String FILLER = "骆驼走过沙漠，风把沙丘的影子拉长。The camel walks on. ";

  /// Prompt tokens a second.
  public double prompt() {
    return promptTokens / firstSeconds;
  }

  /// Reply tokens a second, after the first.
  public double reply() {
    return replyTokens < 2 ? 0 : (replyTokens - 1) / (seconds - firstSeconds);
  }

  /// Asks the same length several times, each time another text, so that nothing is known from
  /// before; the first time is not counted.
  ///
  /// @param prompt tokens of the prompt, about
  /// @param reply tokens of the reply, at most
  /// @return the round in the middle by the speed of the reply
  public static Speed of(ChatModel model, int prompt, int reply, int rounds, Progress progress) {
    List<Speed> speeds = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      progress.at("model.timing", i, rounds + 1L);
      Speed speed = once(model, text(model, prompt, i), reply);
      if (i > 0) {
        speeds.add(speed);
      }
    }
    progress.at("model.timing", rounds + 1L, rounds + 1L);
    return middle(speeds, Speed::reply);
  }

  private static Speed middle(List<Speed> speeds, ToDoubleFunction<Speed> by) {
    return speeds.stream().sorted(Comparator.comparingDouble(by)).toList().get(speeds.size() / 2);
  }

  private static String text(ChatModel model, int tokens, int round) {
    StringBuilder text = new StringBuilder("(" + round + ") ");
    while (model.tokens().count(text.toString()) < tokens) {
      text.append(FILLER.repeat(1 + text.length() / FILLER.length() / 4));
    }
    return text.toString();
  }

  private static Speed once(ChatModel model, String text, int reply) {
    long began = System.nanoTime();
    long[] first = {0};
    Completion completion =
        model.complete(
            new ChatRequest(List.of(Message.user(text)), Sampling.GREEDY.withMaximum(reply)),
            _ -> first[0] = first[0] == 0 ? System.nanoTime() : first[0]);
    long ended = System.nanoTime();
    long heard = first[0] == 0 ? ended : first[0];
    return new Speed(
        completion.usage().prompt() - completion.usage().cached(),
        completion.usage().reply(),
        Math.max(heard - began, 1) / 1e9,
        Math.max(ended - began, 1) / 1e9);
  }
}
