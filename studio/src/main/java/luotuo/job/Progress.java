package luotuo.job;

/// Told how far a piece of long work has come.
@FunctionalInterface
public interface Progress {
  /// Tells nobody.
  Progress SILENT = (what, done, total) -> {};

  /// @param what a message key that names the work
  /// @param done units done so far, `0 ≤ done ≤ total`
  /// @param total units in all
  void at(String what, long done, long total);
}
