package luotuo.model.record;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;

/// A model whose calls wait for one of its [Places].
public final class QueuedModel extends Wrapper {
  private final Places places;
  private final IntConsumer waiting;

  /// @param model closed with this
  /// @param places those of all who call that model
  /// @param waiting told where a call stands in the line, see [Places#take]
  public QueuedModel(ChatModel model, Places places, IntConsumer waiting) {
    super(model);
    this.places = places;
    this.waiting = waiting;
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    try (Places.Place _ = places.take(waiting)) {
      return model().complete(request, pieces);
    }
  }
}
