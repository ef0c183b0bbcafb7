package luotuo.corpus;

/// Where a turn was read: a file, named as the user would find it, and a line counted from 1.
public record Source(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
