package luotuo.json;

/// Text that is not the JSON or YAML that it should be; the message is one sentence and says where.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  MalformedException(String message, int line, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /// The line where reading stopped, from 1; 0 where it is not known.
  public int line() {
    return line;
  }
}
