package luotuo.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.memory.Recall;
import luotuo.model.Judge;
import luotuo.persona.Persona;
import luotuo.persona.Scope;

/// Recalls what may answer a question, has it judged, and puts it in order.
final class Ranker {
  private static final int RECALLED = 256;
  private static final int JUDGED = 8;

  /// Cues are many for each line, and the nearest three of a line count.
  private static final int CUES = 1024;

  private final Memory memory;
  private final Judge judge;
  private final Lines lines;
  private final Ranking ranking;
  private final double saidJustNow;
  private final Optional<Prose> prose;

  Ranker(Persona persona, Memory memory, Judge judge) {
    this.memory = memory;
    this.judge = judge;
    this.lines = new Lines(persona);
    this.ranking = Ranking.of(persona);
    this.saidJustNow = saidJustNow(persona.scope());
    this.prose = Prose.isAll(persona) ? Optional.of(new Prose(persona, memory)) : Optional.empty();
  }

  /// What a line loses that was the last reply, where the question asks on from that. It may hold
  /// the fact that is asked for; in play it only repeats itself.
  private static double saidJustNow(Scope scope) {
    return switch (scope) {
      case FACTS -> 0.25;
      case PLAY -> 0.5;
    };
  }

  /// Whether a question is about what comes later in the story than may be known, as far as that
  /// can be told.
  boolean isLater(Voice.Question question, List<ConversationTurn> history) {
    String text = FollowUp.complete(question.text(), history);
    return prose.filter(told -> told.isLater(text, question)).isPresent();
  }

  /// Whether all that there is was told of the persona, so that several passages together are what
  /// a reply rests on.
  boolean isProse() {
    return prose.isPresent();
  }

  /// Lines that may answer, best first.
  List<Ranked> rank(Voice.Question question, List<ConversationTurn> history) {
    String text = FollowUp.complete(question.text(), history);
    if (prose.isPresent()) {
      return prose.get().rank(text, question);
    }
    boolean leans = !text.equals(question.text());
    Query query = new Query(text, RECALLED, question.until(), question.present());
    List<Recall> cues = memory.cues(query.withMost(CUES));
    Map<String, Double> picked = memory.picked(text);
    double untold =
        Cues.mean(cues.stream().filter(c -> Cues.isUntold(c.span())).toList(), Recall::meaning);
    List<Lines.Found> found = chosen(query, cues, leans ? history : List.of());
    double[] judged = judge.judge(text, found.stream().map(Ranker::candidate).toList());
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < judged.length; i++) {
      Line line = found.get(i).line();
      double margin = margin(picked, line.scene().id());
      Signals signals = Signals.of(text, question.asker(), found.get(i), judged[i], untold, margin);
      double lost = leans && isLast(line, history) ? saidJustNow : 0;
      ranked.add(new Ranked(line, ranking.score(signals) - lost, signals));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::place).reversed());
    return ranked;
  }

  /// How much of one text others hold, by words and by meaning.
  List<Double> held(String text, List<String> others) {
    return memory.held(text, others);
  }

  private static Judge.Candidate candidate(Lines.Found found) {
    return new Judge.Candidate(found.asked(), found.line().text());
  }

  private static double margin(Map<String, Double> picked, String scene) {
    double untold = picked.getOrDefault(Cues.UNTOLD, 0.0);
    return picked.getOrDefault(scene, untold) - untold;
  }

  /// @param leaned the history, where the question leans on it
  private List<Lines.Found> chosen(Query query, List<Recall> cues, List<ConversationTurn> leaned) {
    List<Recall> told = cues.stream().filter(cue -> !Cues.isUntold(cue.span())).toList();
    List<Lines.Found> found = lines.from(memory.turns(query), told);
    Map<Line, Lines.Found> chosen = new LinkedHashMap<>();
    found.stream().limit(JUDGED).forEach(f -> chosen.put(f.line(), f));
    if (!leaned.isEmpty()) {
      sameScene(leaned, found).forEach(f -> chosen.putIfAbsent(f.line(), f));
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

  private static boolean isLast(Line line, List<ConversationTurn> history) {
    return history.getLast().reply().text().equals(line.text());
  }
}
