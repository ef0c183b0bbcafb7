package luotuo.model.gguf.kernel;

/// The numbers of GELU's form with tanh: `½ x (1 + tanh(SLOPE (x + CUBE x³)))`.
final class Gelu {
  static final float SLOPE = 0.7978845608028654f;
  static final float CUBE = 0.044715f;

  private Gelu() {}
}
