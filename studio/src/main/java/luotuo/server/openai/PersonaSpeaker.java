package luotuo.server.openai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Reply;
import luotuo.chat.Voice;
import luotuo.job.Failure;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.persona.Persona;

/// Has a persona reply to a client's messages.
record PersonaSpeaker(Studio studio, Persona persona, Speaking speaking, Dialogue dialogue)
    implements Speaker {
  @Override
  public Said say(Sampling sampling, int reply, Telling telling) {
    Voice voice = studio.voice(persona, speaking.withSampling(sampling), telling::waits);
    StringBuilder thoughts = new StringBuilder();
    Voice.Answer answer =
        answer(
            voice,
            piece -> {
              if (piece instanceof Piece.Thought(String text)) {
                thoughts.append(text);
              }
              telling.piece(reply, piece);
            });
    Optional<Completion.Finish> finish = answer.completion().map(Completion::finish);
    return finish.isPresent()
        ? new Said(answer, voice.name(), answer.text(), thoughts.toString(), finish.get())
        : OwnWords.of(answer.text(), sampling).said(answer, voice.name(), reply, telling);
  }

  /// Where a reply was begun already, another line is wanted, if there is one.
  private Voice.Answer answer(Voice voice, Consumer<Piece> pieces) {
    Voice.Question question =
        new Voice.Question(dialogue.question(), dialogue.asker(), Integer.MAX_VALUE, List.of());
    List<ConversationTurn> history = history();
    if (!dialogue.begun().isEmpty()) {
      try {
        return voice.answer(question.withUnlike(List.of(dialogue.begun())), history, pieces);
      } catch (Failure e) {
        if (!e.problem().key().equals("chat.noOther")) {
          throw e;
        }
      }
    }
    return voice.answer(question, history, pieces);
  }

  private List<ConversationTurn> history() {
    List<ConversationTurn> history = new ArrayList<>();
    dialogue.turns().forEach(turn -> history.add(stored(turn, history.size() + 1)));
    if (!dialogue.begun().isEmpty()) {
      var begun = new Dialogue.Turn(dialogue.asker(), dialogue.question(), dialogue.begun());
      history.add(stored(begun, history.size() + 1));
    }
    return history;
  }

  private static ConversationTurn stored(Dialogue.Turn turn, int number) {
    Reply reply =
        new Reply(
            turn.said(), turn.replied(), false, List.of(), "client", "", 0, Usage.NONE, "");
    return new ConversationTurn(number, number - 1L, number, turn.asker(), Instant.EPOCH, reply);
  }
}
