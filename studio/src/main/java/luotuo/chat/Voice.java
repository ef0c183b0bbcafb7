package luotuo.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.memory.Remembered;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Usage;
import luotuo.prompt.Prompt;

/// Finds words for a question: own lines, or a language model.
public interface Voice {
  String name();

  /// @param question what was just said to the persona
  /// @param history the turns before it, oldest first
  /// @param pieces told the words as they come, by a voice that finds them one by one
  Answer answer(Question question, List<ConversationTurn> history, Consumer<Piece> pieces);

  /// The answer, once it is whole.
  default Answer answer(Question question, List<ConversationTurn> history) {
    return answer(question, history, _ -> {});
  }

  /// @param asker who speaks to the persona, such as 投资人; empty where nobody in particular
  /// @param until only scenes whose order is below this may be recalled
  /// @param present where not empty, only scenes in which all of these took part
  /// @param unlike replies that were given already, where another one is wanted
  /// @param company who else takes part in the talk
  /// @param remembers whether what the asker told is remembered at all
  /// @param memories what of it may matter now, best first
  record Question(
      String text,
      String asker,
      int until,
      List<String> present,
      List<String> unlike,
      List<String> company,
      boolean remembers,
      List<Remembered> memories) {
    public Question {
      memories = List.copyOf(memories);
      present = List.copyOf(present);
      unlike = List.copyOf(unlike);
      company = List.copyOf(company);
    }

    public Question(String text, String asker, int until, List<String> present) {
      this(text, asker, until, present, List.of(), List.of(), false, List.of());
    }

    public static Question of(String text) {
      return new Question(text, "", Integer.MAX_VALUE, List.of());
    }

    public Question withText(String to) {
      return new Question(to, asker, until, present, unlike, company, remembers, memories);
    }

    public Question withMemories(List<Remembered> to) {
      return new Question(text, asker, until, present, unlike, company, true, to);
    }

    public Question withUnlike(List<String> to) {
      return new Question(text, asker, until, present, to, company, remembers, memories);
    }
  }

  /// @param why how the words were found, in the log's terms
  /// @param usage what the language model took, if one was asked
  /// @param prompt exactly what it was given
  /// @param completion what it said, as it said it
  /// @param slips what of its words was held back, draw by draw
  record Answer(
      String text,
      boolean outOfScope,
      List<Evidence> evidence,
      String why,
      Usage usage,
      Optional<Prompt> prompt,
      Optional<Completion> completion,
      List<Slip> slips) {
    public Answer {
      evidence = List.copyOf(evidence);
      slips = List.copyOf(slips);
    }

    /// An answer that no language model was asked for.
    Answer(String text, boolean outOfScope, List<Evidence> evidence, String why) {
      this(
          text,
          outOfScope,
          evidence,
          why,
          Usage.NONE,
          Optional.empty(),
          Optional.empty(),
          List.of());
    }

    /// The same answer, given in the place of one that a language model could not give.
    Answer instead(String because, Usage took, Prompt asked, List<Slip> heldBack) {
      return new Answer(
          text,
          outOfScope,
          evidence,
          because + "; " + why,
          took,
          Optional.of(asked),
          Optional.empty(),
          heldBack);
    }
  }
}
