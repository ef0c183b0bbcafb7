package luotuo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.eval.LedgerEntry;
import luotuo.job.Cost;
import luotuo.job.Stopwatch;

/// What a piece of work takes of the models that a run has open, from when it began.
final class Took {
  private final Studio studio;
  private final Stopwatch watch = Stopwatch.started();
  private final Map<String, Cost> before = new LinkedHashMap<>();

  private Took(Studio studio) {
    this.studio = studio;
    studio.use().forEach(use -> before.put(use.model(), use.cost()));
  }

  static Took from(Studio studio) {
    return new Took(studio);
  }

  /// An entry with the cost until now and the models that were asked.
  LedgerEntry entry(String what, String subject) {
    List<String> models = new ArrayList<>();
    Cost cost = watch.elapsed();
    String currency = "";
    for (ModelUse use : studio.use()) {
      Cost since = since(use);
      if (since.calls() > 0) {
        models.add(use.model());
        currency = use.currency();
        cost = cost.plus(since);
      }
    }
    return LedgerEntry.of(what, subject)
        .withModel(String.join(", ", models))
        .withCost(cost)
        .withCurrency(currency);
  }

  /// Without time, which the watch takes.
  private Cost since(ModelUse use) {
    Cost old = before.getOrDefault(use.model(), Cost.NONE);
    Cost now = use.cost();
    return new Cost(
        now.calls() - old.calls(),
        now.promptTokens() - old.promptTokens(),
        now.replyTokens() - old.replyTokens(),
        0,
        0,
        now.money() - old.money());
  }
}
