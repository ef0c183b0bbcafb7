package luotuo.model.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import luotuo.job.Cancelled;
import luotuo.job.Cost;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;

/// What may be spent on models together, by calls, tokens and money. It is not passed: before a
/// call the most that it can cost is set aside, and after it what it did cost is written down.
///
/// Where a call does not fit only because of what is set aside for others, it waits for them.
///
/// The most that a call can cost is known as well as its prompt is counted: where a model can only
/// estimate that, a call may pass the budget by the error of the estimate.
public final class Budget {
  /// So that ten times a tenth is no more than one.
  private static final double ROUNDING = 1e-9;

  private final Limits limits;
  private final List<Share> shares = new ArrayList<>();
  private final Set<Thread> waiting = new HashSet<>();
  private Cost spent = Cost.NONE;
  private @Nullable String currency;

  public Budget(Limits limits) {
    this.limits = limits;
  }

  /// What must not be passed; what is empty is not limited.
  ///
  /// @param tokens of prompts and replies together
  /// @param money in the currency of the prices
  public record Limits(OptionalLong calls, OptionalLong tokens, OptionalDouble money) {
    public static final Limits NONE =
        new Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty());

    public Limits withCalls(long to) {
      return new Limits(OptionalLong.of(to), tokens, money);
    }

    public Limits withTokens(long to) {
      return new Limits(calls, OptionalLong.of(to), money);
    }

    public Limits withMoney(double to) {
      return new Limits(calls, tokens, OptionalDouble.of(to));
    }
  }

  /// What is set aside for one call.
  static final class Share {
    private final Cost most;
    private final Thread owner = Thread.currentThread();

    private Share(Cost most) {
      this.most = most;
    }
  }

  public Limits limits() {
    return limits;
  }

  /// What the calls that have ended cost together.
  public synchronized Cost spent() {
    return spent;
  }

  /// What a model's calls are paid with.
  ///
  /// @throws Failure `model.prices.unknown` if money is limited and the price is not known
  Price priceOf(String model, Prices prices) {
    return limits.money().isPresent() ? prices.known(model) : prices.of(model).orElse(Price.FREE);
  }

  /// Prices in two currencies do not add up.
  ///
  /// @throws Failure `model.budget.currencies`
  synchronized void takes(Price price) {
    if (limits.money().isEmpty() || price.isFree()) {
      return;
    }
    String known = currency;
    if (known != null && !known.equals(price.currency())) {
      throw Failure.of("model.budget.currencies", known, price.currency(), Prices.FILE);
    }
    currency = price.currency();
  }

  /// @param most that the call can cost
  /// @throws Failure `model.budget.calls`, `.tokens` or `.money`: what was spent, the limit, and
  ///   what the call might cost
  synchronized Share setAside(Cost most) {
    if (isWorthWaiting(most)) {
      await(most);
    }
    check(most);
    Share share = new Share(most);
    shares.add(share);
    return share;
  }

  synchronized void settle(Share share, Cost real) {
    shares.remove(share);
    spent = spent.plus(real);
    notifyAll();
  }

  private Cost asideWith(Cost most) {
    return shares.stream().map(share -> share.most).reduce(spent.plus(most), Cost::plus);
  }

  private boolean isWorthWaiting(Cost most) {
    return !fits(asideWith(most)) && fits(spent.plus(most)) && somebodyGivesBack();
  }

  /// Not a thread that itself waits, in the middle of another call.
  private boolean somebodyGivesBack() {
    Thread here = Thread.currentThread();
    return shares.stream().anyMatch(share -> share.owner != here && !waiting.contains(share.owner));
  }

  private void await(Cost most) {
    waiting.add(Thread.currentThread());
    // Others who wait may have counted on this one.
    notifyAll();
    try {
      while (isWorthWaiting(most)) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new Cancelled();
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }

  private boolean fits(Cost cost) {
    return fitsCalls(cost) && fitsTokens(cost) && fitsMoney(cost);
  }

  private boolean fitsCalls(Cost cost) {
    return cost.calls() <= limits.calls().orElse(Long.MAX_VALUE);
  }

  private boolean fitsTokens(Cost cost) {
    return tokens(cost) <= limits.tokens().orElse(Long.MAX_VALUE);
  }

  private boolean fitsMoney(Cost cost) {
    return cost.money() <= limits.money().orElse(Double.MAX_VALUE) + ROUNDING;
  }

  private void check(Cost most) {
    Cost with = asideWith(most);
    if (!fitsCalls(with)) {
      throw Failure.of("model.budget.calls", spent.calls(), limits.calls().orElse(0));
    }
    if (!fitsTokens(with)) {
      throw Failure.of(
          "model.budget.tokens", tokens(spent), limits.tokens().orElse(0), tokens(most));
    }
    if (!fitsMoney(with)) {
      throw Failure.of(
          "model.budget.money",
          shown(spent.money()),
          shown(limits.money().orElse(0)),
          shown(most.money()));
    }
  }

  private static long tokens(Cost cost) {
    return cost.promptTokens() + cost.replyTokens();
  }

  private static String shown(double money) {
    return String.format(Locale.ROOT, "%.4f", money);
  }
}
