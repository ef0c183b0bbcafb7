package luotuo.model.gguf.token;

/// The part of a tokenizer that cuts plain text, between marks.
interface Pieces {
  /// A cutter with buffers of its own, for one text on one thread.
  Cutter cutter();

  /// Cuts stretches of one text.
  @FunctionalInterface
  interface Cutter {
    /// @param first whether the stretch begins the text or follows a mark
    void cut(String text, int from, int to, boolean first, Ids ids);
  }
}
