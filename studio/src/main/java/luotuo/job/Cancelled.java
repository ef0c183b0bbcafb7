package luotuo.job;

/// Thrown where work ends before its end because its thread was interrupted. What was done until
/// then stays as it is; the interrupt is used up.
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Cancelled() {
    super("cancelled");
  }

  /// @throws Cancelled if this thread was interrupted
  public static void check() {
    if (Thread.interrupted()) {
      throw new Cancelled();
    }
  }
}
