package luotuo.model.onnx;

import java.util.Arrays;
import luotuo.model.TokenVectors.Tokens;
import luotuo.model.onnx.Encoder.Encoded;

/// Rows of the last hidden state to vectors of norm 1.
final class Vectors {
  private Vectors() {}

  /// @return `[dimensions]`: the first row, which stands for the text; zeros for no text
  static float[] first(Encoded encoded, int dimensions) {
    return encoded.rows().length == 0 ? new float[dimensions] : normal(encoded.rows()[0]);
  }

  static Tokens tokens(Encoded encoded) {
    var rows = new float[encoded.tokens().size()][];
    Arrays.setAll(rows, i -> normal(encoded.rows()[i + 1]));
    return new Tokens(encoded.tokens(), rows);
  }

  private static float[] normal(float[] row) {
    double squares = 0;
    for (float x : row) {
      squares += (double) x * x;
    }
    var unit = row.clone();
    for (int i = 0; i < row.length && squares > 0; i++) {
      unit[i] = (float) (row[i] / Math.sqrt(squares));
    }
    return unit;
  }
}
