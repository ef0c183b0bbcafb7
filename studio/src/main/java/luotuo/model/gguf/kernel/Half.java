package luotuo.model.gguf.kernel;

/// Numbers of 16 bits, IEEE half precision.
final class Half {
  /// The greatest.
  static final float MOST = 65504;

  private Half() {}

  /// The nearest, and the greatest where a number is beyond all.
  static short of(float number) {
    return Float.floatToFloat16(Math.clamp(number, -MOST, MOST));
  }
}
