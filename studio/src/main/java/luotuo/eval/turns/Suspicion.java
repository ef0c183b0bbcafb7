package luotuo.eval.turns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that may be a break of form and may not, wherever they stand in a reply. It is looser than
/// what replies pass on their way, so that what passes there by mistake is seen here.
final class Suspicion {
  private static final Pattern WORDS =
      Pattern.compile(
          "人工智能|语言模型|机器人|助手|提示词|扮演|\\b(AI|assistant|language model|chatbot|prompt|role-?play)\\b"
              + "|(?m)^\\s*(User|Assistant|System|Human|用户|系统)\\s*[:：]"
              + "|<\\|?\\w+\\|?>|\\{\\{|\\[/?INST]",
          Pattern.CASE_INSENSITIVE);

  private Suspicion() {}

  /// The words themselves.
  static Optional<String> of(String reply) {
    Matcher found = WORDS.matcher(reply);
    return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
  }
}
