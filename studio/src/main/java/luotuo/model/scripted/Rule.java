package luotuo.model.scripted;

import java.util.List;
import java.util.regex.Pattern;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import org.jspecify.annotations.Nullable;

/// What is said to which messages. Every key may be missing.
///
/// @param contains the last message contains this; missing for any message
/// @param matches the last message holds a match of this regular expression
/// @param reply what is said; where a call is told to fail, what is said before
/// @param thoughts what is thought before
/// @param delay milliseconds before each piece
/// @param fail the key of the failure that the call ends in, such as `model.remote.cut`
/// @param arguments what the failure's message is filled with
/// @param finish why the reply ends; missing for `STOP`
public record Rule(
    @Nullable String contains,
    @Nullable String matches,
    String reply,
    String thoughts,
    int delay,
    @Nullable String fail,
    List<String> arguments,
    Finish finish) {

  /// @throws IllegalArgumentException if the expression is not one, or the delay is negative
  public Rule(
      @Nullable String contains,
      @Nullable String matches,
      @Nullable String reply,
      @Nullable String thoughts,
      int delay,
      @Nullable String fail,
      @Nullable List<String> arguments,
      Completion.@Nullable Finish finish) {
    this.contains = contains;
    this.matches = matches;
    this.reply = reply == null ? "" : reply;
    this.thoughts = thoughts == null ? "" : thoughts;
    this.delay = delay;
    this.fail = fail;
    this.arguments = arguments == null ? List.of() : List.copyOf(arguments);
    this.finish = finish == null ? Finish.STOP : finish;
    if (delay < 0 || (matches != null && Pattern.compile(matches).pattern().isEmpty())) {
      throw new IllegalArgumentException("delay " + delay + ", matches " + matches);
    }
  }

  /// Says this to any message.
  public static Rule say(String reply) {
    return new Rule(null, null, reply, null, 0, null, null, null);
  }

  public Rule whenContains(String text) {
    return new Rule(text, matches, reply, thoughts, delay, fail, arguments, finish);
  }

  public Rule whenMatches(String expression) {
    return new Rule(contains, expression, reply, thoughts, delay, fail, arguments, finish);
  }

  public Rule thinking(String before) {
    return new Rule(contains, matches, reply, before, delay, fail, arguments, finish);
  }

  public Rule delayed(int milliseconds) {
    return new Rule(contains, matches, reply, thoughts, milliseconds, fail, arguments, finish);
  }

  public Rule failing(String key, String... filled) {
    return new Rule(contains, matches, reply, thoughts, delay, key, List.of(filled), finish);
  }

  public Rule finishing(Finish as) {
    return new Rule(contains, matches, reply, thoughts, delay, fail, arguments, as);
  }

  boolean holdsFor(String message) {
    return (contains == null || message.contains(contains))
        && (matches == null || Pattern.compile(matches).matcher(message).find());
  }
}
