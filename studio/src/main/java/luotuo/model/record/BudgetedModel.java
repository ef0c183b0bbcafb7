package luotuo.model.record;

import java.util.function.Consumer;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Usage;

/// A model whose calls are paid from a [Budget], which other models may share.
public final class BudgetedModel extends Wrapper {
  private final Budget budget;
  private final Price price;

  /// @param model closed with this
  /// @throws Failure `model.prices.unknown` if the budget limits money and the price is not known
  public BudgetedModel(ChatModel model, Budget budget, Prices prices) {
    super(model);
    this.budget = budget;
    this.price = budget.priceOf(model.name(), prices);
    budget.takes(price);
  }

  /// @throws Failure `model.budget.…`, before the model is asked
  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    Budget.Share share = budget.setAside(cost(most(request)));
    return Used.by(model(), request, pieces, used -> budget.settle(share, cost(used)));
  }

  /// A reply ends at its maximum, or where the context is full.
  private Usage most(ChatRequest request) {
    int prompt = count(request.messages());
    int room = Math.max(0, context() - prompt);
    return new Usage(prompt, 0, Math.min(request.sampling().maximum(), room), false);
  }

  private Cost cost(Usage usage) {
    return new Cost(1, usage.prompt(), usage.reply(), 0, 0, price.of(usage));
  }
}
