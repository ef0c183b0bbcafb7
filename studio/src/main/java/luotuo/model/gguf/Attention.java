package luotuo.model.gguf;

import java.util.Arrays;
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
    private final float[] queries;
    private final float[] outcomes;
    private float[] scores = new float[0];

    private Scratch(Architecture shape) {
      tile = new float[Conversation.PAGE * shape.headSize()];
      queries = new float[BLOCK * shape.group() * shape.headSize()];
      outcomes = new float[queries.length];
    }

    /// Zeros.
    private float[] scores(int size) {
      if (scores.length < size) {
        scores = new float[Math.max(size, 2 * scores.length)];
      } else {
        Arrays.fill(scores, 0, size, 0);
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
    while (scratches.offer(new Scratch(shape))) {}
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
    int rows = (to - from) * shape.group();
    int end = start + to;
    int firstPage = first(start + from) / Conversation.PAGE;
    int base = firstPage * Conversation.PAGE;
    int width = Conversation.pages(end) * Conversation.PAGE - base;
    float[] scores = scratch.scores(rows * width);
    float[] tile = scratch.tile;
    for (int r = 0; r < rows; r++) {
      System.arraycopy(queries, query(from, head, r), scratch.queries, r * size, size);
    }

    for (int page = firstPage; page * Conversation.PAGE < end; page++) {
      int at = page * Conversation.PAGE - base;
      load(conversation.keys(layer, page), head, tile);
      kernels.mix(scratch.queries, 0, size, rows, tile, size, Conversation.PAGE, scores, at, width);
    }

    for (int r = 0; r < rows; r++) {
      int position = start + from + r / shape.group();
      int seen = first(position) - base;
      int after = position + 1 - base;
      Arrays.fill(scores, r * width, r * width + seen, 0);
      kernels.softmax(scores, r * width + seen, after - seen);
      Arrays.fill(scores, r * width + after, (r + 1) * width, 0);
    }

    float[] outcomes = scratch.outcomes;
    Arrays.fill(outcomes, 0, rows * size, 0);
    for (int page = firstPage; page * Conversation.PAGE < end; page++) {
      int at = page * Conversation.PAGE - base;
      int known = Math.min(Conversation.PAGE, end - page * Conversation.PAGE);
      load(conversation.values(layer, page), head, tile);
      kernels.mix(scores, at, width, rows, tile, known, size, outcomes, 0, size);
    }
    for (int r = 0; r < rows; r++) {
      System.arraycopy(outcomes, r * size, out, query(from, head, r), size);
    }
  }

  /// Where row `r` of a task, a position and a head of its group, has its query and its outcome.
  private int query(int from, int head, int r) {
    int group = shape.group();
    return (from + r / group) * shape.querySize() + (head * group + r % group) * shape.headSize();
  }

  /// A head's part of a page.
  private void load(short[] page, int head, float[] tile) {
    Arrays.fill(tile, 0);
    kernels.addScaled(1, page, head * tile.length, tile, 0, tile.length);
  }

  /// The first position that this one sees.
  private int first(int position) {
    return shape.local(layer) ? Math.max(0, position + 1 - shape.window()) : 0;
  }
}
