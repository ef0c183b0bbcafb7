package luotuo.model.gguf;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import luotuo.job.Cancelled;
import luotuo.model.gguf.Weights.Linear;
import luotuo.model.gguf.file.Metadata;
import luotuo.model.gguf.kernel.Kernels;
import luotuo.model.gguf.kernel.Matrix;

/// Tokens to logits: a transformer that only looks back, for every [Family].
///
/// One thread at a time; what it computes with is kept from call to call, so that a token allocates
/// nothing.
///
/// Source: Touvron and others, LLaMA, 2023, and the reports of the other families; what a file
/// means is as llama.cpp reads it.
final class Decoder {
  /// Positions that are computed together at most.
  static final int BATCH = 192;

  /// Positions whose logits are computed together at most; a vocabulary is large.
  static final int LOGITS = 8;

  private static final int TOGETHER = 8;

  private final Kernels kernels;
  private final Architecture shape;
  private final Matrix embedding;
  private final Layer[] layers;
  private final float[] outputNorm;
  private final Linear output;
  private final Ropes ropes;
  private final Attention attention;

  // `[BATCH][…]`, one position after another
  private final float[] state;
  private final float[] normed;
  private final float[] queries;
  private final float[] keys;
  private final short[] halves;
  private final float[] values;
  private final float[] attended;
  private final float[] gates;
  private final float[] ups;
  private final float[] added;
  private final float[] globalAngles;
  private final float[] localAngles;
  private final float[] logits;
  private int kept;

  Decoder(Metadata metadata, Architecture shape, Weights weights, Kernels kernels, int context) {
    this.kernels = kernels;
    this.shape = shape;
    embedding = weights.matrix("token_embd.weight", shape.hidden(), shape.vocabulary());
    layers =
        IntStream.range(0, shape.layers())
            .mapToObj(index -> Layer.of(index, shape, weights))
            .toArray(Layer[]::new);
    outputNorm = weights.vector("output_norm.weight", shape.hidden());
    output =
        weights.has("output.weight")
            ? weights.linear("output", shape.hidden(), shape.vocabulary())
            : new Linear(embedding, null);
    ropes = Ropes.of(metadata, shape, weights, context);
    attention = new Attention(kernels, shape);

    state = new float[BATCH * shape.hidden()];
    normed = new float[BATCH * shape.hidden()];
    queries = new float[BATCH * shape.querySize()];
    keys = new float[BATCH * shape.keySize()];
    halves = new short[BATCH * shape.keySize()];
    values = new float[BATCH * shape.keySize()];
    attended = new float[BATCH * shape.querySize()];
    gates = new float[BATCH * shape.inner()];
    ups = new float[BATCH * shape.inner()];
    added = new float[BATCH * shape.hidden()];
    globalAngles = new float[BATCH * shape.headSize()];
    localAngles = new float[BATCH * shape.headSize()];
    logits = new float[shape.vocabulary()];
  }

  /// Bytes that a decoder of this shape takes for itself.
  static long bytes(Architecture shape) {
    long position =
        3L * shape.hidden()
            + 2L * (shape.querySize() + shape.keySize() + shape.inner() + shape.headSize());
    return Float.BYTES * (BATCH * position + shape.vocabulary());
  }

  /// Computes tokens that follow a conversation and appends them to it.
  ///
  /// @param tokens of which `count` from `from` on are taken, at most [#BATCH]
  /// @param keep of how many of the last of them the outcome is wanted, for [#logits]
  /// @throws Cancelled if the thread was interrupted; the conversation is then as it was
  void forward(Conversation conversation, int[] tokens, int from, int count, int keep) {
    int start = conversation.length();
    conversation.reserve(start + count);
    for (int i = 0; i < count; i++) {
      embedding.row(tokens[from + i], state, i * shape.hidden());
      ropes.global().angles(start + i, globalAngles, i * shape.headSize());
      ropes.local().angles(start + i, localAngles, i * shape.headSize());
    }
    scale(state, count * shape.hidden(), shape.scales().embedding());

    int n = count;
    for (int l = 0; l < layers.length; l++) {
      Cancelled.check();
      Layer layer = layers[l];
      norm(state, n, layer.attentionNorm(), normed);
      layer.key().apply(normed, n, keys);
      layer.value().apply(normed, n, values);
      remember(conversation, l, layer, start, n);
      if (l == layers.length - 1) {
        // what comes now concerns only positions whose outcome is wanted
        n = keepLast(n, keep);
        start += count - n;
      }
      if (n == 0) {
        break;
      }
      layer.query().apply(normed, n, queries);
      ask(l, layer, count - n, n);
      attention.attend(conversation, l, start, n, queries, attended);
      layer.output().apply(attended, n, added);
      add(n, layer.behindAttention());

      Cancelled.check();
      norm(state, n, layer.feedNorm(), normed);
      layer.gate().apply(normed, n, gates);
      layer.up().apply(normed, n, ups);
      gate(n);
      layer.down().apply(gates, n, added);
      add(n, layer.behindFeed());
    }
    kept = n;
    conversation.append(tokens, from, count);
  }

  /// The logits of the last position that was computed; valid until the next call.
  float[] logits() {
    logits(kept - 1, 1, logits);
    return logits;
  }

  /// The logits of positions that were kept.
  ///
  /// @param from the first of them, from 0
  /// @param count at most [#LOGITS]
  /// @param to `[count][vocabulary]`, filled
  void logits(int from, int count, float[] to) {
    int hidden = shape.hidden();
    for (int i = 0; i < count; i++) {
      kernels.rmsNorm(
          state, (from + i) * hidden, outputNorm, shape.epsilon(), normed, i * hidden, hidden);
    }
    output.apply(normed, count, to);
    int size = count * shape.vocabulary();
    scale(to, size, shape.scales().logit());
    float cap = shape.scales().logitCap();
    for (int i = 0; cap > 0 && i < size; i++) {
      to[i] = cap * (float) Math.tanh(to[i] / cap);
    }
  }

  /// Keys are normed and turned, then put down beside the values.
  private void remember(Conversation conversation, int l, Layer layer, int start, int n) {
    Rope rope = rope(l);
    float[] angles = angles(l);
    int size = shape.headSize();
    over(
        n,
        i -> {
          short[] valuePage = conversation.values(l, (start + i) / Conversation.PAGE);
          for (int head = 0; head < shape.keyHeads(); head++) {
            int at = (i * shape.keyHeads() + head) * size;
            if (layer.keyNorm() != null) {
              kernels.rmsNorm(keys, at, layer.keyNorm(), shape.epsilon(), keys, at, size);
            }
            rope.turn(keys, at, angles, i * size);
            kernels.store(keys, at, halves, at, size);
            conversation.putKey(l, head, start + i, halves, at);
            kernels.store(values, at, valuePage, conversation.at(head, start + i), size);
          }
        });
  }

  /// Queries are normed, turned and scaled.
  private void ask(int l, Layer layer, int skipped, int n) {
    Rope rope = rope(l);
    float[] angles = angles(l);
    int size = shape.headSize();
    float scale = shape.scales().attention();
    over(
        n,
        i -> {
          for (int head = 0; head < shape.heads(); head++) {
            int at = (i * shape.heads() + head) * size;
            if (layer.queryNorm() != null) {
              kernels.rmsNorm(queries, at, layer.queryNorm(), shape.epsilon(), queries, at, size);
            }
            rope.turn(queries, at, angles, (skipped + i) * size);
            for (int k = at; k < at + size; k++) {
              queries[k] *= scale;
            }
          }
        });
  }

  private void norm(float[] x, int n, float[] weight, float[] to) {
    int hidden = shape.hidden();
    over(n, i -> kernels.rmsNorm(x, i * hidden, weight, shape.epsilon(), to, i * hidden, hidden));
  }

  /// Adds what half a layer brought to the state.
  private void add(int n, float @org.jspecify.annotations.Nullable [] behind) {
    int hidden = shape.hidden();
    float scale = shape.scales().residual();
    over(
        n,
        i -> {
          if (behind != null) {
            kernels.rmsNorm(added, i * hidden, behind, shape.epsilon(), added, i * hidden, hidden);
          }
          kernels.addScaled(scale, added, i * hidden, state, i * hidden, hidden);
        });
  }

  private void gate(int n) {
    int inner = shape.inner();
    over(
        n,
        i -> {
          switch (shape.family()) {
            case LLAMA, MINICPM, QWEN2, QWEN3 ->
                kernels.silu(gates, i * inner, ups, i * inner, inner);
            case GEMMA3 -> kernels.gelu(gates, i * inner, ups, i * inner, inner);
          }
        });
  }

  private int keepLast(int n, int keep) {
    int hidden = shape.hidden();
    System.arraycopy(state, (n - keep) * hidden, state, 0, keep * hidden);
    System.arraycopy(normed, (n - keep) * hidden, normed, 0, keep * hidden);
    return keep;
  }

  private Rope rope(int layer) {
    return shape.local(layer) ? ropes.local() : ropes.global();
  }

  private float[] angles(int layer) {
    return shape.local(layer) ? localAngles : globalAngles;
  }

  /// Does this for every position, some positions a task.
  private void over(int n, IntConsumer position) {
    if (n <= TOGETHER) {
      for (int i = 0; i < n; i++) {
        position.accept(i);
      }
      return;
    }
    kernels.parallel(
        Math.ceilDiv(n, TOGETHER),
        task -> {
          for (int i = task * TOGETHER; i < Math.min(n, (task + 1) * TOGETHER); i++) {
            position.accept(i);
          }
        });
  }

  private static void scale(float[] x, int n, float by) {
    for (int i = 0; by != 1 && i < n; i++) {
      x[i] *= by;
    }
  }
}
