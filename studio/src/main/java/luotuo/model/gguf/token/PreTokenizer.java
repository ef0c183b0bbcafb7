package luotuo.model.gguf.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into the words within which a byte-level vocabulary joins bytes.
///
/// Each step cuts the words of the step before into its matches and what lies between. The patterns
/// are those of the families' tokenizers (`tokenizer.json`; llama.cpp's `llama-vocab.cpp` names
/// them), written so that a run of a million equal characters takes one pass and no stack. A model
/// whose words cannot be told for sure is refused.
enum PreTokenizer {
  GPT_2(List.of("gpt-2", "phi-2", "mpt", "olmo", "jais"), Steps.WORDS),
  SMOLLM(
      List.of("smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b"),
      "\\p{N}",
      Steps.WORDS),
  QWEN_2(
      List.of("qwen2", "stablelm2", "deepseek-r1-qwen", "megrez"),
      Steps.SHORT_FORMS + Steps.LETTERS + "|\\p{N}|" + Steps.REST),
  LLAMA_3(
      List.of("llama-bpe", "llama3", "llama-v3", "falcon3", "pixtral", "dbrx", "smaug-bpe"),
      Steps.SHORT_FORMS + Steps.LETTERS + "|\\p{N}{1,3}|" + Steps.REST),
  DEFAULT(List.of("default"), "[\\p{P}$+<=>^~|]++", Steps.WORDS, "\\p{N}++", "[0-9][0-9][0-9]");

  private final List<String> names;
  private final List<Pattern> steps;

  PreTokenizer(List<String> names, String... steps) {
    this.names = names;
    this.steps =
        Arrays.stream(steps)
            .map(step -> Pattern.compile(step, Pattern.UNICODE_CHARACTER_CLASS))
            .toList();
  }

  static Optional<PreTokenizer> named(String name) {
    return Arrays.stream(values()).filter(p -> p.names.contains(name)).findFirst();
  }

  /// Whether a word that is a token as a whole is that token, whatever its parts would join to.
  boolean takesWholeWords() {
    return this == LLAMA_3;
  }

  /// Whether prompts begin with a token where the file does not say.
  boolean begins() {
    return this == LLAMA_3;
  }

  /// Told each word in turn.
  @FunctionalInterface
  interface Words {
    void word(int from, int to);
  }

  void split(String text, int from, int to, Words words) {
    split(0, text, from, to, words);
  }

  private void split(int step, String text, int from, int to, Words words) {
    if (step == steps.size()) {
      words.word(from, to);
      return;
    }
    Matcher matcher = steps.get(step).matcher(text).region(from, to);
    int done = from;
    while (matcher.find()) {
      if (matcher.start() > done) {
        split(step + 1, text, done, matcher.start(), words);
      }
      split(step + 1, text, matcher.start(), matcher.end(), words);
      done = matcher.end();
    }
    if (done < to) {
      split(step + 1, text, done, to, words);
    }
  }

  /// What the patterns have in common.
  private static final class Steps {
    static final String WORDS =
        "'(?:[stmd]|re|ve|ll)| ?\\p{L}++| ?\\p{N}++| ?[^\\s\\p{L}\\p{N}]++|\\s+(?!\\S)|\\s++";
    static final String SHORT_FORMS = "'(?:[sStTmMdD]|[rR][eE]|[vV][eE]|[lL][lL])|";
    static final String LETTERS = "[^\\r\\n\\p{L}\\p{N}]?\\p{L}++";
    static final String REST = " ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s*[\\r\\n]++|\\s+(?!\\S)|\\s++";
  }
}
