package luotuo.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import luotuo.app.Calls;
import luotuo.model.Usage;
import luotuo.server.http.Exchange;
import luotuo.server.http.Observer;

/// Counts and times of one server.
public final class Metrics implements Observer {
  /// Seconds, from what nobody notices to what nobody waits for.
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("luotuo_requests")
          .help("Requests that were answered; status 0 where the client went away")
          .labelNames("method", "route", "status")
          .register(registry);
  private final Counter tokens =
      Counter.builder()
          .name("luotuo_tokens")
          .help("Tokens of language models: given, known from before, replied")
          .labelNames("kind")
          .register(registry);
  private final Histogram took = seconds("luotuo_request_seconds", "Requests, to their end");
  private final Histogram recall =
      seconds("luotuo_recall_seconds", "What comes to a persona's mind, and what of it is said");
  private final Histogram waited =
      seconds("luotuo_queue_wait_seconds", "In the line for a language model");
  private final Histogram first =
      seconds("luotuo_first_token_seconds", "From the question to the first words of a reply");
  private final Histogram replied = seconds("luotuo_reply_seconds", "Replies, to their end");

  public Metrics(Supplier<Calls> calls) {
    gauge(
        "luotuo_queue_length", "Calls that wait for a language model", () -> calls.get().waiting());
    gauge("luotuo_calls", "Calls that a language model serves now", () -> calls.get().served());
  }

  private Histogram seconds(String name, String help) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(BOUNDS)
        .register(registry);
  }

  private void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(told -> told.call(value.getAsInt()))
        .register(registry);
  }

  @Override
  public void answered(String method, String route, int status, Duration time) {
    requests.labelValues(method, route, String.valueOf(status)).inc();
    took.observe(seconds(time));
  }

  /// The time of one reply begins.
  public ReplyClock reply() {
    return new ReplyClock(this);
  }

  void recalled(Duration time) {
    recall.observe(seconds(time));
  }

  void waited(Duration time) {
    waited.observe(seconds(time));
  }

  void spoke(Duration time) {
    first.observe(seconds(time));
  }

  void replied(Duration time, Usage usage) {
    replied.observe(seconds(time));
    tokens.labelValues("prompt").inc(usage.prompt());
    tokens.labelValues("cached").inc(usage.cached());
    tokens.labelValues("reply").inc(usage.reply());
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  /// `GET /metrics`, in Prometheus's text form.
  public void show(Exchange exchange) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exchange.send(200, PrometheusTextFormatWriter.CONTENT_TYPE, out.toByteArray());
  }
}
