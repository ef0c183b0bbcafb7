package luotuo.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import luotuo.job.Failure;

/// A body that may not be larger than told.
final class BoundedBody extends FilterInputStream {
  private final long most;
  private long read;

  BoundedBody(InputStream body, long most) {
    super(body);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int some = super.read(into, from, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) {
    read += more;
    if (read > most) {
      throw Failure.of("server.large", most);
    }
  }
}
