package luotuo.server.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import luotuo.app.Defaults;
import luotuo.app.ModelUse;
import luotuo.app.Studio;
import luotuo.app.shape.LedgerShape;
import luotuo.chat.ConversationFilter;
import luotuo.eval.Ledger;
import luotuo.job.Cost;
import luotuo.server.http.Exchange;
import luotuo.server.http.HttpSettings;
import luotuo.server.http.Routes;
import org.jspecify.annotations.Nullable;

/// What it takes, what it took, and how things stand.
final class UseRoutes {
  private final Studio studio;
  private final HttpSettings settings;

  UseRoutes(Studio studio, HttpSettings settings) {
    this.studio = studio;
    this.settings = settings;
  }

  void add(Routes routes) {
    routes.get("/meter", this::meter).get("/ledger", this::ledger).get("/status", this::status);
  }

  /// What models took since the server began.
  ///
  /// @param money of all together, where it is of one currency
  record Meter(
      long calls,
      long promptTokens,
      long replyTokens,
      double seconds,
      @Nullable Double money,
      @Nullable String currency,
      List<Of> byModel) {
    /// What one model took.
    record Of(
        String model,
        long calls,
        long promptTokens,
        long replyTokens,
        double seconds,
        double money,
        String currency) {
      static Of of(ModelUse use) {
        Cost cost = use.cost();
        return new Of(
            use.model(),
            cost.calls(),
            cost.promptTokens(),
            cost.replyTokens(),
            cost.seconds(),
            cost.money(),
            use.currency());
      }
    }

    static Meter of(List<ModelUse> use) {
      Cost all = use.stream().map(ModelUse::cost).reduce(Cost.NONE, Cost::plus);
      List<String> currencies =
          use.stream()
              .filter(of -> of.cost().money() > 0)
              .map(ModelUse::currency)
              .distinct()
              .toList();
      boolean one = currencies.size() <= 1;
      return new Meter(
          all.calls(),
          all.promptTokens(),
          all.replyTokens(),
          all.seconds(),
          one ? all.money() : null,
          one ? currencies.stream().collect(Collectors.joining()) : null,
          use.stream().map(Of::of).toList());
    }
  }

  /// How things stand.
  ///
  /// @param defaultModel that characters speak with; missing where they use their own lines
  /// @param firstVisit whether nothing was set up and nothing said yet
  /// @param models how many are here
  record Status(
      String version,
      String language,
      @Nullable String defaultModel,
      boolean firstVisit,
      int models,
      boolean tokenNeeded) {}

  private void meter(Exchange exchange) {
    exchange.json(Meter.of(studio.use()));
  }

  private void ledger(Exchange exchange) {
    Paging paging = Paging.of(exchange);
    Optional<String> what = exchange.query("what").filter(kind -> !kind.isEmpty());
    Ledger ledger = studio.ledger();
    List<LedgerShape> rows =
        ledger.list(paging.limit(), paging.offset(), what).stream().map(LedgerShape::of).toList();
    exchange.json(new Paging.Part<>(rows, paging.offset(), paging.limit(), ledger.count(what)));
  }

  private void status(Exchange exchange) {
    Optional<String> model = Defaults.of(studio.workspace()).model();
    int here = (int) studio.library().list().stream().filter(m -> m.here().isPresent()).count();
    boolean said = studio.conversations().count(ConversationFilter.ALL) > 0;
    exchange.json(
        new Status(
            Studio.version(),
            exchange.language(),
            model.orElse(null),
            model.isEmpty() && here == 0 && !said,
            here,
            settings.token().isPresent()));
  }
}
