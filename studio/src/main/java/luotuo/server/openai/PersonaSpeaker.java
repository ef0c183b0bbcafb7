package luotuo.server.openai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Reply;
import luotuo.chat.Summaries;
import luotuo.chat.Voice;
import luotuo.job.Failure;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.persona.Persona;
import luotuo.store.Hash;

/// Has a persona reply to a client's messages.
///
/// @param summaries of the beginnings of long talks
record PersonaSpeaker(
    Studio studio, Summaries summaries, Persona persona, Speaking speaking, Dialogue dialogue)
    implements Speaker {
  @Override
  public Said say(Sampling sampling, int reply, Telling telling) {
    Voice voice =
        studio.voice(persona, speaking.withSampling(sampling), () -> summaries, telling::waits);
    StringBuilder thoughts = new StringBuilder();
    StringBuilder words = new StringBuilder();
    Voice.Answer answer =
        answer(
            voice,
            piece -> {
              switch (piece) {
                case Piece.Said(String text) -> words.append(text);
                case Piece.Thought(String text) -> thoughts.append(text);
              }
              telling.piece(reply, piece);
            });
    if (words.isEmpty()) {
      return OwnWords.of(answer.text(), sampling).said(answer, voice.name(), reply, telling);
    }
    Finish finish = answer.completion().map(Completion::finish).orElse(Finish.STOP);
    return new Said(answer, voice.name(), answer.text(), thoughts.toString(), finish);
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
    List<Dialogue.Turn> turns = new ArrayList<>(dialogue.turns());
    if (!dialogue.begun().isEmpty()) {
      turns.add(new Dialogue.Turn(dialogue.asker(), dialogue.question(), dialogue.begun()));
    }
    List<ConversationTurn> history = new ArrayList<>();
    long parent = 0;
    for (Dialogue.Turn turn : turns) {
      ConversationTurn known = known(turn, parent, history.size() + 1);
      history.add(known);
      parent = known.id();
    }
    return history;
  }

  /// Its id says what was said up to and with it, so that the same talk is known again.
  private ConversationTurn known(Dialogue.Turn turn, long parent, int number) {
    String all = String.join("\0", persona.name(), parent + "", turn.said(), turn.replied());
    long id = Long.parseLong(Hash.sha256(all).substring(0, 15), 16);
    Reply reply =
        new Reply(turn.said(), turn.replied(), false, List.of(), "client", "", 0, Usage.NONE, "");
    return new ConversationTurn(id, parent, number, turn.asker(), Instant.EPOCH, reply);
  }
}
