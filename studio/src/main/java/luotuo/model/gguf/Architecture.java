package luotuo.model.gguf;

import luotuo.job.Failure;
import luotuo.model.gguf.file.Metadata;

/// What a decoder's arithmetic depends on, as a file's metadata states it: every figure is within
/// bounds, and together they make sense.
///
/// @param hidden numbers that a token is between layers
/// @param inner numbers inside a feed-forward
/// @param heads that ask
/// @param keyHeads that are asked; each serves `heads / keyHeads` of those
/// @param headSize numbers of a head; even
/// @param vocabulary tokens
/// @param context positions that the model was made for
/// @param epsilon added to the mean square in a norm
/// @param window positions that a layer with a window sees, itself included; 0 where none has one
/// @param everyGlobal each so-manieth layer has no window
record Architecture(
    Family family,
    int layers,
    int hidden,
    int inner,
    int heads,
    int keyHeads,
    int headSize,
    int vocabulary,
    int context,
    float epsilon,
    int window,
    int everyGlobal,
    Scales scales) {
  private static final int GEMMA_PATTERN = 6;
  private static final int GEMMA_27B_LAYERS = 62;

  /// Factors of the model's own.
  ///
  /// @param embedding on what tokens are looked up as
  /// @param residual on what a layer's halves add
  /// @param attention on the product of query and key
  /// @param logit on the logits
  /// @param logitCap what logits are bent below; 0 for none
  record Scales(float embedding, float residual, float attention, float logit, float logitCap) {}

  /// How many heads share a key.
  int group() {
    return heads / keyHeads;
  }

  /// Whether a layer sees only [#window] positions.
  boolean local(int layer) {
    return window > 0 && (layer + 1) % everyGlobal != 0;
  }

  /// Numbers of keys, and as many of values, of one position in one layer.
  int keySize() {
    return keyHeads * headSize;
  }

  int querySize() {
    return heads * headSize;
  }

  /// @throws Failure naming the key that is missing, makes no sense, or asks for what is not known
  static Architecture of(Metadata metadata) {
    String id =
        metadata
            .text("general.architecture")
            .orElseThrow(() -> metadata.wrong("general.architecture"));
    Family family =
        Family.of(id)
            .orElseThrow(
                () -> Failure.of("model.gguf.architecture", metadata.file(), id, Family.known()));
    return new Dials(metadata, family).architecture();
  }

  /// Reads the figures of one file.
  private record Dials(Metadata metadata, Family family) {

    Architecture architecture() {
      refuseExperts();
      int layers = whole("block_count", 1, 1024);
      int hidden = whole("embedding_length", 2, 1 << 16);
      int heads = whole("attention.head_count", 1, 1024);
      int keyHeads = whole("attention.head_count_kv", 1, 1024, heads);
      int headSize = headSize(hidden, heads, keyHeads);
      int window = family == Family.GEMMA3 ? whole("attention.sliding_window", 0, 1 << 24, 0) : 0;
      return new Architecture(
          family,
          layers,
          hidden,
          whole("feed_forward_length", 1, 1 << 20),
          heads,
          keyHeads,
          headSize,
          vocabulary(),
          whole("context_length", 1, 1 << 24),
          number("attention.layer_norm_rms_epsilon", 1e-12, 1),
          window,
          window == 0 ? 1 : whole("attention.sliding_window_pattern", 1, 1024, GEMMA_PATTERN),
          scales(layers, hidden, heads, headSize));
    }

    private int headSize(int hidden, int heads, int keyHeads) {
      int size = whole("attention.key_length", 2, 1024, hidden / heads);
      same("attention.value_length", size);
      same("rope.dimension_count", size);
      if (size % 2 != 0) {
        throw metadata.wrong(key("attention.key_length"));
      }
      if (heads % keyHeads != 0) {
        throw metadata.wrong(key("attention.head_count_kv"));
      }
      return size;
    }

    private Scales scales(int layers, int hidden, int heads, int headSize) {
      float attention = (float) (1 / Math.sqrt(headSize));
      return switch (family) {
        case LLAMA, QWEN2, QWEN3 -> new Scales(1, 1, attention, 1, 0);
        case MINICPM ->
            // a file without them is of MiniCPM's first models, whose configuration this is
            new Scales(
                number("embedding_scale", 1e-6, 1e6, 12),
                number("residual_scale", 1e-6, 1e6, 1.4 / Math.sqrt(layers)),
                attention,
                1 / number("logit_scale", 1e-6, 1e6, hidden / 256.0),
                0);
        case GEMMA3 -> {
          // the one size that divides by the hidden size's share of a head
          double share = layers == GEMMA_27B_LAYERS ? hidden / heads : headSize;
          yield new Scales(
              (float) Math.sqrt(hidden),
              1,
              (float) (1 / Math.sqrt(share)),
              1,
              number("final_logit_softcapping", 0, 1e6, 0));
        }
      };
    }

    private void refuseExperts() {
      if (whole("expert_count", 0, Integer.MAX_VALUE, 0) > 0) {
        throw Failure.of("model.gguf.unsupported", metadata.file(), key("expert_count"));
      }
    }

    private int vocabulary() {
      int tokens =
          metadata
              .texts("tokenizer.ggml.tokens")
              .orElseThrow(() -> metadata.wrong("tokenizer.ggml.tokens"))
              .length;
      if (tokens < 1 || tokens > 1 << 22) {
        throw metadata.wrong("tokenizer.ggml.tokens");
      }
      return tokens;
    }

    private void same(String name, int expected) {
      if (whole(name, 1, Integer.MAX_VALUE, expected) != expected) {
        throw Failure.of("model.gguf.unsupported", metadata.file(), key(name));
      }
    }

    private int whole(String name, int least, int most) {
      long value = metadata.integer(key(name)).orElseThrow(() -> metadata.wrong(key(name)));
      if (value < least || value > most) {
        throw metadata.wrong(key(name));
      }
      return (int) value;
    }

    private int whole(String name, int least, int most, int otherwise) {
      return metadata.has(key(name)) ? whole(name, least, most) : otherwise;
    }

    private float number(String name, double least, double most) {
      double value = metadata.number(key(name)).orElseThrow(() -> metadata.wrong(key(name)));
      if (!(value >= least && value <= most)) {
        throw metadata.wrong(key(name));
      }
      return (float) value;
    }

    private float number(String name, double least, double most, double otherwise) {
      return metadata.has(key(name)) ? number(name, least, most) : (float) otherwise;
    }

    private String key(String name) {
      return family.id() + "." + name;
    }
  }
}
