package luotuo.model.gguf.kernel;

/// Room for one thread's intermediate numbers, kept from call to call.
final class Scratch {
  private float[] tile = new float[0];
  private float[] strip = new float[0];

  /// At least so many floats, holding anything.
  float[] tile(int length) {
    if (tile.length < length) {
      tile = new float[length];
    }
    return tile;
  }

  /// The same, beside it.
  float[] strip(int length) {
    if (strip.length < length) {
      strip = new float[length];
    }
    return strip;
  }
}
