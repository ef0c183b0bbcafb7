package luotuo.server.openai;

import luotuo.model.Sampling;

/// Finds the words of a reply, and tells them as they come.
@FunctionalInterface
interface Speaker {
  /// @param reply which of several, from 0
  Said say(Sampling sampling, int reply, Telling telling) {
    Sampling fitting = fitting(sampling);
    Voice voice = studio.voice(persona, speaking.withSampling(fitting), telling::waits);
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
    Optional<Completion> completion = answer.completion();
    if (completion.isPresent()) {
      Completion.Finish finish = completion.get().finish();
      return new Said(answer, voice.name(), answer.text(), thoughts.toString(), finish);
    }
    return whole(answer, voice.name(), fitting, reply, telling);
  }

  /// The same for what is none of the persona's.
  Said say(Chore chore, Sampling sampling, int reply, Telling telling) {
    Sampling fitting = fitting(sampling);
    return studio
        .model(speaking, telling::waits)
        .map(model -> done(chore, model, fitting, reply, telling))
        .orElseGet(
            () -> whole(answer(chore.plain(persona)), Speaking.OWN_LINES, fitting, reply, telling));
  }

  private static Said done(
      Chore chore, ChatModel model, Sampling sampling, int reply, Telling telling) {
    Completion completion =
        model.complete(
            new ChatRequest(chore.given(), sampling), piece -> telling.piece(reply, piece));
    Voice.Answer answer =
        new Voice.Answer(
            completion.text(),
            false,
            List.of(),
            CHORE,
            completion.usage(),
            Optional.empty(),
            Optional.of(completion),
            List.of());
    return new Said(
        answer, model.name(), completion.text(), completion.thoughts(), completion.finish());
  }

  private static Voice.Answer answer(String text) {
    return new Voice.Answer(
        text, false, List.of(), CHORE, Usage.NONE, Optional.empty(), Optional.empty(), List.of());
  }

  /// Words that came all at once.
  private static Said whole(
      Voice.Answer answer, String voice, Sampling sampling, int reply, Telling telling) {
    OwnWords words = OwnWords.of(answer.text(), sampling);
    words.pieces().forEach(text -> telling.piece(reply, new Piece.Said(text)));
    return new Said(answer, voice, words.text(), "", words.finish());
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
