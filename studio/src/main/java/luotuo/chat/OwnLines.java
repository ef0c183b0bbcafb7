package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luotuo.job.Failure;
import luotuo.memory.Memory;
import luotuo.model.Judge;
import luotuo.model.Piece;
import luotuo.persona.Persona;

/// The voice that needs no language model: it answers with what the persona said.
///
/// The turns that come to mind lead to lines; a judge reads the question beside each line; the best
/// line is said if it is good enough, and otherwise the persona declines or, in fiction, evades.
public final class OwnLines implements Voice {
  static final String LATER = "it comes later in the story";

  /// Passages that a reply from prose rests on.
  private static final int PASSAGES = 5;

  private final Persona persona;
  private final Ranker ranker;
  private final Manner manner;
  private final Recollection recollection;
  private final Candour candour;
  private final SmallTalk smallTalk;
  private final double declineBelow;

  /// @param declineBelow the score under which a line is no answer
  public OwnLines(Persona persona, Memory memory, Judge judge, double declineBelow) {
    this.persona = persona;
    this.ranker = new Ranker(persona, memory, judge);
    this.manner = new Manner(persona);
    this.recollection = new Recollection(persona);
    this.candour = new Candour(persona);
    this.smallTalk = SmallTalk.load();
    this.declineBelow = declineBelow;
  }

  @Override
  public String name() {
    return "own-lines";
  }

  /// @throws Failure `chat.noOther` if another reply is wanted and there is none
  @Override
  public Answer answer(Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
    return first(possible(question, history), question);
  }

  /// The first that was not given already.
  Answer first(Stream<Answer> possible, Question question) {
    return possible
        .filter(answer -> !question.unlike().contains(answer.text()))
        .findFirst()
        .orElseThrow(() -> Failure.of("chat.noOther", persona.name()));
  }

  /// Best first.
  private Stream<Answer> possible(Question question, List<ConversationTurn> history) {
    List<Answer> candid = candour.answers(question, history);
    if (!candid.isEmpty()) {
      return candid.stream();
    }
    Optional<Intent> intent = intent(question);
    if (intent.isPresent() && intent.get() == Intent.LONG) {
      return chat(intent.get(), history);
    }
    return switch (about(question)) {
      case SURELY -> Stream.concat(recollection.told(question), Stream.of(recollection.untold()));
      case LIFE, MAYBE ->
          Stream.concat(recollection.told(question), lines(question, intent, history));
      case NO -> lines(question, intent, history);
    };
  }

  private Stream<Answer> lines(
      Question question, Optional<Intent> intent, List<ConversationTurn> history) {
    if (intent.isEmpty() && isLater(question, history)) {
      return decline(question, history, LATER);
    }
    List<Ranked> ranked = ranker.rank(question, history);
    if (intent.isPresent()) {
      Stream<Answer> told =
          ranked.stream().filter(r -> sameWords(r.line().asked(), question.text())).map(this::say);
      return Stream.concat(told, chat(intent.get(), history));
    }
    List<Ranked> good = ranked.stream().filter(this::isGoodEnough).toList();
    if (good.isEmpty()) {
      return unanswered(question, history, ranked);
    }
    return ranker.isProse()
        ? IntStream.range(0, good.size()).mapToObj(i -> recount(good, i))
        : good.stream().map(this::say);
  }

  /// A passage in the place of a reply, with those beside it that may say what it leaves out.
  private static Answer recount(List<Ranked> good, int said) {
    Ranked best = good.get(said);
    List<Evidence> evidence =
        new ArrayList<>(best.line().evidence(best.score(), Evidence.Found.SAID));
    good.stream()
        .filter(other -> other != best)
        .limit(PASSAGES - 1)
        .forEach(
            other ->
                evidence.addAll(other.line().evidence(other.score(), Evidence.Found.RECALLED)));
    return new Answer(best.line().text(), false, evidence, best.why());
  }

  /// Whether it asks about what comes later in the story than may be known.
  boolean isLater(Question question, List<ConversationTurn> history) {
    return ranker.isLater(question, history);
  }

  /// Whether it asks if the last reply was made up, and there is one.
  boolean asksForCandour(Question question, List<ConversationTurn> history) {
    return !candour.answers(question, history).isEmpty();
  }

  /// Whether it asks what is remembered of the asker. A plain fact of their life is surely asked of
  /// memory where nothing that they told is likely to answer: no line can tell it.
  AboutAsker about(Question question) {
    AboutAsker about = question.remembers() ? AboutAsker.of(question.text()) : AboutAsker.NO;
    if (about != AboutAsker.LIFE) {
      return about;
    }
    return Recollection.isSilent(question) ? AboutAsker.SURELY : AboutAsker.MAYBE;
  }

  /// What kind of small talk this is, if it is any.
  Optional<Intent> intent(Question question) {
    return smallTalk.intent(question.text(), persona);
  }

  /// Lines that may answer, best first.
  List<Ranked> rank(Question question, List<ConversationTurn> history) {
    return ranker.rank(question, history);
  }

  /// How much of one text others hold, by words and by meaning.
  ///
  /// @return in 0 … 1, in the others' order
  List<Double> held(String text, List<String> others) {
    return ranker.held(text, others);
  }

  boolean isGoodEnough(Ranked line) {
    return line.score() >= declineBelow;
  }

  /// The score of the best line, and 0 where nothing came to mind.
  double best(Question question) {
    List<Ranked> ranked = ranker.rank(question, List.of());
    return ranked.isEmpty() ? 0 : ranked.getFirst().score();
  }

  private Answer say(Ranked best) {
    return new Answer(
        best.line().text(),
        false,
        best.line().evidence(best.score(), Evidence.Found.SAID),
        best.why());
  }

  Stream<Answer> chat(Intent intent, List<ConversationTurn> history) {
    return manner
        .smallTalk(intent, history.size())
        .map(text -> new Answer(text, false, List.of(), "small talk: " + intent.key()));
  }

  /// Where no line answers: takes note of what is told, and declines whatever else it is.
  Stream<Answer> unanswered(
      Question question, List<ConversationTurn> history, List<Ranked> ranked) {
    return question.remembers() && Telling.is(question.text())
        ? chat(Intent.TELLING, history)
        : decline(question, history, ranked);
  }

  private Stream<Answer> decline(
      Question question, List<ConversationTurn> history, List<Ranked> ranked) {
    return decline(
        question,
        history,
        ranked.isEmpty() ? "nothing came to mind" : ranked.getFirst().whyNot(declineBelow));
  }

  Stream<Answer> decline(Question question, List<ConversationTurn> history, String why) {
    return manner
        .decline(question.text(), history.size())
        .map(text -> new Answer(text, true, List.of(), why));
  }

  private static boolean sameWords(String asked, String question) {
    return !asked.isBlank() && letters(asked).equals(letters(question));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").replaceAll("[吧呢啊呀吗]+$", "");
  }
}
