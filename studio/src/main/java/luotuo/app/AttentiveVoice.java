package luotuo.app;

import java.util.List;
import java.util.function.Consumer;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Voice;
import luotuo.model.Piece;

/// A voice that speaks with what comes to the persona's mind of the one who asks.
record AttentiveVoice(Voice voice, Attention attention) implements Voice {
  @Override
  public String name() {
    return voice.name();
  }

  @Override
  public Answer answer(Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
    return voice.answer(attention.recall(question), history, pieces);
  }
}
