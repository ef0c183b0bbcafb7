package luotuo.server.http;

/// Interrupts the thread that answers a request when its client goes away, until this is closed.
public interface Watch extends AutoCloseable {
  @Override
  void close();
}
