package luotuo.model.gguf;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes to text, as they come: bytes of a character that is not whole yet wait for the rest of it.
/// What is no UTF-8 becomes U+FFFD.
final class Characters {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] waiting = new byte[0];

  /// The characters that are whole now; may be none.
  String add(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(waiting, waiting.length + bytes.length));
    in.put(waiting.length, bytes);
    CharBuffer out = CharBuffer.allocate(in.capacity() + 1);
    decoder.decode(in, out, false);
    waiting = new byte[in.remaining()];
    in.get(waiting);
    return out.flip().toString();
  }

  /// Whether bytes of a character wait that is not whole.
  boolean waiting() {
    return waiting.length > 0;
  }
}
