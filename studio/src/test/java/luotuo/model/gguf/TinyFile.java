package luotuo.model.gguf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import luotuo.model.gguf.file.GgufWriter;
import luotuo.model.gguf.file.TensorType;

/// A GGUF file with a tiny model of random weights and a tokenizer of bytes and a few words, to be
/// changed before it is written.
public final class TinyFile {
  static final int HIDDEN = 32;
  static final int INNER = 64;
  static final int HEADS = 4;
  static final int KEY_HEADS = 2;
  static final int CONTEXT = 384;
  static final String TEMPLATE =
      "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
          + "{{ message['content'] }}<|im_end|>\n{% endfor %}"
          + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

  private static final List<String> MARKS =
      List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>");

  private final String family;
  private final SplittableRandom random;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private TensorType type = TensorType.F32;

  private TinyFile(String family, long seed) {
    this.family = family;
    random = new SplittableRandom(seed);
    System.out.println("weights of " + family + " from seed " + seed);
  }

  public static TinyFile of(String family, long seed) {
    var tiny = new TinyFile(family, seed);
    tiny.describe();
    tiny.tokenizer();
    tiny.weights();
    return tiny;
  }

  TinyFile with(TensorType to) {
    type = to;
    return this;
  }

  /// Sets a value under the family's own name.
  TinyFile dial(String name, Object value) {
    values.put(family + "." + name, value);
    return this;
  }

  TinyFile value(String key, Object value) {
    values.put(key, value);
    return this;
  }

  TinyFile without(String key) {
    values.remove(key);
    shapes.remove(key);
    return this;
  }

  TinyFile tensor(String name, int... shape) {
    shapes.put(name, shape);
    return this;
  }

  /// Lets hardly anything be said but printable ASCII.
  TinyFile plain() {
    return tensor("output.bias", vocabulary());
  }

  private int vocabulary() {
    return ((String[]) value("tokenizer.ggml.tokens")).length;
  }

  /// The texts of single letters, each one token.
  static List<String> letters() {
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        .chars()
        .mapToObj(Character::toString)
        .toList();
  }

  int layers() {
    return (int) value(family + ".block_count");
  }

  private Object value(String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  public Path write(Path folder) {
    return write(folder, UnaryOperator.identity());
  }

  /// @param change of all weights of a tensor that has two dimensions
  Path write(Path folder, UnaryOperator<float[]> change) {
    var writer = new GgufWriter();
    values.forEach((key, value) -> put(writer, key, value));
    shapes.forEach(
        (name, shape) -> {
          int rows = shape.length > 1 ? shape[1] : 1;
          float[] weights = weights(name, shape[0], rows);
          TensorType stored = rows > 1 ? type : TensorType.F32;
          writer.tensor(name, stored, shape[0], rows, rows > 1 ? change.apply(weights) : weights);
        });
    try {
      Path file = Files.createTempFile(folder, "tiny-" + family + "-", ".gguf");
      writer.write(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe() {
    boolean gemma = family.equals("gemma3");
    value("general.architecture", family);
    dial("block_count", gemma ? 7 : 3);
    dial("context_length", CONTEXT);
    dial("embedding_length", HIDDEN);
    dial("feed_forward_length", INNER);
    dial("attention.head_count", HEADS);
    dial("attention.head_count_kv", KEY_HEADS);
    dial("attention.layer_norm_rms_epsilon", 1e-5f);
    dial("rope.freq_base", 10_000f);
    if (headSize() != HIDDEN / HEADS) {
      dial("attention.key_length", headSize());
      dial("attention.value_length", headSize());
    }
    if (gemma) {
      dial("attention.sliding_window", 9);
      dial("rope.freq_base", 1_000_000f);
      dial("rope.scaling.type", "linear");
      dial("rope.scaling.factor", 8f);
    }
    if (family.equals("minicpm")) {
      dial("embedding_scale", 3f);
      dial("residual_scale", 0.7f);
      dial("logit_scale", 0.5f);
    }
  }

  private int headSize() {
    return family.equals("qwen3") || family.equals("gemma3") ? 16 : HIDDEN / HEADS;
  }

  private void tokenizer() {
    var tokens = new ArrayList<String>();
    for (int b = 0; b < 256; b++) {
      tokens.add(String.valueOf(letter(b)));
    }
    var merges = new ArrayList<String>();
    for (String word : List.of("Ġcamel", "the", "Ġdesert", "ing")) {
      for (int end = 2; end <= word.length(); end++) {
        String token = word.substring(0, end);
        if (!tokens.contains(token)) {
          tokens.add(token);
          merges.add(word.substring(0, end - 1) + " " + word.charAt(end - 1));
        }
      }
    }
    int[] types = new int[tokens.size() + MARKS.size()];
    Arrays.fill(types, 1);
    for (int i = 0; i < MARKS.size(); i++) {
      types[tokens.size()] = MARKS.get(i).contains("think") ? 4 : 3;
      tokens.add(MARKS.get(i));
    }
    value("tokenizer.ggml.model", "gpt2");
    value("tokenizer.ggml.pre", "gpt-2");
    value("tokenizer.ggml.tokens", tokens.toArray(String[]::new));
    value("tokenizer.ggml.merges", merges.toArray(String[]::new));
    value("tokenizer.ggml.token_type", types);
    value("tokenizer.ggml.eos_token_id", tokens.indexOf("<|im_end|>"));
    value("tokenizer.ggml.bos_token_id", tokens.indexOf("<|endoftext|>"));
    value("tokenizer.ggml.add_bos_token", false);
    value("tokenizer.chat_template", TEMPLATE);
  }

  /// The character that a byte is written as in vocabularies of bytes: itself where it is
  /// printable, one from 256 on otherwise.
  private static char letter(int b) {
    int other = 256;
    for (int i = 0; i < b; i++) {
      other += printable(i) ? 0 : 1;
    }
    return (char) (printable(b) ? b : other);
  }

  private static boolean printable(int b) {
    return b >= '!' && b <= '~' || b >= 0xa1 && b <= 0xac || b >= 0xae;
  }

  private void weights() {
    int vocabulary = vocabulary();
    int queries = HEADS * headSize();
    int keys = KEY_HEADS * headSize();
    tensor("token_embd.weight", HIDDEN, vocabulary);
    tensor("output_norm.weight", HIDDEN);
    if (!family.equals("gemma3")) {
      tensor("output.weight", HIDDEN, vocabulary);
    }
    for (int l = 0; l < layers(); l++) {
      String at = "blk." + l + ".";
      tensor(at + "attn_norm.weight", HIDDEN);
      tensor(at + "attn_q.weight", HIDDEN, queries);
      tensor(at + "attn_k.weight", HIDDEN, keys);
      tensor(at + "attn_v.weight", HIDDEN, keys);
      tensor(at + "attn_output.weight", queries, HIDDEN);
      tensor(at + "ffn_norm.weight", HIDDEN);
      tensor(at + "ffn_gate.weight", HIDDEN, INNER);
      tensor(at + "ffn_up.weight", HIDDEN, INNER);
      tensor(at + "ffn_down.weight", INNER, HIDDEN);
      if (family.equals("qwen2")) {
        tensor(at + "attn_q.bias", queries);
        tensor(at + "attn_k.bias", keys);
        tensor(at + "attn_v.bias", keys);
      }
      if (family.equals("qwen3") || family.equals("gemma3")) {
        tensor(at + "attn_q_norm.weight", headSize());
        tensor(at + "attn_k_norm.weight", headSize());
      }
      if (family.equals("gemma3")) {
        tensor(at + "post_attention_norm.weight", HIDDEN);
        tensor(at + "post_ffw_norm.weight", HIDDEN);
      }
    }
  }

  private float[] weights(String name, int columns, int rows) {
    float[] weights = new float[columns * rows];
    if (name.equals("output.bias")) {
      for (int i = 0; i < columns; i++) {
        weights[i] = i >= ' ' && i < 127 || i >= 256 ? 0 : -40;
      }
      return weights;
    }
    double middle = name.endsWith("norm.weight") || name.startsWith("rope") ? 1 : 0;
    double spread = middle == 1 ? 0.1 : rows == 1 ? 0.3 : 1.5 / Math.sqrt(columns);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (middle + spread * random.nextGaussian());
    }
    return weights;
  }

  private static void put(GgufWriter writer, String key, Object value) {
    switch (value) {
      case String text -> writer.text(key, text);
      case Integer integer -> writer.integer(key, integer);
      case Float number -> writer.number(key, number);
      case Boolean flag -> writer.flag(key, flag);
      case String[] texts -> writer.texts(key, texts);
      case int[] integers -> writer.integers(key, integers);
      case float[] numbers -> writer.numbers(key, numbers);
      default -> throw new IllegalArgumentException(key);
    }
  }
}
