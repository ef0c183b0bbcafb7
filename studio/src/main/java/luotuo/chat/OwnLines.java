package luotuo.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.model.Judge;
import luotuo.persona.Persona;

/// The voice that needs no language model: it answers with what the persona said.
///
/// The turns that come to mind lead to lines; a judge reads the question beside each line; the best
/// line is said if it is good enough, and otherwise the persona declines or, in fiction, evades.
public final class OwnLines implements Voice {
  private static final int RECALLED = 48;
  private static final int JUDGED = 16;

  /// What a line loses that was the last reply, where the question asks on from that.
  private static final double SAID_JUST_NOW = 0.25;

  private final Persona persona;
  private final Memory memory;
  private final Judge judge;
  private final Ranking ranking;
  private final Lines lines;
  private final Manner manner;
  private final SmallTalk smallTalk;
  private final double declineBelow;

  /// @param declineBelow the score under which a line is no answer
  public OwnLines(Persona persona, Memory memory, Judge judge, double declineBelow) {
    this.persona = persona;
    this.memory = memory;
    this.judge = judge;
    this.ranking = Ranking.of(persona.scope());
    this.lines = new Lines(persona);
    this.manner = new Manner(persona);
    this.smallTalk = SmallTalk.load();
    this.declineBelow = declineBelow;
  }

  @Override
  public String name() {
    return "own-lines";
  }

  @Override
  public Answer answer(Question question, List<ConversationTurn> history) {
    Optional<Intent> intent = smallTalk.intent(question.text(), persona);
    if (intent.isPresent() && intent.get() == Intent.LONG) {
      return chat(intent.get(), history);
    }
    List<Ranked> ranked = rank(question, history);
    if (intent.isPresent()) {
      return ranked.stream()
          .filter(r -> sameWords(r.line().asked(), question.text()))
          .findFirst()
          .map(this::say)
          .orElseGet(() -> chat(intent.get(), history));
    }
    return ranked.stream()
        .findFirst()
        .filter(best -> best.score() >= declineBelow)
        .map(this::say)
        .orElseGet(() -> decline(question, history, ranked));
  }

  /// A line with its score.
  record Ranked(Line line, double score, Signals signals) {}

  /// The score of the best line, and 0 where nothing came to mind.
  double best(Question question) {
    List<Ranked> ranked = rank(question, List.of());
    return ranked.isEmpty() ? 0 : ranked.getFirst().score();
  }

  /// Lines that may answer, best first.
  List<Ranked> rank(Question question, List<ConversationTurn> history) {
    String text = FollowUp.complete(question.text(), history);
    boolean leaning = !text.equals(question.text());
    List<Lines.Found> found = found(question, text, history);
    List<Judge.Candidate> candidates =
        found.stream().map(f -> new Judge.Candidate(f.line().asked(), f.line().text())).toList();
    double[] judged = judge.judge(text, candidates);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < judged.length; i++) {
      Lines.Found f = found.get(i);
      Signals signals = Signals.of(text, question.asker(), f, judged[i]);
      double said = leaning && isLast(f.line(), history) ? SAID_JUST_NOW : 0;
      ranked.add(new Ranked(f.line(), ranking.score(signals) - said, signals));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return ranked;
  }

  private static boolean isLast(Line line, List<ConversationTurn> history) {
    return history.getLast().reply().text().equals(line.text());
  }

  private List<Lines.Found> found(Question question, String text, List<ConversationTurn> history) {
    Query query = new Query(text, RECALLED, question.until(), question.present());
    List<Lines.Found> found = lines.from(memory.turns(query));
    Map<Line, Lines.Found> chosen = new LinkedHashMap<>();
    found.stream().limit(JUDGED).forEach(f -> chosen.put(f.line(), f));
    if (!text.equals(question.text())) {
      sameScene(history, found).forEach(f -> chosen.putIfAbsent(f.line(), f));
    }
    return List.copyOf(chosen.values());
  }

  /// Lines of the scene that the last reply came from: where a question leans on it, they are near.
  private static List<Lines.Found> sameScene(
      List<ConversationTurn> history, List<Lines.Found> found) {
    List<Evidence> evidence = history.getLast().reply().evidence();
    if (evidence.isEmpty()) {
      return List.of();
    }
    String scene = evidence.getFirst().scene();
    return found.stream().filter(f -> f.line().scene().id().equals(scene)).toList();
  }

  private Answer say(Ranked best) {
    return new Answer(
        best.line().text(),
        false,
        best.line().evidence(best.score()),
        told(best.line()) + best.signals());
  }

  private static String told(Line line) {
    Scene scene = line.scene();
    String place = "scene " + scene.id() + ": ";
    return line.asker().isEmpty() ? place : place + "told to " + line.asker() + "; ";
  }

  private Answer chat(Intent intent, List<ConversationTurn> history) {
    return new Answer(
        manner.smallTalk(intent, history.size()), false, List.of(), "small talk: " + intent.key());
  }

  private Answer decline(Question question, List<ConversationTurn> history, List<Ranked> ranked) {
    String nearest =
        ranked.isEmpty()
            ? "nothing came to mind"
            : String.format(
                java.util.Locale.ROOT,
                "best line %.2f < %.2f; %s%s",
                ranked.getFirst().score(),
                declineBelow,
                told(ranked.getFirst().line()),
                ranked.getFirst().signals());
    return new Answer(manner.decline(question.text(), history.size()), true, List.of(), nearest);
  }

  private static boolean sameWords(String asked, String question) {
    return !asked.isBlank() && letters(asked).equals(letters(question));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").replaceAll("[吧呢啊呀吗]+$", "");
  }
}
