package luotuo.model.gguf.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// `e^x`, within two units of a float's last place: `2^n · e^r` with `n` whole and `|r| ≤ ½ ln 2`,
/// and a polynomial of the seventh degree for `e^r`.
///
/// @see <a href="https://www.netlib.org/cephes/">Cephes, whose coefficients they are</a>
final class VectorExp {
  /// Added and taken away, it rounds to a whole number, which then stands in the lowest bits.
  private static final float ROUND = 0x1.8p23f;

  private static final float LOG2_E = 1.44269504f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float MOST = 88.72283f;
  private static final float LEAST = -87.33654f;

  private VectorExp() {}

  static FloatVector of(FloatVector x) {
    FloatVector shifted = x.mul(LOG2_E).add(ROUND);
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = n.mul(-LN2_LOW).add(x.sub(n.mul(LN2_HIGH)));
    FloatVector p = r.mul(1.9875691500e-4f).add(1.3981999507e-3f);
    p = p.mul(r).add(8.3334519073e-3f);
    p = p.mul(r).add(4.1665795894e-2f);
    p = p.mul(r).add(1.6666665459e-1f);
    p = p.mul(r).add(5.0000001201e-1f);
    p = p.mul(r.mul(r)).add(r).add(1);
    IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    FloatVector result = p.reinterpretAsInts().add(power).reinterpretAsFloats();
    return result
        .blend(0, x.compare(VectorOperators.LT, LEAST))
        .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, MOST));
  }
}
