package luotuo.chat;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets a reply through sentence by sentence, and shuts at the first that falls out of form: what
/// the reader has seen stays, what comes after is never seen.
final class Gate {
  private final Function<String, Optional<Slip>> check;
  private final Consumer<String> told;
  private final StringBuilder waiting = new StringBuilder();
  private final StringBuilder passed = new StringBuilder();
  private String space = "";
  private @Nullable Slip shut;

  /// @param check what is wrong with a sentence, if anything is
  /// @param told each sentence that passes
  Gate(Function<String, Optional<Slip>> check, Consumer<String> told) {
    this.check = check;
    this.told = told;
  }

  void write(String text) {
    waiting.append(text);
    pass(false);
  }

  /// What passes of a whole text.
  String passed(String text) {
    write(text);
    return end();
  }

  /// All that passed.
  String end() {
    pass(true);
    return passed.toString();
  }

  /// Why it is shut, if it is.
  Optional<Slip> slip() {
    return Optional.ofNullable(shut);
  }

  private void pass(boolean ended) {
    while (shut == null) {
      int to = SentenceEnds.after(waiting.toString(), 0, ended);
      if (to < 0) {
        return;
      }
      String sentence = waiting.substring(0, to);
      shut = sentence.isBlank() ? null : check.apply(sentence).orElse(null);
      if (shut == null) {
        waiting.delete(0, to);
        tell(sentence);
      }
    }
  }

  /// White space after a sentence waits for the next one.
  private void tell(String sentence) {
    String words = passed.isEmpty() ? sentence.strip() : space + sentence.stripTrailing();
    space = sentence.substring(sentence.stripTrailing().length());
    if (!words.isBlank()) {
      passed.append(words);
      told.accept(words);
    }
  }
}
