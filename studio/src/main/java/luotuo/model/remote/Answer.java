package luotuo.model.remote;

import java.net.http.HttpHeaders;

/// What a server answered: a body that goes on arriving where it went well, otherwise what it says.
///
/// @param complaint empty where it went well
record Answer(int status, HttpHeaders headers, Inflow body, Complaint complaint)
    implements AutoCloseable {
  boolean well() {
    return status >= 200 && status < 300;
  }

  /// Whether nothing is found at this address.
  boolean lost() {
    return status == 404 || status == 405;
  }

  @Override
  public void close() {
    body.close();
  }
}
