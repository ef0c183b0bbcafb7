package luotuo.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luotuo.model.Embedder;
import luotuo.model.Judge;

/// What a persona remembers of people: hears what they state, and recalls it when it is asked for.
///
/// Every statement is embedded once, when it is written. Facts belong to one persona and one
/// person; recalling reads those of one pair alone.
public final class Remembrance {
  /// So many facts go into a prompt at the most.
  public static final int MOST = 5;

  /// So many of the best are looked at for one that holds in the place of another.
  private static final int WINDOW = 10;

  /// So many of the nearest earlier facts may be replaced by a later one.
  private static final int CONSIDERED = 8;

  private final Facts facts;
  private final Listener listener;
  private final Contradictions contradictions;
  private final Embedder embedder;
  private final Reminding reminding;
  private final Topics topics = new Topics();

  /// @param embedder stays open
  /// @param reader reads what may answer a question beside it, where there is one that was taught
  ///   to; stays open
  public Remembrance(
      Facts facts,
      Listener listener,
      Contradictions contradictions,
      Embedder embedder,
      Optional<Judge> reader,
      Weighing weighing) {
    this.facts = facts;
    this.listener = listener;
    this.contradictions = contradictions;
    this.embedder = embedder;
    this.reminding = new Reminding(embedder, reader, weighing, topics);
  }

  public Facts facts() {
    return facts;
  }

  /// Learns what the words of a turn or a line state, once: hearing the same again changes nothing.
  /// It is on the disk when this returns, all of it or nothing.
  public void hear(Heard heard) {
    String persona = heard.whose().persona();
    if (facts.heard(persona, heard.origin())) {
      return;
    }
    List<String> statements = listener.statements(heard);
    List<Vectored> known = statements.isEmpty() ? List.of() : known(heard.whose());
    List<Lesson> lessons = new ArrayList<>();
    for (String statement : statements) {
      lessons.add(lesson(statement, heard, known));
    }
    facts.hear(persona, heard.origin(), lessons);
  }

  /// Draws conclusions about a person, where enough was stated since the last.
  ///
  /// @return how many were drawn
  public int reflect(Whose whose, Reflection reflection, Instant now) {
    List<Fact> known = facts.of(whose);
    if (!Reflection.isDue(known)) {
      return 0;
    }
    var conclusions = reflection.conclusions(whose, known, now);
    conclusions.forEach(c -> facts.conclude(vectored(c.fact()), c.grounds()));
    return conclusions.size();
  }

  private Lesson lesson(String statement, Heard heard, List<Vectored> known) {
    Optional<Fact> same =
        known.stream().map(Vectored::fact).filter(f -> isSame(f, statement)).findFirst();
    if (same.isPresent()) {
      return new Lesson.Again(same.get(), statement, heard.at());
    }
    String asked = leans(statement, heard.before()) ? heard.before().strip() : "";
    Fact fact =
        Fact.stated(
            heard.whose(),
            statement,
            asked,
            heard.origin(),
            Importance.of(statement, topics.of(statement)),
            heard.at());
    Vectored vectored = vectored(fact);
    return new Lesson.New(vectored, replaced(vectored, known));
  }

  /// Words that were said before, but for marks, and still hold.
  private static boolean isSame(Fact known, String statement) {
    return !known.outdated() && letters(known.text()).equals(letters(statement));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /// Whether a statement answers what the persona had just asked: it is too short to stand alone,
  /// or does not say of whom it speaks.
  private static boolean leans(String statement, String before) {
    boolean brief = statement.length() < (Concepts.hasHan(statement) ? 14 : 40);
    return RuleListener.isQuestion(before)
        && (brief || !RuleListener.SPEAKER.matcher(statement).find());
  }

  private List<Fact> replaced(Vectored later, List<Vectored> known) {
    List<Contradictions.Near> near =
        known.stream()
            .filter(k -> !k.fact().outdated())
            .map(k -> near(later, k))
            .sorted(Comparator.comparingDouble(Contradictions.Near::meaning).reversed())
            .limit(CONSIDERED)
            .toList();
    return contradictions.replaced(later.fact(), near);
  }

  private Contradictions.Near near(Vectored later, Vectored earlier) {
    Set<String> shared = new HashSet<>(topics.of(later.fact().text()));
    shared.retainAll(topics.of(earlier.fact().text()));
    double meaning = Relevance.dot(later.vector(), earlier.vector());
    return new Contradictions.Near(earlier.fact(), meaning, shared);
  }

  private Vectored vectored(Fact fact) {
    String text = fact.asked().isEmpty() ? fact.text() : fact.asked() + " " + fact.text();
    return new Vectored(fact, embedder.name(), embedder.embed(List.of(text)).getFirst());
  }

  /// A person's facts with vectors of the embedder that there is.
  private List<Vectored> known(Whose whose) {
    List<Vectored> known = facts.vectored(whose);
    List<Vectored> foreign =
        known.stream()
            .filter(v -> !v.embedder().equals(embedder.name()))
            .map(v -> vectored(v.fact()))
            .toList();
    if (foreign.isEmpty()) {
      return known;
    }
    facts.revector(foreign);
    return facts.vectored(whose);
  }

  /// What comes to mind of a person at some words, at most [#MOST], best first. What was replaced
  /// comes after what holds in its place.
  public List<Remembered> recall(Whose whose, String words, Instant now) {
    List<Vectored> known = words.isBlank() ? List.of() : known(whose);
    String asked = Asked.of(words);
    List<Remembered> recalled =
        inOrder(reminding.of(asked, known, now), asked).stream().limit(MOST).toList();
    if (!recalled.isEmpty()) {
      facts.recalled(recalled.stream().map(r -> r.fact().id()).toList(), now);
    }
    return recalled;
  }

  /// Puts before each fact that was replaced the one that holds in its place, where that came to
  /// mind as well and the words do not ask for the past.
  private static List<Remembered> inOrder(List<Remembered> ranked, String words) {
    if (Cues.asksPast(words)) {
      return ranked;
    }
    Map<Long, Remembered> near = new LinkedHashMap<>();
    ranked.stream().limit(WINDOW).forEach(r -> near.put(r.fact().id(), r));
    Map<Long, Remembered> ordered = new LinkedHashMap<>();
    for (Remembered remembered : ranked) {
      Remembered last = remembered;
      while (near.containsKey(last.fact().replacedBy())) {
        last = near.getOrDefault(last.fact().replacedBy(), last);
      }
      if (last != remembered) {
        Remembered before = ordered.getOrDefault(last.fact().id(), last);
        ordered.put(last.fact().id(), before.after(remembered.fact()));
      }
      ordered.putIfAbsent(remembered.fact().id(), remembered);
    }
    return List.copyOf(ordered.values());
  }

  /// Puts other words in the place of a fact's.
  ///
  /// @throws luotuo.job.Failure `memory.unknown`
  public Fact edit(long id, String text, Instant at) {
    Fact fact = facts.fact(id);
    Fact edited =
        new Fact(
            id,
            fact.whose(),
            fact.kind(),
            text,
            fact.asked(),
            fact.origin(),
            fact.importance(),
            fact.at(),
            fact.recalled(),
            fact.replacedBy(),
            fact.forgotten());
    facts.edit(vectored(edited), at);
    return facts.fact(id);
  }
}
