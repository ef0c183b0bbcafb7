package luotuo.chat;

/// Where sentences end, in Chinese and English. Marks of what a sentence rests on belong to it.
final class SentenceEnds {
  private static final String ENDS = "。！？!?…\n";
  private static final String AFTER = ENDS + ".」』”’\"')）】]～~";

  private SentenceEnds() {}

  /// @param ended whether nothing comes after the text
  /// @return index after the first sentence from `from` on, or -1 where it is not sure to be over
  static int after(String text, int from, boolean ended) {
    for (int i = from; i < text.length(); i++) {
      if (ends(text, i)) {
        int end = i + 1;
        while (end < text.length() && AFTER.indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        end = Citations.after(text, end);
        return ended || !Citations.mayBegin(text, end) ? end : -1;
      }
    }
    return ended && from < text.length() ? text.length() : -1;
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    return ENDS.indexOf(c) >= 0
        || c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
  }
}
