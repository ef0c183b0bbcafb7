package luotuo.model.gguf.token;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts that are one token wherever they stand; of several that begin at a place, the longest.
final class Trie {
  private final Map<Character, Trie> next = new HashMap<>();
  private int id = -1;

  void put(String text, int token) {
    Trie node = this;
    for (int i = 0; i < text.length(); i++) {
      node = node.next.computeIfAbsent(text.charAt(i), _ -> new Trie());
    }
    node.id = token;
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  /// @return the longest token that begins here, or −1
  int longest(String text, int from) {
    int found = -1;
    @Nullable Trie node = this;
    for (int i = from; i < text.length(); i++) {
      node = node.next.get(text.charAt(i));
      if (node == null) {
        return found;
      }
      found = node.id >= 0 ? node.id : found;
    }
    return found;
  }
}
