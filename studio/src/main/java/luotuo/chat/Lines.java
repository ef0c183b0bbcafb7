package luotuo.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.memory.Recall;
import luotuo.memory.Sentences;
import luotuo.persona.Persona;

/// Finds, for the turns that came to mind, the lines of the persona that they lead to.
///
/// A question that somebody once asked leads to the reply that it got; a reply and a piece of prose
/// lead to themselves.
final class Lines {
  /// Turns of others before a reply that still count as what it replied to.
  private static final int ASKED = 2;

  private static final int FAR = 3;

  private final Persona persona;

  Lines(Persona persona) {
    this.persona = persona;
  }

  /// A line and what led to it, best first.
  ///
  /// @param recalls turns
  /// @param cues other ways of asking what it replied to
  record Found(Line line, List<Recall> recalls, List<Recall> cues) {
    /// What was asked, in the words that are nearest to the question.
    String asked() {
      double asked = meaning(recalls.stream().filter(r -> r.span().from() < line.from()).toList());
      return cues.isEmpty() || meaning(cues) < asked ? line.asked() : cues.getFirst().span().text();
    }

    double score() {
      double recalled = recalls.stream().mapToDouble(Recall::score).max().orElse(0);
      return Math.max(recalled, Cues.mean(cues, Recall::score));
    }

    static double meaning(List<Recall> recalls) {
      return recalls.stream().mapToDouble(Recall::meaning).max().orElse(0);
    }
  }

  /// Lines, those first that something near leads to.
  ///
  /// @param recalls single turns, best first
  /// @param cues cues that lead somewhere, best first
  List<Found> from(List<Recall> recalls, List<Recall> cues) {
    Map<Line, Found> found = new LinkedHashMap<>();
    for (Recall recall : recalls) {
      from(recall).ifPresent(line -> at(line, found).recalls().add(recall));
    }
    for (Recall cue : cues) {
      from(cue).ifPresent(line -> at(line, found).cues().add(cue));
    }
    return found.values().stream()
        .sorted(Comparator.comparingDouble(Found::score).reversed())
        .toList();
  }

  private static Found at(Line line, Map<Line, Found> found) {
    return found.computeIfAbsent(line, l -> new Found(l, new ArrayList<>(), new ArrayList<>()));
  }

  private Optional<Line> from(Recall recall) {
    Scene scene = recall.scene();
    int at = recall.span().from();
    return switch (scene.turns().get(at)) {
      case Turn.Passage told when Headings.leads(scene, at) -> Optional.of(headed(scene, at, told));
      case Turn.Passage _ ->
          Optional.of(prose(scene, at, Headings.over(scene, at), recall.span().text()));
      case Turn.Said said when persona.is(said.speaker()) -> Optional.of(reply(scene, at));
      case Turn.Said _, Turn.Did _, Turn.Narrated _ -> next(scene, at);
    };
  }

  /// What a heading says is no reply; how the passage under it begins may be one.
  private static Line headed(Scene scene, int at, Turn.Passage heading) {
    String passage = scene.turns().get(at + 1).text();
    return prose(scene, at + 1, heading.text(), Sentences.pieces(passage).getFirst());
  }

  private static Line prose(Scene scene, int at, String heading, String text) {
    return new Line(scene, at, at + 1, "", heading, text, true);
  }

  /// All lines of a scene, in order.
  List<Line> in(Scene scene) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    while (at < scene.turns().size()) {
      if (isOwn(scene.turns().get(at))) {
        Line line = reply(scene, at);
        lines.add(line);
        at = line.to();
      } else {
        at++;
      }
    }
    return lines;
  }

  private Optional<Line> next(Scene scene, int at) {
    int last = Math.min(scene.turns().size(), at + 1 + FAR);
    for (int i = at + 1; i < last; i++) {
      if (isOwn(scene.turns().get(i))) {
        return Optional.of(reply(scene, i));
      }
    }
    return Optional.empty();
  }

  /// The run of the persona's own words round a turn, with what was said before it.
  private Line reply(Scene scene, int at) {
    List<Turn> turns = scene.turns();
    int from = at;
    while (from > 0 && isOwn(turns.get(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < turns.size() && isOwn(turns.get(to))) {
      to++;
    }
    List<Turn.Said> asked = asked(turns, from);
    String asker = asked.isEmpty() ? "" : asked.getLast().speaker();
    String said = text(own(turns.subList(from, to)));
    return new Line(scene, from, to, asker, whole(turns, from, asked), said, false);
  }

  /// What was asked, with the question before it where it leans on that.
  private String whole(List<Turn> turns, int before, List<Turn.Said> asked) {
    String text = text(asked);
    int at = before - asked.size();
    if (asked.isEmpty() || !FollowUp.leans(text)) {
      return text;
    }
    while (at > 0 && isOwn(turns.get(at - 1))) {
      at--;
    }
    return (text(asked(turns, at)) + " " + text).strip();
  }

  private List<Turn.Said> asked(List<Turn> turns, int before) {
    List<Turn.Said> asked = new ArrayList<>();
    for (int i = before - 1; i >= 0 && asked.size() < ASKED; i--) {
      if (!(turns.get(i) instanceof Turn.Said said) || persona.is(said.speaker())) {
        break;
      }
      asked.addFirst(said);
    }
    return asked;
  }

  private static List<Turn.Said> own(List<Turn> turns) {
    return turns.stream().map(Turn.Said.class::cast).toList();
  }

  private static String text(List<Turn.Said> turns) {
    StringBuilder text = new StringBuilder();
    for (Turn.Said said : turns) {
      if (needsSpace(text, said.text())) {
        text.append(' ');
      }
      text.append(said.text());
    }
    return text.toString();
  }

  private static boolean needsSpace(StringBuilder before, String after) {
    return !before.isEmpty()
        && !after.isEmpty()
        && (before.charAt(before.length() - 1) < 0x2000 || after.charAt(0) < 0x2000);
  }

  private boolean isOwn(Turn turn) {
    return turn instanceof Turn.Said said && persona.is(said.speaker());
  }
}
