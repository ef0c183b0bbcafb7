package luotuo.model.remote;

import java.util.List;
import luotuo.model.Stops;

/// Tells `<think>` sections within what is said from the words of the reply.
final class Thinking {
  private static final String BEGIN = "<think>";
  private static final String END = "</think>";

  /// Where the parts go.
  interface Ear {
    void said(String text);

    void thought(String text);
  }

  private final Ear ear;
  private boolean inside;
  private boolean leading = true;
  private Stops mark = new Stops(List.of(BEGIN));

  Thinking(Ear ear) {
    this.ear = ear;
  }

  void add(String text) {
    String left = text;
    while (!left.isEmpty()) {
      hand(mark.add(left));
      left = mark.stopped() ? turned() : "";
    }
  }

  void end() {
    hand(mark.end());
  }

  private String turned() {
    String rest = mark.rest();
    inside = !inside;
    leading = true;
    mark = new Stops(List.of(inside ? END : BEGIN));
    return rest;
  }

  /// Blank lines at the beginning of a part are the form of the marks, not of the words.
  private void hand(String text) {
    String words = leading ? text.replaceFirst("^[\\r\\n]+", "") : text;
    if (words.isEmpty()) {
      return;
    }
    leading = false;
    if (inside) {
      ear.thought(words);
    } else {
      ear.said(words);
    }
  }
}
