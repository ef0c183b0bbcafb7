package luotuo.model.gguf;

/// The tokens that may come next, with their scores. Used again for every token.
///
/// Only so many of the best as somebody asked for are in order; the rest wait in a heap. Of two
/// tokens with the same score the lower comes first.
final class Candidates {
  private final int[] ids;
  private final float[] scores;
  private int count;
  private int ordered;
  private boolean heaped;

  Candidates(int vocabulary) {
    ids = new int[vocabulary];
    scores = new float[vocabulary];
  }

  /// Takes all tokens.
  void fill(float[] logits) {
    count = logits.length;
    ordered = 0;
    heaped = false;
    for (int i = 0; i < count; i++) {
      ids[i] = i;
    }
    System.arraycopy(logits, 0, scores, 0, count);
  }

  int count() {
    return count;
  }

  /// A token's score; only until something is put in order.
  float of(int token) {
    return scores[token];
  }

  /// Changes a token's score; only until something is put in order.
  void set(int token, float score) {
    scores[token] = score;
  }

  /// The best token.
  int best() {
    if (ordered > 0) {
      return ids[0];
    }
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (before(i, best)) {
        best = i;
      }
    }
    return ids[best];
  }

  /// The token that is `rank`-th best.
  int id(int rank) {
    order(rank + 1);
    return ids[rank];
  }

  /// The score of the `rank`-th best.
  float score(int rank) {
    order(rank + 1);
    return scores[rank];
  }

  /// Drops all but so many of the best.
  void keep(int best) {
    if (best < count) {
      order(best);
      count = best;
    }
  }

  void divide(double by) {
    for (int i = 0; i < count; i++) {
      scores[i] = (float) (scores[i] / by);
    }
  }

  /// The sum of `e^(score − best score)`.
  double mass() {
    double best = score(0);
    double mass = 0;
    for (int i = 0; i < count; i++) {
      mass += Math.exp(scores[i] - best);
    }
    return mass;
  }

  private void order(int upTo) {
    if (!heaped && ordered < upTo) {
      heapify();
    }
    for (; ordered < upTo; ordered++) {
      // the heap is the rest, read from the end of the arrays, so that its root may move out in
      // front
      swap(ordered, count - 1);
      if (count - 1 - ordered > 1) {
        sink(0, count - 1 - ordered);
      }
    }
  }

  private void heapify() {
    heaped = true;
    int size = count - ordered;
    for (int node = size / 2 - 1; node >= 0; node--) {
      sink(node, size);
    }
  }

  private void sink(int from, int size) {
    int node = from;
    for (int child = 2 * node + 1; child < size; child = 2 * node + 1) {
      if (child + 1 < size && before(at(child + 1), at(child))) {
        child++;
      }
      if (!before(at(child), at(node))) {
        return;
      }
      swap(at(node), at(child));
      node = child;
    }
  }

  private int at(int node) {
    return count - 1 - node;
  }

  private boolean before(int a, int b) {
    return scores[a] > scores[b] || (scores[a] == scores[b] && ids[a] < ids[b]);
  }

  private void swap(int a, int b) {
    int id = ids[a];
    ids[a] = ids[b];
    ids[b] = id;
    float score = scores[a];
    scores[a] = scores[b];
    scores[b] = score;
  }
}
