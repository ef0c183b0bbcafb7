package luotuo.model.gguf;

import java.util.Arrays;
import luotuo.job.Failure;
import luotuo.model.gguf.file.Metadata;

/// The turning of layers that see everything, and of those with a window.
record Ropes(Rope global, Rope local) {
  private static final double BASE = 10_000;

  /// @param context positions in use, which say whether factors for long or for short contexts
  ///   apply
  static Ropes of(Metadata metadata, Architecture shape, Weights weights, int context) {
    var dials = new Dials(metadata, shape, weights, context);
    return new Ropes(dials.global(), dials.local());
  }

  private record Dials(Metadata metadata, Architecture shape, Weights weights, int context) {

    Rope global() {
      String scaling = metadata.text(key("rope.scaling.type")).orElse("linear");
      double slower =
          switch (scaling) {
            case "none" -> 1;
            case "linear", "longrope" -> slower();
            default ->
                throw Failure.of(
                    "model.gguf.unsupported",
                    metadata.file(),
                    key("rope.scaling.type") + " = " + scaling);
          };
      return Rope.of(
              shape.family().neighbours(),
              shape.headSize(),
              number("rope.freq_base", BASE),
              slower,
              factors())
          .times(number("rope.scaling.attn_factor", 1));
    }

    /// A window's layers keep the angles of short contexts.
    Rope local() {
      if (shape.window() == 0) {
        return global();
      }
      double base = number("rope.freq_base_swa", BASE);
      float[] ones = ones();
      return Rope.of(shape.family().neighbours(), shape.headSize(), base, 1, ones);
    }

    private double slower() {
      double factor = number("rope.scaling.factor", number("rope.scale_linear", 1));
      return factor == 0 ? 1 : factor;
    }

    private float[] factors() {
      int size = shape.headSize() / 2;
      var both = weights.vectorIfThere("rope_freqs.weight", size);
      var longer = weights.vectorIfThere("rope_factors_long.weight", size);
      var shorter = weights.vectorIfThere("rope_factors_short.weight", size);
      long original =
          metadata.integer(key("rope.scaling.original_context_length")).orElse(shape.context());
      float[] factors = both.or(() -> context > original ? longer : shorter).orElseGet(this::ones);
      for (float factor : factors) {
        if (!(factor > 0)) {
          throw metadata.wrong("rope_freqs.weight");
        }
      }
      return factors;
    }

    private float[] ones() {
      float[] ones = new float[shape.headSize() / 2];
      Arrays.fill(ones, 1);
      return ones;
    }

    private double number(String name, double otherwise) {
      double value = metadata.number(key(name)).orElse(otherwise);
      if (!(value >= 0 && value <= 1e12)) {
        throw metadata.wrong(key(name));
      }
      return value;
    }

    private String key(String name) {
      return shape.family().id() + "." + name;
    }
  }
}
