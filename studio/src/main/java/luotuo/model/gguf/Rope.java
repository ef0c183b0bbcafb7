package luotuo.model.gguf;

/// Turns pairs of a head's numbers by angles that grow with the position, so that the product of a
/// query and a key depends on how far apart they are.
///
/// Source: Su and others, RoFormer, 2021; how long contexts change the angles: the formats' own
/// keys.
///
/// @param neighbours whether numbers 2i and 2i + 1 are a pair, or i and i + half
/// @param speeds `[headSize / 2]`, the angle of each pair at position 1
/// @param factor on what is turned
record Rope(boolean neighbours, double[] speeds, double factor) {

  /// @param base the speed of pair i is `base` to the power `-2i / headSize`
  /// @param slower what every speed is divided by
  /// @param factors `[headSize / 2]`, what the speeds are divided by besides
  static Rope of(boolean neighbours, int headSize, double base, double slower, float[] factors) {
    double[] speeds = new double[headSize / 2];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = Math.pow(base, -2.0 * i / headSize) / slower / factors[i];
    }
    return new Rope(neighbours, speeds, 1);
  }

  Rope times(double by) {
    return new Rope(neighbours, speeds, factor * by);
  }

  /// Numbers that a position's angles take.
  int size() {
    return 2 * speeds.length;
  }

  /// Writes the cosines, then the sines, of a position's angles.
  void angles(int position, float[] to, int at) {
    for (int i = 0; i < speeds.length; i++) {
      double angle = position * speeds[i];
      to[at + i] = (float) (Math.cos(angle) * factor);
      to[at + speeds.length + i] = (float) (Math.sin(angle) * factor);
    }
  }

  /// Turns one head in place.
  void turn(float[] x, int at, float[] angles, int angle) {
    int half = speeds.length;
    int next = neighbours ? 1 : half;
    int step = neighbours ? 2 : 1;
    for (int i = 0; i < half; i++) {
      int first = at + i * step;
      float a = x[first];
      float b = x[first + next];
      float cos = angles[angle + i];
      float sin = angles[angle + half + i];
      x[first] = a * cos - b * sin;
      x[first + next] = a * sin + b * cos;
    }
  }
}
