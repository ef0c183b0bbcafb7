package luotuo.model.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import luotuo.model.gguf.file.TensorType;

/// A tiny model with random weights: the very bytes of `bench/reference/random_model.py`, whose
/// header says how weights are drawn.
///
/// @param form of every matrix; vectors are F32
record RandomModel(Shape shape, TensorType form, long seed) {

  /// The architectures that the engine knows, small: hidden size 256, so that a row holds a block
  /// of any form.
  ///
  /// @param size of a head; stated in the file where it is not hidden size / heads
  /// @param window 0 where every layer sees everything
  /// @param embedding gain of the embedding, which is the output too where there is no other
  /// @param output gain of the output, 0 where the embedding is the output too
  enum Shape {
    LLAMA(3, 2, 64, 0, 1e-5f, 1e4f, 16, 0.75),
    QWEN2(2, 2, 64, 0, 1e-6f, 1e6f, 0.6, 0),
    QWEN3(2, 2, 128, 0, 1e-6f, 1e6f, 16, 0.75),
    GEMMA3(7, 1, 128, 16, 1e-6f, 1e6f, 0.4, 0),
    MINICPM(2, 2, 64, 0, 1e-5f, 1e4f, 2, 1.5);

    private static final int HIDDEN = 256;
    private static final int FEED = 512;
    private static final int HEADS = 4;
    private static final int VOCABULARY = 320;

    private final int layers;
    private final int shared;
    private final int size;
    private final int window;
    private final float epsilon;
    private final float base;
    private final double embedding;
    private final double output;

    Shape(
        int layers,
        int shared,
        int size,
        int window,
        float epsilon,
        float base,
        double embedding,
        double output) {
      this.layers = layers;
      this.shared = shared;
      this.size = size;
      this.window = window;
      this.epsilon = epsilon;
      this.base = base;
      this.embedding = embedding;
      this.output = output;
    }

    String architecture() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static List<Shape> shapes() {
    return List.of(Shape.values());
  }

  Path write(Path file) throws IOException {
    var out = new RawGguf();
    dials(out);
    switch (shape) {
      case GEMMA3 -> TinyVocabulary.sentencePieces(out, Shape.VOCABULARY);
      case QWEN2, QWEN3 -> TinyVocabulary.byteLevel(out, Shape.VOCABULARY, "qwen2");
      case LLAMA, MINICPM -> TinyVocabulary.byteLevel(out, Shape.VOCABULARY, "smollm");
    }
    matrix(out, "token_embd", Shape.VOCABULARY, Shape.HIDDEN, shape.embedding);
    for (int layer = 0; layer < shape.layers; layer++) {
      attention(out, "blk." + layer + ".");
      feed(out, "blk." + layer + ".");
    }
    vector(out, "output_norm.weight", Shape.HIDDEN, 0.25f, 1);
    if (shape.output > 0) {
      matrix(out, "output", Shape.VOCABULARY, Shape.HIDDEN, shape.output);
    }
    out.write(file);
    return file;
  }

  private void dials(RawGguf out) {
    String prefix = shape.architecture() + ".";
    out.text("general.architecture", shape.architecture())
        .integer(prefix + "block_count", shape.layers)
        .integer(prefix + "context_length", 512)
        .integer(prefix + "embedding_length", Shape.HIDDEN)
        .integer(prefix + "feed_forward_length", Shape.FEED)
        .integer(prefix + "attention.head_count", Shape.HEADS)
        .integer(prefix + "attention.head_count_kv", shape.shared)
        .number(prefix + "attention.layer_norm_rms_epsilon", shape.epsilon)
        .number(prefix + "rope.freq_base", shape.base);
    if (shape.size * Shape.HEADS == Shape.HIDDEN) {
      out.integer(prefix + "rope.dimension_count", shape.size);
    } else {
      out.integer(prefix + "attention.key_length", shape.size)
          .integer(prefix + "attention.value_length", shape.size);
    }
    if (shape.window > 0) {
      out.integer(prefix + "attention.sliding_window", shape.window);
    }
    if (shape == Shape.MINICPM) {
      out.number(prefix + "embedding_scale", 12)
          .number(prefix + "residual_scale", 0.75f)
          .number(prefix + "logit_scale", 2);
    }
  }

  private void attention(RawGguf out, String block) {
    int query = Shape.HEADS * shape.size;
    vector(out, block + "attn_norm.weight", Shape.HIDDEN, 0.25f, 1);
    for (String part : List.of("q", "k", "v")) {
      int rows = part.equals("q") ? query : shape.shared * shape.size;
      matrix(out, block + "attn_" + part, rows, Shape.HIDDEN, 1);
      if (shape == Shape.QWEN2) {
        vector(out, block + "attn_" + part + ".bias", rows, 0.5f, 0);
      }
    }
    if (shape == Shape.QWEN3 || shape == Shape.GEMMA3) {
      vector(out, block + "attn_q_norm.weight", shape.size, 0.25f, 1);
      vector(out, block + "attn_k_norm.weight", shape.size, 0.25f, 1);
    }
    matrix(out, block + "attn_output", Shape.HIDDEN, query, 1);
    if (shape == Shape.GEMMA3) {
      vector(out, block + "post_attention_norm.weight", Shape.HIDDEN, 0.25f, 0.5f);
    }
  }

  private void feed(RawGguf out, String block) {
    vector(out, block + "ffn_norm.weight", Shape.HIDDEN, 0.25f, 1);
    matrix(out, block + "ffn_gate", Shape.FEED, Shape.HIDDEN, 1);
    matrix(out, block + "ffn_up", Shape.FEED, Shape.HIDDEN, 1);
    matrix(out, block + "ffn_down", Shape.HIDDEN, Shape.FEED, 1);
    if (shape == Shape.GEMMA3) {
      vector(out, block + "post_ffw_norm.weight", Shape.HIDDEN, 0.25f, 0.5f);
    }
  }

  private void matrix(RawGguf out, String name, int rows, int columns, double gain) {
    var stream = new RandomStream(seed, name + ".weight");
    var data = RandomWeights.matrix(stream, form, rows, columns, gain);
    out.tensor(name + ".weight", form, data, columns, rows);
  }

  private void vector(RawGguf out, String name, int size, float amplitude, float centre) {
    var stream = new RandomStream(seed, name);
    var data = RandomWeights.numbers(stream, TensorType.F32, size, amplitude, centre);
    out.tensor(name, TensorType.F32, data, size);
  }
}
