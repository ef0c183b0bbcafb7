package luotuo.corpus;

/// A quotation that its line leaves open: the lines that follow may go on with it.
///
/// @param speaker empty for a narrator
/// @param mark the quotation mark that opened it
/// @param depth how many marks are still to be closed
record Opened(String speaker, String words, char mark, int depth, Source source) {

  Opened with(String allWords) {
    return new Opened(speaker, allWords, mark, depth, source);
  }

  /// The turn as it stands, whether or not the quotation was ever closed.
  Turn turn() {
    return speaker.isEmpty()
        ? new Turn.Narrated(words, source)
        : new Turn.Said(speaker, words, source);
  }
}
