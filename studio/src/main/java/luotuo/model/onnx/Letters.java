package luotuo.model.onnx;

/// BERT's kinds of code points.
final class Letters {
  private Letters() {}

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c >= 0x80 && Character.isSpaceChar(c);
  }

  /// Control and format characters and what has no meaning.
  static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> c == 0xFFFD;
    };
  }

  static boolean isAccent(int c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default ->
          c == '$'
              || c == '+'
              || c >= '<' && c <= '>'
              || c == '^'
              || c == '`'
              || c == '|'
              || c == '~';
    };
  }

  /// A Chinese character; kana and Hangul are not. The ranges are BERT's.
  static boolean isChinese(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x20000 && c <= 0x2A6DF
        || c >= 0x2A700 && c <= 0x2B73F
        || c >= 0x2B740 && c <= 0x2B81F
        || c >= 0x2B920 && c <= 0x2CEAF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }

  /// Surely has no canonical decomposition: what Chinese and plain English are written in, so that
  /// their texts need not wake the JDK's normaliser.
  static boolean isWhole(int c) {
    return c < 0xC0
        || c >= 0x2010 && c < 0x2100
        || c >= 0x3000 && c < 0x3040
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= 0xFF00 && c <= 0xFFFF;
  }
}
