package luotuo.model.gguf;

import java.util.ArrayList;
import java.util.List;

/// The conversations whose keys and values are kept, so that a new turn computes only what is new.
/// The one that was not used for longest goes first, where there are too many or memory ends.
final class Caches {
  private final Architecture shape;
  private final int context;
  private final int most;
  private final int pages;

  /// The one used last comes last.
  private final List<Conversation> kept = new ArrayList<>();

  /// @param most conversations
  /// @param pages of all of them together; at least those of a whole context
  Caches(Architecture shape, int context, int most, int pages) {
    this.shape = shape;
    this.context = context;
    this.most = most;
    this.pages = pages;
  }

  /// A conversation that knows as long a beginning of these tokens as any, and nothing else; at
  /// least the last token is left to be computed.
  ///
  /// One that mostly agrees goes on itself; of another, the common beginning is copied.
  Conversation beginning(int[] tokens) {
    Conversation best = null;
    int common = 0;
    for (Conversation one : kept) {
      int same = Math.min(one.common(tokens), tokens.length - 1);
      if (same > common) {
        best = one;
        common = same;
      }
    }
    return best == null ? add(new Conversation(shape, context)) : goOn(best, common);
  }

  private Conversation goOn(Conversation best, int common) {
    kept.remove(best);
    kept.add(best);
    if (2 * common < best.length() && most > 1) {
      makeRoom(best, Conversation.pages(common));
      return add(best.fork(common));
    }
    best.cut(common);
    return best;
  }

  private Conversation add(Conversation fresh) {
    if (kept.size() == most) {
      kept.removeFirst();
    }
    kept.add(fresh);
    return fresh;
  }

  /// Makes room for so many positions of a conversation in all, at most the context's.
  void reserve(Conversation conversation, int positions) {
    makeRoom(conversation, Conversation.pages(positions) - conversation.pages());
    conversation.reserve(positions);
  }

  private void makeRoom(Conversation spared, int more) {
    for (int i = 0; i < kept.size() && used() + more > pages; ) {
      if (kept.get(i) == spared) {
        i++;
      } else {
        kept.remove(i);
      }
    }
  }

  int used() {
    return kept.stream().mapToInt(Conversation::pages).sum();
  }

  int size() {
    return kept.size();
  }

  void clear() {
    kept.clear();
  }
}
