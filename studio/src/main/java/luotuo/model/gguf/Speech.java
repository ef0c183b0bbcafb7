package luotuo.model.gguf;

import java.util.List;
import java.util.function.Consumer;
import luotuo.model.Piece;

/// A reply's text as it grows: thoughts apart from words, and ended by the first stop text, of
/// which nothing is told.
///
/// Thoughts stand between `<think>` and `</think>` before the reply.
final class Speech {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private final List<String> stops;
  private final Consumer<Piece> pieces;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thoughts = new StringBuilder();

  /// What came and cannot be told yet: it may be the beginning of a mark or of a stop text.
  private final StringBuilder held = new StringBuilder();

  private State state;

  private enum State {
    /// Nothing but space came; a thought may follow.
    BEGUN,
    THINKING,
    /// A thought ended; space before the reply is no part of it.
    THOUGHT,
    SPEAKING,
    STOPPED
  }

  /// @param thinks whether the model's template knows of thoughts
  /// @param thinking whether the prompt has opened one
  Speech(List<String> stops, boolean thinks, boolean thinking, Consumer<Piece> pieces) {
    this.stops = stops;
    this.pieces = pieces;
    state = thinking ? State.THINKING : thinks ? State.BEGUN : State.SPEAKING;
  }

  String text() {
    return text.toString();
  }

  String thoughts() {
    return thoughts.toString();
  }

  boolean stopped() {
    return state == State.STOPPED;
  }

  /// Whether what came last is no part of the reply.
  boolean thinking() {
    return state == State.THINKING || state == State.THOUGHT;
  }

  /// Takes what came and tells what can be told.
  void add(String more) {
    held.append(more);
    State before;
    do {
      before = state;
      switch (state) {
        case BEGUN -> begin();
        case THINKING -> think();
        case THOUGHT -> resume();
        case SPEAKING -> speak();
        case STOPPED -> held.setLength(0);
      }
    } while (state != before);
  }

  /// Tells what was held back: nothing more will come.
  void end() {
    switch (state) {
      case BEGUN, SPEAKING -> say(held.length());
      case THINKING -> think(held.length());
      case THOUGHT, STOPPED -> held.setLength(0);
    }
  }

  private void begin() {
    String stripped = held.toString().stripLeading();
    if (stripped.startsWith(OPEN)) {
      held.setLength(0);
      held.append(stripped, OPEN.length(), stripped.length());
      state = State.THINKING;
    } else if (!OPEN.startsWith(stripped)) {
      state = State.SPEAKING;
    }
  }

  private void think() {
    int close = held.indexOf(CLOSE);
    if (close < 0) {
      think(held.length() - beginning(CLOSE));
      return;
    }
    think(close);
    held.delete(0, CLOSE.length());
    state = State.THOUGHT;
  }

  private void resume() {
    String stripped = held.toString().stripLeading();
    held.setLength(0);
    held.append(stripped);
    if (!stripped.isEmpty()) {
      state = State.SPEAKING;
    }
  }

  private void speak() {
    int stop = held.length();
    int waits = 0;
    for (String candidate : stops) {
      int at = held.indexOf(candidate);
      if (at >= 0 && at < stop) {
        stop = at;
        state = State.STOPPED;
      }
      waits = Math.max(waits, beginning(candidate));
    }
    if (state == State.STOPPED) {
      say(stop);
    } else {
      say(held.length() - waits);
    }
  }

  /// The length of the longest end of what is held that a mark begins with.
  private int beginning(String mark) {
    for (int length = Math.min(mark.length() - 1, held.length()); length > 0; length--) {
      if (mark.startsWith(held.substring(held.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  private void say(int length) {
    String said = held.substring(0, length);
    held.delete(0, length);
    text.append(said);
    if (!said.isEmpty()) {
      pieces.accept(new Piece.Said(said));
    }
  }

  private void think(int length) {
    String thought = held.substring(0, length);
    held.delete(0, length);
    thoughts.append(thought);
    if (!thought.isEmpty()) {
      pieces.accept(new Piece.Thought(thought));
    }
  }
}
