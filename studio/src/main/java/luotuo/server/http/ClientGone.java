package luotuo.server.http;

/// The client went away: there is nobody to answer.
public final class ClientGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClientGone(Throwable cause) {
    super("the client has gone", cause, false, false);
  }
}
