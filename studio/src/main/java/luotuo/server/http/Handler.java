package luotuo.server.http;

/// Answers requests of one kind. It blocks; each request has a virtual thread of its own.
///
/// Whatever it throws becomes an error of the route's form: a [luotuo.job.Failure] by its key, and
/// anything else as `server.failed` without a word of what it was.
@FunctionalInterface
public interface Handler {
  void handle(Exchange exchange);
}
