package luotuo.cli;

import java.util.ResourceBundle;
import luotuo.app.Sentences;
import luotuo.job.Problem;

/// The words of one language. A place `{0}` in a message is filled with the first argument.
final class Messages {
  private final Sentences words;
  private final String language;

  private Messages(String language) {
    this.language = language;
    this.words = Sentences.in(language).and(Sentences.bundle("cli/messages", language));
  }

  /// @param language `zh` or `en`
  static Messages in(String language) {
    return new Messages(language);
  }

  /// What picocli says in help texts.
  ResourceBundle help() {
    return Sentences.bundle("cli/help", language);
  }

  /// The same words, as other rooms know them.
  Sentences sentences() {
    return words;
  }

  String of(String key, Object... arguments) {
    return words.of(key, arguments);
  }

  String of(Problem problem) {
    return words.of(problem);
  }
}
