package luotuo.model.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import luotuo.job.Failure;

/// Puts what went wrong with a server into failures. The provider's own words are always among
/// them, and the key never is.
final class Trouble {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Set<String> SPENT =
      Set.of("insufficient_quota", "billing_hard_limit_reached");
  private static final int MOST_NAMES = 20;

  private final Endpoint endpoint;
  private final Retry retry;

  Trouble(Endpoint endpoint, Retry retry) {
    this.endpoint = endpoint;
    this.retry = retry;
  }

  /// An answer that is none.
  ///
  /// @param models asked for where the model may be what is missing
  RuntimeException refused(Answer answer, Supplier<List<String>> models) {
    Complaint complaint = answer.complaint();
    String said = said(complaint);
    String server = endpoint.server();
    int status = answer.status();
    return switch (status) {
      case 401 ->
          endpoint.key().none()
              ? Failure.of("model.remote.key.missing", server, said)
              : Failure.of("model.remote.key.wrong", server, said);
      case 403 -> Failure.of("model.remote.forbidden", server, said);
      case 404, 405 -> missing(complaint, models.get());
      case 429 -> limited(complaint, answer.headers());
      case 301, 302, 303, 307, 308 -> moved(answer.headers());
      default ->
          status >= 500 || status == 408
              ? later(Failure.of("model.remote.broken", server, status, said), answer.headers())
              : Failure.of("model.remote.refused", server, status, said);
    };
  }

  private RuntimeException missing(Complaint complaint, List<String> models) {
    return models.isEmpty() && !complaint.structured()
        ? Failure.of("model.remote.path", endpoint.base(), said(complaint))
        : Failure.of(
            "model.remote.model",
            endpoint.server(),
            endpoint.model(),
            said(complaint),
            list(models));
  }

  private RuntimeException limited(Complaint complaint, HttpHeaders headers) {
    Failure failure = Failure.of("model.remote.limited", endpoint.server(), said(complaint));
    return SPENT.contains(complaint.code()) ? failure : later(failure, headers);
  }

  private RuntimeException later(Failure failure, HttpHeaders headers) {
    Duration wait = RetryAfter.of(headers, retry.now()).orElse(Duration.ZERO);
    if (wait.compareTo(Retry.LONGEST) <= 0) {
      return new TryAgain(failure, wait);
    }
    String when = WHEN.format(retry.now().plus(wait).atZone(ZoneId.systemDefault()));
    String said = failure.problem().arguments().getLast();
    return Failure.of("model.remote.wait", endpoint.server(), wait.toSeconds(), when, said);
  }

  private Failure moved(HttpHeaders headers) {
    String to = Complaint.shown(headers.firstValue("Location").orElse("…"));
    return Failure.of("model.remote.moved", endpoint.server(), hidden(to));
  }

  /// No answer at all.
  RuntimeException unreached(Throwable cause) {
    Failure failure = Failure.of("model.remote.unreachable", endpoint.server(), reason(cause));
    boolean forGood =
        caused(cause, UnresolvedAddressException.class)
            || caused(cause, UnknownHostException.class)
            || caused(cause, SSLException.class);
    return forGood ? failure : again(failure);
  }

  TryAgain silent(Duration waited) {
    return again(Failure.of("model.remote.timeout", endpoint.server(), waited.toSeconds()));
  }

  TryAgain stalled(Duration waited, int characters) {
    return again(
        Failure.of("model.remote.stalled", endpoint.server(), waited.toSeconds(), characters));
  }

  TryAgain cut(int characters) {
    return again(Failure.of("model.remote.cut", endpoint.server(), characters));
  }

  Failure tooMuch(int characters) {
    return Failure.of("model.remote.large", endpoint.server(), characters);
  }

  Failure malformed(String what) {
    return Failure.of("model.remote.malformed", endpoint.server(), hidden(Complaint.shown(what)));
  }

  /// An error within an answer that began well.
  RuntimeException told(Complaint complaint, int characters) {
    Failure failure =
        Failure.of("model.remote.error", endpoint.server(), said(complaint), characters);
    return complaint.code().matches("429|408|5\\d\\d") ? again(failure) : failure;
  }

  Failure choose(List<String> models) {
    return models.isEmpty()
        ? Failure.of("model.remote.none", endpoint.server())
        : Failure.of("model.remote.choose", endpoint.server(), list(models), endpoint.base());
  }

  /// Nothing is served at this address.
  Failure nowhere() {
    return Failure.of("model.remote.path", endpoint.base(), "–");
  }

  private static TryAgain again(Failure failure) {
    return new TryAgain(failure, Duration.ZERO);
  }

  private String said(Complaint complaint) {
    String said = complaint.message().isEmpty() ? complaint.code() : complaint.message();
    return said.isEmpty() ? "–" : hidden(said);
  }

  private String hidden(String text) {
    return endpoint.key().hiddenIn(text);
  }

  private static String list(List<String> models) {
    String names = String.join(", ", models.subList(0, Math.min(MOST_NAMES, models.size())));
    return models.isEmpty() ? "–" : models.size() > MOST_NAMES ? names + " …" : names;
  }

  private static boolean caused(Throwable cause, Class<? extends Throwable> by) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (by.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable cause) {
    if (caused(cause, UnresolvedAddressException.class)) {
      return "unknown host";
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause instanceof ConnectException ? "connection refused" : cause.getClass().getName();
    }
    return cause instanceof IOException ? message : cause + "";
  }
}
