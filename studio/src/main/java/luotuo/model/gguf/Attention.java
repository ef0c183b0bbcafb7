package luotuo.model.gguf;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.IntConsumer;
import luotuo.model.gguf.kernel.Kernels;

/// What each position takes from the positions before it: for every head, the mean of their values
/// weighed by how well their keys answer its query.
///
/// Heads that share keys are computed together, so that a key is read once for all of them; each
/// task is one key head and a block of positions.
///
/// Source: Vaswani and others, Attention Is All You Need, 2017; Ainslie and others, GQA, 2023.
final class Attention {
  /// Numbers of scores in a task, beyond which its block has fewer positions.
  private static final int SCORES = 1 << 18;

  private static final int BLOCK = 16;

  private final Kernels kernels;
  private final Architecture shape;
  private final ArrayBlockingQueue<Scratch> scratches;
  private final IntConsumer task = this::attend;

  // of the call that runs
  private Conversation conversation;
  private int layer;
  private int start;
  private int count;
  private int block;
  private float[] queries;
  private float[] out;

  private static final class Scratch {
    private final float[] tile;
    private float[] scores = new float[0];

    private Scratch(int headSize) {
      tile = new float[Conversation.PAGE * headSize];
    }

    private float[] scores(int size) {
      if (scores.length < size) {
        scores = new float[Math.max(size, 2 * scores.length)];
      }
      return scores;
    }
  }

  Attention(Kernels kernels, Architecture shape) {
    this.kernels = kernels;
    this.shape = shape;
    conversation = new Conversation(shape, 0);
    queries = new float[0];
    out = queries;
    scratches = new ArrayBlockingQueue<>(kernels.threads() + 1);
    while (scratches.offer(new Scratch(shape.headSize()))) {}
  }

  /// @param layer whose keys and values the conversation already has for all these positions
  /// @param start position of the first query
  /// @param queries `[count][heads × headSize]`, turned and scaled
  /// @param out `[count][heads × headSize]`, filled
  void attend(
      Conversation conversation, int layer, int start, int count, float[] queries, float[] out) {
    this.conversation = conversation;
    this.layer = layer;
    this.start = start;
    this.count = count;
    this.queries = queries;
    this.out = out;
    block = Math.clamp(SCORES / shape.group() / (start + count), 1, BLOCK);
    kernels.parallel(shape.keyHeads() * Math.ceilDiv(count, block), task);
  }

  private void attend(int task) {
    Scratch scratch = scratches.remove();
    int from = task / shape.keyHeads() * block;
    attend(task % shape.keyHeads(), from, Math.min(count, from + block), scratch);
    scratches.add(scratch);
  }

  private void attend(int head, int from, int to, Scratch scratch) {
    int size = shape.headSize();
    int group = shape.group();
    int rows = (to - from) * group;
    int end = start + to;
    int firstPage = first(start + from) / Conversation.PAGE;
    int base = firstPage * Conversation.PAGE;
    int width = end - base;
    float[] scores = scratch.scores(rows * width);
    float[] tile = scratch.tile;

    for (int at = base; at < end; at += Conversation.PAGE) {
      int page = at / Conversation.PAGE;
      int known = Math.min(Conversation.PAGE, end - at);
      load(conversation.keys(layer, page), conversation.at(head, at), tile, known * size);
      for (int r = 0; r < rows; r++) {
        int position = start + from + r / group;
        int query = query(from, head, r);
        int last = Math.min(known, position + 1 - at);
        for (int k = Math.max(0, first(position) - at); k < last; k++) {
          scores[r * width + at - base + k] = kernels.dot(queries, query, tile, k * size, size);
        }
      }
    }

    for (int r = 0; r < rows; r++) {
      int position = start + from + r / group;
      int seen = first(position);
      kernels.softmax(scores, r * width + seen - base, position + 1 - seen);
      int query = query(from, head, r);
      java.util.Arrays.fill(out, query, query + size, 0);
    }

    for (int at = base; at < end; at += Conversation.PAGE) {
      int page = at / Conversation.PAGE;
      int known = Math.min(Conversation.PAGE, end - at);
      load(conversation.values(layer, page), conversation.at(head, at), tile, known * size);
      for (int r = 0; r < rows; r++) {
        int position = start + from + r / group;
        int query = query(from, head, r);
        int last = Math.min(known, position + 1 - at);
        for (int k = Math.max(0, first(position) - at); k < last; k++) {
          kernels.addScaled(scores[r * width + at - base + k], tile, k * size, out, query, size);
        }
      }
    }
  }

  /// Where row `r` of a task, a position and a head of its group, has its query and its outcome.
  private int query(int from, int head, int r) {
    int group = shape.group();
    return (from + r / group) * shape.querySize() + (head * group + r % group) * shape.headSize();
  }

  private void load(short[] from, int at, float[] tile, int n) {
    java.util.Arrays.fill(tile, 0, n, 0);
    kernels.addScaled(1, from, at, tile, 0, n);
  }

  /// The first position that this one sees.
  private int first(int position) {
    return shape.local(layer) ? Math.max(0, position + 1 - shape.window()) : 0;
  }
}
