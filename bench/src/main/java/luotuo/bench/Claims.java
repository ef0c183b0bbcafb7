package luotuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import luotuo.app.Settings;
import luotuo.app.Studio;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Words;
import luotuo.model.Embedder;
import luotuo.model.LikelihoodModel.Context;
import luotuo.model.Message;
import luotuo.model.ScoredToken;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;
import luotuo.model.scripted.ScriptedModel;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.prompt.Excerpt;
import luotuo.prompt.Occasion;
import luotuo.prompt.Prompt;
import luotuo.prompt.PromptWriter;
import luotuo.prompt.Shares;
import luotuo.prompt.Templates;
import luotuo.store.Workspace;

/// Whether it can be told that a claim is supported by a scene: by how much likelier the scene
/// makes it, and by how much of it the scene holds.
///
/// A threshold is chosen on the first file and counted on the second. Arguments: a GGUF file, a
/// table to choose on, a table to count on, the language, `plain` for a model that was not taught
/// to talk, and `show` for each claim.
final class Claims {
  private static final double GAINED = 0.16;
  private static final double HELD = 0.5;

  private final GgufModel model;
  private final Embedder embedder;
  private final Language language;
  private final boolean plain;
  private double seconds;
  private int scored;

  private Claims(GgufModel model, Embedder embedder, Language language, boolean plain) {
    this.model = model;
    this.plain = plain;
    this.embedder = embedder;
    this.language = language;
  }

  /// @param gained log-likelihood a token that the scene adds
  /// @param held how much of the claim the scene holds
  private record Row(String claim, boolean supported, double gained, double held) {}

  public static void main(String[] args) throws IOException {
    Language language = Language.valueOf(args[3]);
    Path work = Files.createTempDirectory("claims");
    Settings settings = new Settings(new Workspace(work), Path.of(""), Path.of(""), "en");
    try (Studio studio = new Studio(settings, Progress.SILENT);
        GgufModel model = GgufModel.open(Path.of(args[0]), GgufOptions.DEFAULT.withContext(2048))) {
      boolean plain = List.of(args).contains("plain");
      Claims bench = new Claims(model, studio.models().embedder(language), language, plain);
      List<Row> chosen = bench.rows(Path.of(args[1]), work.resolve("a"));
      List<Row> counted = bench.rows(Path.of(args[2]), work.resolve("b"));
      if (List.of(args).contains("show")) {
        chosen.forEach(System.out::println);
      }
      report("likelihood", Row::gained, chosen, counted);
      report("held", Row::held, chosen, counted);
      report("both", row -> row.gained() + row.held(), chosen, counted);
      report("held", 0.25, Row::held, chosen, counted);
      report("either, as replies are checked", 0, Claims::better, chosen, counted);
      System.out.printf(
          "%d scorings, %.2f s each%n", bench.scored, bench.seconds / Math.max(1, bench.scored));
    }
  }

  /// Above 0 where either tells that the claim is supported, as a reply's claims are checked.
  private static double better(Row row) {
    return Math.max(row.gained() - GAINED, row.held() - HELD);
  }

  private List<Row> rows(Path file, Path index) throws IOException {
    List<String[]> cells =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.split("\t"))
            .filter(row -> Language.valueOf(row[0].toUpperCase(Locale.ROOT)) == language)
            .toList();
    Map<String, Scene> scenes = new LinkedHashMap<>();
    cells.forEach(row -> scenes.computeIfAbsent(row[2], text -> scene(text, scenes.size())));
    List<Scene> all = List.copyOf(scenes.values());
    Words words = language == Language.ZH ? Words.BIGRAMS : Words.STEMMED;
    List<Row> rows = new ArrayList<>();
    try (Memory memory = Memory.open(all, index, embedder, words, Progress.SILENT)) {
      for (String[] row : cells) {
        rows.add(row(row, all, scenes.getOrDefault(row[2], all.getFirst()), memory));
      }
    }
    return rows;
  }

  private static Scene scene(String text, int order) {
    List<Turn> turns = new ArrayList<>();
    for (String line : text.split(" / ")) {
      String[] parts = line.split(":", 2);
      String words = parts[1].strip().replaceAll("^「|」$", "");
      turns.add(new Turn.Said(parts[0], words, new Source("claims", turns.size() + 1)));
    }
    return new Scene("s" + order, order, turns);
  }

  private Row row(String[] row, List<Scene> scenes, Scene scene, Memory memory) {
    String name = ((Turn.Said) scene.turns().getLast()).speaker();
    Persona persona = Persona.of(name, language, Scope.FACTS, scenes);
    PromptWriter writer =
        new PromptWriter(ScriptedModel.echo(), 1536, Shares.DEFAULT, Templates.shipped(language));
    Excerpt excerpt = new Excerpt(scene, 0, scene.turns().size());
    Occasion occasion = new Occasion(persona, List.of(), List.of(excerpt), "", row[1]);
    Prompt prompt = writer.write(occasion);
    double with = likelihood(writer.withScenes(prompt, persona, List.of(excerpt)), row[3]);
    double without = likelihood(writer.withScenes(prompt, persona, List.of()), row[3]);
    double held = memory.held(row[3], List.of(excerpt.text())).getFirst();
    return new Row(row[3], row[4].equals("yes"), with - without, held);
  }

  private double likelihood(List<Message> messages, String text) {
    long began = System.nanoTime();
    double mean =
        model.score(context(messages), text).stream()
            .mapToDouble(ScoredToken::logProbability)
            .average()
            .orElse(0);
    seconds += (System.nanoTime() - began) / 1e9;
    scored++;
    return mean;
  }

  private Context context(List<Message> messages) {
    return plain
        ? new Context.Plain(
            messages.stream().map(Message::text).collect(Collectors.joining("\n\n", "", "\n\n")))
        : new Context.Chat(messages);
  }

  private static void report(
      String what, ToDoubleFunction<Row> score, List<Row> chosen, List<Row> counted) {
    report(what, best(score, chosen), score, chosen, counted);
  }

  private static void report(
      String what,
      double threshold,
      ToDoubleFunction<Row> score,
      List<Row> chosen,
      List<Row> counted) {
    System.out.printf(
        "%s: area %.2f and %.2f; at %.3f chosen: %s; counted: %s%n",
        what,
        area(score, chosen),
        area(score, counted),
        threshold,
        at(threshold, score, chosen),
        at(threshold, score, counted));
  }

  /// Half of the way between two neighbours, where most are told rightly.
  private static double best(ToDoubleFunction<Row> score, List<Row> rows) {
    double[] sorted = rows.stream().mapToDouble(score).sorted().toArray();
    return Arrays.stream(thresholds(sorted))
        .boxed()
        .max(Comparator.comparingLong(t -> right(t, score, rows)))
        .orElse(0.0);
  }

  private static double[] thresholds(double[] sorted) {
    double[] between = new double[Math.max(0, sorted.length - 1)];
    for (int i = 0; i < between.length; i++) {
      between[i] = (sorted[i] + sorted[i + 1]) / 2;
    }
    return between;
  }

  private static long right(double threshold, ToDoubleFunction<Row> score, List<Row> rows) {
    return rows.stream()
        .filter(row -> score.applyAsDouble(row) >= threshold == row.supported())
        .count();
  }

  private static String at(double threshold, ToDoubleFunction<Row> score, List<Row> rows) {
    long yes = rows.stream().filter(Row::supported).count();
    long kept =
        rows.stream()
            .filter(Row::supported)
            .filter(row -> score.applyAsDouble(row) >= threshold)
            .count();
    long withdrawn = right(threshold, score, rows) - kept;
    return String.format(
        "%d of %d supported kept, %d of %d others withdrawn",
        kept, yes, withdrawn, rows.size() - yes);
  }

  /// How often a supported claim scores above one that is not.
  private static double area(ToDoubleFunction<Row> score, List<Row> rows) {
    double above = 0;
    int pairs = 0;
    for (Row yes : rows.stream().filter(Row::supported).toList()) {
      for (Row no : rows.stream().filter(row -> !row.supported()).toList()) {
        double difference = score.applyAsDouble(yes) - score.applyAsDouble(no);
        above += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        pairs++;
      }
    }
    return above / Math.max(1, pairs);
  }
}
