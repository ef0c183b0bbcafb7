package luotuo.model.record;

import java.util.List;
import java.util.stream.Collectors;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel;
import luotuo.model.Message;
import luotuo.model.ScoredToken;
import luotuo.model.ScriptEstimate;
import luotuo.model.TokenCounter;
import luotuo.model.Usage;

/// Likelihoods that are paid from a [Budget], which other models may share. What is read is paid as
/// a prompt; its tokens are estimated.
public final class BudgetedLikelihoods implements LikelihoodModel {
  private static final TokenCounter TOKENS = new ScriptEstimate();

  private final LikelihoodModel model;
  private final Budget budget;
  private final Price price;

  /// @param model closed with this
  /// @throws Failure `model.prices.unknown` if the budget limits money and the price is not known
  public BudgetedLikelihoods(LikelihoodModel model, Budget budget, Prices prices) {
    this.model = model;
    this.budget = budget;
    this.price = budget.priceOf(model.name(), prices);
    budget.takes(price);
  }

  @Override
  public String name() {
    return model.name();
  }

  /// @throws Failure `model.budget.…`, before the model is asked
  @Override
  public List<ScoredToken> score(Context context, String text) {
    Cost cost = cost(TOKENS.count(words(context)) + TOKENS.count(text));
    Budget.Share share = budget.setAside(cost);
    try {
      return model.score(context, text);
    } finally {
      budget.settle(share, cost);
    }
  }

  private static String words(Context context) {
    return switch (context) {
      case Context.Plain plain -> plain.text();
      case Context.Chat chat ->
          chat.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    };
  }

  private Cost cost(int tokens) {
    return new Cost(1, tokens, 0, 0, 0, price.of(new Usage(tokens, 0, 0, false)));
  }

  @Override
  public void close() {
    model.close();
  }
}
