package luotuo.eval.fidelity;

/// What a scorer says of one sample.
///
/// @param value in the unit of what is measured; 1 for yes, 0 for no
/// @param answer what was scored: a line, a name
/// @param explanation why; may be empty
public record Score(Measured measured, double value, String answer, String explanation) {
  static Score of(Measured measured, double value, String answer) {
    return new Score(measured, value, answer, "");
  }

  static Score of(Measured measured, boolean holds, String answer) {
    return of(measured, holds ? 1 : 0, answer);
  }
}
