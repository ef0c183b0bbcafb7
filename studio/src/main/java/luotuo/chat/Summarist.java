package luotuo.chat;

import java.util.List;
import java.util.stream.Collectors;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.persona.Persona;

/// Has a language model sum up the part of a conversation that its prompt has no room for.
final class Summarist {
  private static final int MOST_TOKENS = 256;

  private final Persona persona;
  private final ChatModel model;
  private final Delivery delivery;
  private final Summaries kept;

  Summarist(Persona persona, ChatModel model, Delivery delivery, Summaries kept) {
    this.persona = persona;
    this.model = model;
    this.delivery = delivery;
    this.kept = kept;
  }

  /// What is summed up of a history already.
  Summaries.Summary earlier(List<ConversationTurn> history) {
    return kept.of(history);
  }

  /// Sums up the first turns, from where an older summary ends. Where the model fails, the older
  /// one stays: a talk does not end because its beginning cannot be told.
  ///
  /// @param to how many of the first turns the new one covers
  Summaries.Summary sumUp(List<ConversationTurn> history, Summaries.Summary older, int to) {
    String talk =
        history.subList(older.turns(), to).stream()
            .map(this::lines)
            .collect(Collectors.joining("\n"));
    String text;
    try {
      Message asked = Message.user(delivery.templates().summarise(persona, older.text(), talk));
      Sampling plain = Sampling.GREEDY.withMaximum(MOST_TOKENS);
      text = model.complete(new ChatRequest(List.of(asked), plain), _ -> {}).text().strip();
    } catch (Failure e) {
      return older;
    }
    if (text.isEmpty()) {
      return older;
    }
    kept.keep(history.get(to - 1), text);
    return new Summaries.Summary(text, to);
  }

  private String lines(ConversationTurn turn) {
    String who = turn.asker().isEmpty() ? "—" : turn.asker();
    return who + "：" + turn.reply().question() + "\n" + persona.name() + "：" + turn.reply().text();
  }
}
