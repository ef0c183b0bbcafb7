package luotuo.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import luotuo.model.Embedder;
import luotuo.model.Judge;

/// What a persona remembers of people: hears what they state, and recalls it when it is asked for.
///
/// Every statement is embedded once, when it is written. Facts belong to one persona and one
/// person; recalling reads those of one pair alone.
public final class Remembrance {
  /// So many facts go into a prompt at the most.
  public static final int MOST = 5;

  /// @param floor under this relevance nothing comes to mind
  /// @param sure from this relevance on a fact may be said as the answer
  private record Bar(double floor, double sure) {}

  /// Where nearness and the like decide; chosen on the dialogues 01 to 30 (docs/log.md).
  private static final Bar NEAR = new Bar(0.008, 0.7);

  /// Where it was read beside the question; chosen on the same dialogues and on the told sets under
  /// `bench/dev/told`.
  private static final Bar READ = new Bar(0.002, 0.7);

  /// From this on a fact may be said that was read and tells who the asker is: hardly two do, and
  /// what does was told to be remembered.
  private static final double SURE_OF_SELF = 0.3;

  /// So many of the best are looked at for one that holds in the place of another.
  private static final int WINDOW = 10;

  private static final int CACHED = 20_000;

  /// So many of the nearest earlier facts may be replaced by a later one.
  private static final int CONSIDERED = 8;

  private final Facts facts;
  private final Listener listener;
  private final Contradictions contradictions;
  private final Embedder embedder;
  private final Turning turning;
  private final Weights weights;
  private final Optional<Reading> reading;
  private final Weighing weighing;
  private final Concepts concepts = Concepts.load();
  private final Map<String, Set<String>> stated = new ConcurrentHashMap<>();

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
    this.turning = Turning.of(embedder.name());
    this.weights = Weights.of(embedder.name());
    this.reading = reader.map(Reading::new);
    this.weighing = weighing;
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
            Importance.of(statement, conceptsOf(statement)),
            heard.at());
    Vectored vectored = vectored(fact);
    return new Lesson.New(vectored, replaced(vectored, known));
  }

  /// Words that were said before, but for marks, and still hold.
  private static boolean isSame(Fact known, String statement) {
    return !known.outdated() && letters(known.text()).equals(letters(statement));
  }

  private static String letters(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
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
    Set<String> shared = new HashSet<>(conceptsOf(later.fact().text()));
    shared.retainAll(conceptsOf(earlier.fact().text()));
    double meaning = Relevance.dot(later.vector(), earlier.vector());
    return new Contradictions.Near(earlier.fact(), meaning, shared);
  }

  private Vectored vectored(Fact fact) {
    String text = fact.asked().isEmpty() ? fact.text() : fact.asked() + " " + fact.text();
    return new Vectored(fact, embedder.name(), embedder.embed(List.of(text)).getFirst());
  }

  private Set<String> conceptsOf(String text) {
    if (stated.size() > CACHED) {
      stated.clear();
    }
    return stated.computeIfAbsent(text, concepts::stated);
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
        inOrder(ranked(asked, known, now), asked).stream().limit(MOST).toList();
    if (!recalled.isEmpty()) {
      facts.recalled(recalled.stream().map(r -> r.fact().id()).toList(), now);
    }
    return recalled;
  }

  /// What comes to mind, best first.
  private List<Remembered> ranked(String words, List<Vectored> known, Instant now) {
    if (known.isEmpty()) {
      return List.of();
    }
    List<Fact> told = known.stream().map(Vectored::fact).toList();
    List<Relevance.Signals> signals = signals(words, known);
    double[] odds = weights.odds(signals);
    double[] near = Weights.shares(odds);
    Optional<Reading> reader = reading.filter(_ -> mayAsk(words, near));
    double[] read = reader.map(r -> r.shares(words, told, signals, odds)).orElse(near);
    Bar bar = reader.isPresent() ? READ : NEAR;
    double floor = weighing.scaled() ? 0 : bar.floor();
    int best = greatest(read);
    boolean ofSelf = reader.isPresent() && isOfSelf(told.get(best)) && asksOfSelf(words);
    boolean sure = read[best] >= (ofSelf ? SURE_OF_SELF : bar.sure());
    double[] relevances = sure ? settled(near, best, read[best]) : near;
    double[] scores = scores(known, signals, relevances, now);
    return IntStream.range(0, known.size())
        .filter(i -> near[i] >= floor || (sure && i == best))
        .mapToObj(
            i ->
                new Remembered(
                    told.get(i),
                    scores[i],
                    relevances[i],
                    sure && i == best,
                    signals.get(i).toString(),
                    Optional.empty()))
        .sorted(Comparator.comparingDouble(Remembered::score).reversed())
        .toList();
  }

  /// What one is sure of comes first; the others share what is left.
  private static double[] settled(double[] shares, int sure, double share) {
    double left = (1 - share) / Math.max(1e-9, 1 - shares[sure]);
    double[] settled = Arrays.stream(shares).map(s -> s * left).toArray();
    settled[sure] = share;
    return settled;
  }

  private static int greatest(double[] shares) {
    return IntStream.range(0, shares.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> shares[i]))
        .orElseThrow();
  }

  private boolean asksOfSelf(String words) {
    return concepts.asked(words).contains(Concepts.SELF);
  }

  private boolean isOfSelf(Fact fact) {
    return conceptsOf(fact.text()).contains(Concepts.SELF);
  }

  /// Whether words may ask for something, and something near may answer them.
  private static boolean mayAsk(String words, double[] shares) {
    boolean asks = RuleListener.isQuestion(words) || RuleListener.statements(words, "").isEmpty();
    return asks && Arrays.stream(shares).anyMatch(share -> share >= NEAR.floor());
  }

  List<Relevance.Signals> signals(String words, List<Vectored> known) {
    List<Set<String>> sets = known.stream().map(v -> conceptsOf(v.fact().text())).toList();
    return new Relevance(known, sets)
        .of(words, turning.turn(embedder.question(words)), concepts.asked(words));
  }

  /// Profiles that scale are those of others, whose relevance is nearness in meaning alone.
  private double[] scores(
      List<Vectored> known, List<Relevance.Signals> signals, double[] relevances, Instant now) {
    return weighing.scores(
        weighing.scaled()
            ? signals.stream().mapToDouble(Relevance.Signals::meaning).toArray()
            : relevances,
        known.stream()
            .mapToDouble(v -> Duration.between(v.fact().recalled(), now).toMinutes() / 60.0)
            .toArray(),
        known.stream().mapToDouble(v -> v.fact().importance()).toArray());
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
