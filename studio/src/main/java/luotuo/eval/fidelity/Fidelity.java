package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import luotuo.chat.Foreign;
import luotuo.chat.Voice;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.job.Progress;
import luotuo.model.ChatModel;
import luotuo.model.Embedder;
import luotuo.model.LikelihoodModel;
import luotuo.persona.Persona;
import luotuo.prompt.Excerpt;

/// Tries a voice with the samples that were held out of its persona.
public final class Fidelity {
  private static final int LINES = 10;

  private final HeldOut held;
  private final Tools tools;
  private final long seed;
  private final Random random;
  private final List<Problem> leftOut = new ArrayList<>();
  private final Map<Measured, List<Score>> scores = new EnumMap<>(Measured.class);
  private boolean speaks = true;

  private Fidelity(HeldOut held, Tools tools, long seed) {
    this.held = held;
    this.tools = tools;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// What a voice is tried with.
  ///
  /// @param voice speaks for the persona with what is not held out
  /// @param likelihood of the same model, where it tells that
  /// @param recall what comes to mind at some words; empty where nothing is to
  /// @param judge a model that gives points
  public record Tools(
      Voice voice,
      Optional<LikelihoodModel> likelihood,
      Embedder embedder,
      Optional<Function<String, List<Excerpt>>> recall,
      Optional<ChatModel> judge) {}

  /// @param seed of the lines beside the true ones
  public static Report of(HeldOut held, Tools tools, long seed, Progress progress) {
    return new Fidelity(held, tools, seed).run(progress);
  }

  private Report run(Progress progress) {
    List<String> foreign = foreign();
    int all = held.samples().size() + foreign.size();
    Optional<Attribution> attribution = Attribution.taught(held.rest());
    if (attribution.isEmpty()) {
      leftOut.add(Problem.of("eval.alone"));
    }
    List<Scorer> scorers = scorers(attribution);
    List<Report.Row> rows = new ArrayList<>();
    for (Sample sample : held.samples()) {
      Cancelled.check();
      progress.at("eval.trying", rows.size(), all);
      rows.add(row(trial(sample), scorers));
    }
    for (int i = 0; i < foreign.size() && speaks; i++) {
      progress.at("eval.trying", rows.size() + (long) i, all);
      askForeign(foreign.get(i));
    }
    progress.at("eval.trying", all, all);
    attribution.ifPresent(by -> by.accuracy(held).forEach(this::keep));
    return report(rows, attribution);
  }

  private List<String> foreign() {
    return Foreign.questions(held.rest()).stream().limit(held.samples().size()).toList();
  }

  private void askForeign(String question) {
    Cancelled.check();
    speak(Voice.Question.of(question))
        .ifPresent(answer -> keep(Score.of(Measured.FOREIGN, !answer.outOfScope(), answer.text())));
  }

  private List<Scorer> scorers(Optional<Attribution> attribution) {
    Persona persona = held.rest();
    List<Scorer> scorers = new ArrayList<>();
    Optional<ScriptText> script = script();
    scorers.add(new NextLine(script, tools.embedder()));
    script.map(LineNats::new).ifPresent(scorers::add);
    attribution.ifPresent(scorers::add);
    scorers.add(new FormScorer(persona));
    scorers.add(new Support(tools.embedder()));
    tools.judge().map(model -> new ModelJudge(model, persona)).ifPresent(scorers::add);
    return scorers;
  }

  /// Tried with the first sample: a replay has likelihoods only where some were recorded.
  private Optional<ScriptText> script() {
    Optional<ScriptText> script =
        tools.likelihood().map(model -> new ScriptText(model, held.rest().name()));
    try {
      Sample first = held.samples().getFirst();
      script.ifPresent(text -> text.nats(first, List.of(), first.line()));
      return script;
    } catch (Failure e) {
      leftOut.add(e.problem());
      return Optional.empty();
    }
  }

  private Trial trial(Sample sample) {
    List<Excerpt> recalled =
        tools.recall().map(recall -> recall.apply(sample.said())).orElse(List.of());
    Voice.Question question =
        new Voice.Question(sample.said(), sample.speaker(), Integer.MAX_VALUE, List.of());
    return new Trial(sample, lines(sample), recalled, speak(question));
  }

  /// A model that was never taught to talk says so at the first question, and is not asked again.
  private Optional<Voice.Answer> speak(Voice.Question question) {
    if (!speaks) {
      return Optional.empty();
    }
    try {
      return Optional.of(tools.voice().answer(question, List.of()));
    } catch (Failure e) {
      if (!e.problem().key().equals("model.gguf.untemplated")) {
        throw e;
      }
      speaks = false;
      leftOut.add(e.problem());
      return Optional.empty();
    }
  }

  /// The true line and nine others of the persona's from scenes that are held out too, shuffled.
  private List<String> lines(Sample sample) {
    List<String> others = new ArrayList<>(held.lines());
    others.remove(sample.line());
    Collections.shuffle(others, random);
    Set<String> lines = new LinkedHashSet<>(others.stream().limit(LINES - 1).toList());
    lines.add(sample.line());
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    return shuffled.size() == LINES ? shuffled : List.of();
  }

  private Report.Row row(Trial trial, List<Scorer> scorers) {
    List<Score> all = scorers.stream().flatMap(s -> s.score(trial).stream()).toList();
    all.forEach(this::keep);
    Sample sample = trial.sample();
    return new Report.Row(
        sample.id(),
        sample.speaker(),
        sample.said(),
        sample.line(),
        trial.answer().map(Voice.Answer::text).orElse(""),
        all);
  }

  private void keep(Score score) {
    if (!Double.isNaN(score.value())) {
      scores.computeIfAbsent(score.measured(), _ -> new ArrayList<>()).add(score);
    }
  }

  private Report report(List<Report.Row> rows, Optional<Attribution> attribution) {
    List<Measure> measures = new ArrayList<>();
    scores.forEach((_, of) -> measures.add(beside(Measure.of(of), attribution)));
    return new Report(
        held.rest().name(),
        tools.voice().name(),
        tools.judge().map(ChatModel::name).orElse(""),
        seed,
        tools.recall().isPresent(),
        held.scenes().size(),
        held.rest().scenes().size(),
        measures,
        rows,
        leftOut);
  }

  private Measure beside(Measure measure, Optional<Attribution> attribution) {
    return switch (measure.measured()) {
      case NEXT_BY_LIKELIHOOD, NEXT_BY_MEANING, NEXT_BY_BOTH -> measure.beside(1.0 / LINES);
      case NEAR -> measure.beside(nearToOthers());
      case CLASSIFIER -> measure.beside(attribution.orElseThrow().chance());
      case ATTRIBUTED -> {
        var own = attribution.orElseThrow().ofTrueLines(held);
        yield own.isPresent() ? measure.beside(own.getAsDouble()) : measure;
      }
      default -> measure;
    };
  }

  /// How near the replies are to true lines of other samples, in the mean.
  private double nearToOthers() {
    List<Score> replies = scores.getOrDefault(Measured.NEAR, List.of());
    double sum = 0;
    for (int i = 0; i < replies.size(); i++) {
      Sample other = held.samples().get((i + 1) % held.samples().size());
      sum += Near.of(tools.embedder(), replies.get(i).answer(), other.line());
    }
    return sum / replies.size();
  }
}
