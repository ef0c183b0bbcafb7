package luotuo.model.gguf.template;

/// What a rendering may still do. A template comes with a file from anywhere: it must end, and must
/// not fill the memory.
final class Budget {
  /// Steps of the interpreter; chat templates take some hundred for each message.
  private static final long STEPS = 4_000_000;

  /// How deep expressions and statements may nest while they run; the stack holds far more.
  private static final int DEEPEST = 150;

  private final Faults faults;
  private long left;
  private int depth;
  private int line = 1;

  /// @param chars of the messages, for which more is allowed
  Budget(Faults faults, long chars) {
    this.faults = faults;
    left = STEPS + 64 * chars;
  }

  Faults faults() {
    return faults;
  }

  /// The line that the interpreter is in.
  int line() {
    return line;
  }

  void at(int newLine) {
    line = newLine;
  }

  /// @throws luotuo.job.Failure `model.template.endless` where that was too much
  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw faults.endless(line);
    }
  }

  /// Says that a text of this length will be made.
  void text(long chars) {
    spend(1 + chars / 4);
  }

  void enter() {
    spend(1);
    if (++depth > DEEPEST) {
      throw faults.endless(line);
    }
  }

  void leave() {
    depth--;
  }
}
