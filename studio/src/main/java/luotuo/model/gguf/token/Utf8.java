package luotuo.model.gguf.token;

import java.util.Arrays;

/// Chars to bytes, into a buffer that is used again.
///
/// Half of a surrogate pair alone is no character: it becomes U+FFFD, as a decoder would have it.
final class Utf8 {
  private byte[] bytes = new byte[256];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void add(CharSequence text, int from, int to) {
    reserve(3 * (to - from));
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        add(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        add(Character.isSurrogate(c) ? 0xFFFD : c);
      }
    }
  }

  private void add(int point) {
    if (point < 0x800) {
      bytes[length++] = (byte) (0xC0 | point >> 6);
    } else if (point < 0x10000) {
      bytes[length++] = (byte) (0xE0 | point >> 12);
      bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
    } else {
      bytes[length++] = (byte) (0xF0 | point >> 18);
      bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
      bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
    }
    bytes[length++] = (byte) (0x80 | point & 0x3F);
  }

  private void reserve(int more) {
    long needed = (long) length + more;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, 2 * needed));
    }
  }
}
