package luotuo.model.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The weights that were taught for the program use seven bits: products of eight overflow in
/// processors without VNNI, and the same text would have another vector on each machine.
class SevenBitsTest {
  private static final int GRAPH = 7; // of ModelProto
  private static final int INITIALIZER = 5; // of GraphProto
  private static final int TYPE = 2; // of TensorProto, as the next
  private static final int RAW = 9;
  private static final int INT8 = 3;
  private static final int MOST = 64;

  @ParameterizedTest
  @ValueSource(strings = {"judge-zh", "answers-zh", "reader-zh", "replaces-zh"})
  void noWeightIsLarger(String model) throws IOException {
    List<ByteBuffer> tensors = new ArrayList<>();
    for (ByteBuffer graph : parts(resource(model), GRAPH)) {
      tensors.addAll(parts(graph, INITIALIZER));
    }
    int weights = 0;
    for (ByteBuffer tensor : tensors) {
      if (number(tensor, TYPE) == INT8) {
        for (ByteBuffer raw : parts(tensor, RAW)) {
          while (raw.hasRemaining()) {
            int weight = Math.abs(raw.get());
            assertTrue(weight <= MOST, () -> "a weight of " + weight);
            weights++;
          }
        }
      }
    }
    assertTrue(weights > 10_000_000, weights + " weights"); // twenty-four matrices of four layers
  }

  private static ByteBuffer resource(String model) throws IOException {
    try (var in = SevenBitsTest.class.getResourceAsStream("/luotuo/model/" + model + ".onnx")) {
      return ByteBuffer.wrap(in.readAllBytes());
    }
  }

  /// The parts of a message of Protocol Buffers that have this number and a length.
  private static List<ByteBuffer> parts(ByteBuffer message, int number) {
    List<ByteBuffer> parts = new ArrayList<>();
    walk(
        message,
        (field, part, value) -> {
          if (field == number && part.hasRemaining()) {
            parts.add(part);
          }
        });
    return parts;
  }

  private static long number(ByteBuffer message, int number) {
    long[] found = {0};
    walk(message, (field, part, value) -> found[0] = field == number ? value : found[0]);
    return found[0];
  }

  private interface Visitor {
    void visit(int field, ByteBuffer part, long value);
  }

  private static void walk(ByteBuffer message, Visitor visitor) {
    ByteBuffer in = message.duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long key = varint(in);
      ByteBuffer part = ByteBuffer.allocate(0);
      long value = 0;
      switch ((int) (key & 7)) {
        case 0 -> value = varint(in);
        case 1 -> value = in.getLong();
        case 2 -> {
          int length = (int) varint(in);
          part = in.slice(in.position(), length);
          in.position(in.position() + length);
        }
        case 5 -> value = in.getInt();
        default -> throw new IllegalStateException("wire type " + (key & 7));
      }
      visitor.visit((int) (key >> 3), part, value);
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
