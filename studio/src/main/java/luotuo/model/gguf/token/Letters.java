package luotuo.model.gguf.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The letters that byte-level vocabularies write bytes with: a byte that is a visible letter of
/// Latin-1 stands for itself, the others are U+0100 and following, in their order (Radford et al.
/// 2019, GPT-2).
final class Letters {
  /// Letter of each byte.
  private static final char[] LETTERS = new char[256];

  /// Byte of each letter; −1 where it is none.
  private static final short[] BYTES = new short[512];

  static {
    Arrays.fill(BYTES, (short) -1);
    int next = 256;
    for (int i = 0; i < 256; i++) {
      boolean visible = i >= 33 && i <= 126 || i >= 161 && i != 173;
      LETTERS[i] = (char) (visible ? i : next++);
      BYTES[LETTERS[i]] = (short) i;
    }
  }

  private Letters() {}

  static String of(int value) {
    return String.valueOf(LETTERS[value]);
  }

  /// @return the bytes that letters stand for; anything else stands for itself
  static byte[] bytes(String letters) {
    byte[] bytes = new byte[letters.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = letters.charAt(i);
      if (c >= BYTES.length || BYTES[c] < 0) {
        return letters.getBytes(StandardCharsets.UTF_8);
      }
      bytes[i] = (byte) BYTES[c];
    }
    return bytes;
  }
}
