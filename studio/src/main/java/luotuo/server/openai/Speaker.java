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
import luotuo.model.ChatModel;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.persona.Persona;

/// Has a persona reply to a client's messages.
final class Speaker {
  private final Studio studio;
  private final Persona persona;
  private final Speaking speaking;
  private final Dialogue dialogue;

  Speaker(Studio studio, Persona persona, Speaking speaking, Dialogue dialogue) {
    this.studio = studio;
    this.persona = persona;
    this.speaking = speaking;
    this.dialogue = dialogue;
  }

  /// @param reply which of several, from 0
  Said say(Sampling sampling, int reply, Telling telling) {
    Sampling fitting = fitting(sampling);
    Voice voice = studio.voice(persona, speaking.withSampling(fitting), telling::waits);
    StringBuilder said = new StringBuilder();
    StringBuilder thoughts = new StringBuilder();
    Voice.Answer answer =
        answer(
            voice,
            piece -> {
              switch (piece) {
                case Piece.Said(String text) -> said.append(text);
                case Piece.Thought(String text) -> thoughts.append(text);
              }
              telling.piece(reply, piece);
            });
    Optional<Completion> completion = answer.completion();
    if (completion.isPresent()) {
      Completion.Finish finish = completion.get().finish();
      return new Said(answer, voice.name(), answer.text(), thoughts.toString(), finish);
    }
    OwnWords words = OwnWords.of(answer.text(), fitting);
    words.pieces().forEach(text -> telling.piece(reply, new Piece.Said(text)));
    return new Said(answer, voice.name(), words.text(), "", words.finish());
  }

  /// A reply may have half of what the model holds; the rest is for the prompt.
  private Sampling fitting(Sampling sampling) {
    int most =
        studio.model(speaking, _ -> {}).map(ChatModel::context).orElse(Integer.MAX_VALUE) / 2;
    return sampling.maximum() > most ? sampling.withMaximum(most) : sampling;
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
        new Reply(turn.said(), turn.replied(), false, List.of(), "client", "", 0, Usage.NONE, "");
    return new ConversationTurn(number, number - 1L, number, turn.asker(), Instant.EPOCH, reply);
  }
}
