package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.corpus.Turn;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.memory.Recall;
import luotuo.persona.Persona;

/// Ranks what is told of a persona that says nothing itself, as in a novel or an essay.
///
/// The score of all is the nearness in meaning of the nearest, which tells what the text speaks of
/// from what it does not; which paragraph answers is told by its place and its surroundings.
final class Prose {
  private static final int RECALLED = 512;
  private static final int PARAGRAPHS = 8;

  private static final Pattern YOU =
      Pattern.compile("[你您](?!们)|\\byou\\b", Pattern.CASE_INSENSITIVE);

  private final Memory memory;
  private final String name;

  Prose(Persona persona, Memory memory) {
    this.memory = memory;
    this.name = persona.name();
  }

  /// Whether a persona is told of and has no line of its own.
  static boolean isAll(Persona persona) {
    List<Turn> turns = persona.scenes().stream().flatMap(scene -> scene.turns().stream()).toList();
    return !turns.isEmpty() && turns.stream().allMatch(Turn.Passage.class::isInstance);
  }

  /// Whether a question is about what comes later than may be known. The whole story is asked, and
  /// nothing of it is told but this.
  boolean isLater(String text, Voice.Question question) {
    Query whole = new Query(text, RECALLED, Integer.MAX_VALUE, List.of());
    return question.until() != Integer.MAX_VALUE
        && new Votes(asked(whole)).later(question.until()) > 0;
  }

  /// By the question as it is, and by the same about the persona: prose has its name where the
  /// question says `you`.
  private List<List<Recall>> asked(Query query) {
    String named = YOU.matcher(query.text()).replaceAll(Matcher.quoteReplacement(name));
    return named.equals(query.text())
        ? List.of(memory.turns(query))
        : List.of(memory.turns(query), memory.turns(query.withText(named)));
  }

  /// One piece of each paragraph, best first.
  List<Ranked> rank(String text, Voice.Question question) {
    Query query = new Query(text, RECALLED, question.until(), question.present());
    List<List<Recall>> asked = asked(query);
    double nearest =
        asked.stream().flatMap(List::stream).mapToDouble(Recall::meaning).max().orElse(0);
    Map<String, Ranked> paragraphs = new TreeMap<>();
    List<Ranked> ranked = new ArrayList<>();
    for (Recall recall : new Votes(asked).inOrder()) {
      Line line = line(recall);
      Ranked one = new Ranked(line, nearest, signals(recall));
      if (paragraphs.putIfAbsent(line.scene().id() + " " + line.from(), one) == null) {
        ranked.add(one);
      }
    }
    return ranked.stream().limit(PARAGRAPHS).toList();
  }

  private static Line line(Recall recall) {
    int at = recall.span().from();
    return new Line(recall.scene(), at, at + 1, "", "", recall.span().text(), true);
  }

  private static Signals signals(Recall recall) {
    return new Signals(0, 0, 0, 0, recall.meaning(), 0, recall.words(), 0, 0, 0);
  }
}
