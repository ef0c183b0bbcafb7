package luotuo.model.gguf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Small but valid vocabularies: every byte, a few pairs, marks of control, and spare ones up to
/// the size.
final class TinyVocabulary {
  private static final int NORMAL = 1;
  private static final int CONTROL = 3;
  private static final int BYTE = 6;

  private TinyVocabulary() {}

  /// GPT-2's kind.
  ///
  /// @param pre how a text is cut before pairs are joined
  static void byteLevel(RawGguf file, int size, String pre) {
    var tokens = new ArrayList<>(List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"));
    int first = tokens.size();
    tokens.addAll(visibleBytes());
    tokens.addAll(pairs());
    int[] kinds = kinds(size, first, tokens.size());
    for (int n = 0; tokens.size() < size; n++) {
      tokens.add("<|spare_" + n + "|>");
    }
    file.text("tokenizer.ggml.model", "gpt2")
        .text("tokenizer.ggml.pre", pre)
        .texts("tokenizer.ggml.tokens", tokens)
        .integers("tokenizer.ggml.token_type", kinds)
        .texts(
            "tokenizer.ggml.merges",
            pairs().stream().map(pair -> pair.charAt(0) + " " + pair.charAt(1)).toList())
        .integer("tokenizer.ggml.bos_token_id", 1)
        .integer("tokenizer.ggml.eos_token_id", 2)
        .flag("tokenizer.ggml.add_bos_token", false);
  }

  /// SentencePiece's kind.
  static void sentencePieces(RawGguf file, int size) {
    var tokens =
        new ArrayList<>(
            List.of("<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>"));
    int bytes = tokens.size();
    IntStream.range(0, 256).forEach(b -> tokens.add("<0x%02X>".formatted(b)));
    int first = tokens.size();
    tokens.add("▁");
    tokens.addAll(pairs());
    "abcdefghijklmnopqrstuvwxyz".chars().forEach(c -> tokens.add(Character.toString(c)));
    int[] kinds = kinds(size, first, tokens.size());
    Arrays.fill(kinds, bytes, first, BYTE);
    float[] scores = new float[size];
    for (int n = first; n < tokens.size(); n++) {
      scores[n] = first - n;
    }
    for (int n = 0; tokens.size() < size; n++) {
      tokens.add("<spare_" + n + ">");
    }
    file.text("tokenizer.ggml.model", "llama")
        .text("tokenizer.ggml.pre", "default")
        .texts("tokenizer.ggml.tokens", tokens)
        .numbers("tokenizer.ggml.scores", scores)
        .integers("tokenizer.ggml.token_type", kinds)
        .integer("tokenizer.ggml.bos_token_id", 2)
        .integer("tokenizer.ggml.eos_token_id", 1)
        .integer("tokenizer.ggml.unknown_token_id", 3)
        .flag("tokenizer.ggml.add_bos_token", true)
        .flag("tokenizer.ggml.add_space_prefix", false);
  }

  private static List<String> pairs() {
    return "aeiou"
        .chars()
        .boxed()
        .flatMap(a -> "nrst".chars().mapToObj(b -> Character.toString(a) + Character.toString(b)))
        .toList();
  }

  /// The characters that stand for bytes in GPT-2's vocabulary: itself where it can be seen, the
  /// next one from U+0100 on otherwise.
  private static List<String> visibleBytes() {
    var characters = new ArrayList<String>();
    int next = 256;
    for (int b = 0; b < 256; b++) {
      boolean seen = b > 32 && b < 127 || b > 160 && b != 173;
      characters.add(Character.toString(seen ? b : next++));
    }
    return characters;
  }

  private static int[] kinds(int size, int first, int last) {
    int[] kinds = new int[size];
    Arrays.fill(kinds, CONTROL);
    Arrays.fill(kinds, first, last, NORMAL);
    return kinds;
  }
}
