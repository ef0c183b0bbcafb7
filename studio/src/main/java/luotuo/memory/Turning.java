package luotuo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// Turns a question's vector towards what answers it: q + q·A·B, normalised.
///
/// Embedders put `我娘拜什么？` near other questions about mothers; what answers it, `初一十五吃素`, shares no
/// word with it. The two matrices were taught with what people told and what was asked of it in
/// other words (`bench/remember/train.py`). They belong to one embedder; with another, vectors stay
/// as they are.
final class Turning {
  private final int rank;
  private final float[] down;
  private final float[] up;

  private Turning(int rank, float[] down, float[] up) {
    this.rank = rank;
    this.down = down;
    this.up = up;
  }

  /// @param embedder the name of the embedder
  static Turning of(String embedder) {
    String name = embedder.replaceAll("[^A-Za-z0-9.-]", "_");
    try (var in = Turning.class.getResourceAsStream("/luotuo/memory/" + name + ".turn")) {
      return in == null ? new Turning(0, new float[0], new float[0]) : read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// Dimensions and rank as 32-bit integers, then A and B row by row, little endian.
  private static Turning read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int dimensions = buffer.getInt();
    int rank = buffer.getInt();
    FloatBuffer floats = buffer.asFloatBuffer();
    float[] down = new float[dimensions * rank];
    float[] up = new float[rank * dimensions];
    floats.get(down).get(up);
    return new Turning(rank, down, up);
  }

  float[] turn(float[] question) {
    if (rank == 0 || down.length != question.length * rank) {
      return question;
    }
    float[] turned = question.clone();
    float[] between = times(question, down, rank);
    float[] more = times(between, up, question.length);
    double squares = 0;
    for (int i = 0; i < turned.length; i++) {
      turned[i] += more[i];
      squares += turned[i] * turned[i];
    }
    float norm = (float) Math.sqrt(squares);
    for (int i = 0; i < turned.length && norm > 0; i++) {
      turned[i] /= norm;
    }
    return turned;
  }

  /// A row times a matrix with so many columns.
  private static float[] times(float[] row, float[] matrix, int columns) {
    float[] product = new float[columns];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < columns; j++) {
        product[j] += row[i] * matrix[i * columns + j];
      }
    }
    return product;
  }
}
