package luotuo.model.record;

import java.util.function.Consumer;
import luotuo.job.Cost;
import luotuo.job.Stopwatch;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Usage;

/// A model whose calls a [Meter] counts, those too that fail or are broken off.
public final class MeteredModel extends Wrapper {
  private final Meter meter;
  private final Price price;

  /// @param model closed with this
  /// @param price [Price#FREE] where it is not known
  public MeteredModel(ChatModel model, Meter meter, Price price) {
    super(model);
    this.meter = meter;
    this.price = price;
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    meter.begins();
    Stopwatch watch = Stopwatch.started();
    return Used.by(model(), request, pieces, used -> meter.ended(cost(used, watch.clockSeconds())));
  }

  private Cost cost(Usage used, double seconds) {
    return new Cost(1, used.prompt(), used.reply(), 0, seconds, price.of(used));
  }
}
