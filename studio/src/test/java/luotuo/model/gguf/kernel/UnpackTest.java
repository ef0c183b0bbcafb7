package luotuo.model.gguf.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import luotuo.model.gguf.file.TensorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The definitions of the stored forms give, bit for bit, what PyPI's `gguf` gives of random blocks
/// (`bench/reference/dequantise.py`).
class UnpackTest {
  @ParameterizedTest
  @EnumSource(
      value = TensorType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"F32"})
  void aBlocksWeightsAreThoseOfTheReference(TensorType type) throws Exception {
    byte[] file;
    try (var in = getClass().getResourceAsStream("/gguf/dequantise/" + type + ".bin")) {
      assertNotNull(in);
      file = in.readAllBytes();
    }
    int blocks = file.length / (type.bytes() + Float.BYTES * type.block());
    float[] weights = new float[blocks * type.block()];
    ByteBuffer.wrap(file, blocks * type.bytes(), weights.length * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(weights);
    MemorySegment data = MemorySegment.ofArray(Arrays.copyOf(file, blocks * type.bytes()));
    float[] unpacked = new float[weights.length];
    ScalarArithmetic.unpack(type).row(data, 0, weights.length, unpacked, 0);
    assertArrayEquals(weights, unpacked);
  }
}
