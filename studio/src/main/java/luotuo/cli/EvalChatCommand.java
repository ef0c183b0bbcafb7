package luotuo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Evaluations;
import luotuo.app.Speaking;
import luotuo.app.Wishes;
import luotuo.eval.fidelity.HtmlReport;
import luotuo.eval.fidelity.Measure;
import luotuo.eval.fidelity.Measured;
import luotuo.eval.fidelity.Report;
import luotuo.persona.Persona;
import luotuo.store.AtomicFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures how well a voice speaks for personas.
@Command(name = "chat")
final class EvalChatCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 10_000;

  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "luotuo.eval.who")
  List<String> names = List.of();

  @Option(names = "--samples", paramLabel = "N")
  int samples = 20;

  @Option(names = "--judge", paramLabel = "NAME|FILE|URL#MODEL")
  @Nullable String judge;

  @Option(names = "--no-recall")
  boolean noRecall;

  @Option(names = "--html", paramLabel = "FILE")
  @Nullable Path html;

  @Option(names = "--model", paramLabel = "NAME|FILE|URL#MODEL", descriptionKey = "speaking.model")
  @Nullable String model;

  @Mixin CallOptions calls = new CallOptions();

  @Mixin RecordOptions records = new RecordOptions();

  EvalChatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Ranges.check(session, spec, "--samples", samples, 1, MOST_SAMPLES);
    long seed = Objects.requireNonNullElse(calls.seed, 1L);
    Wishes wishes = calls.wishes(session).withSeed(seed);
    Speaking how = records.speaking(session, Optional.ofNullable(model), calls.budget, wishes);
    Evaluations.Held held = new Evaluations.Held(samples, seed, !noRecall, judge(how));
    List<Persona> personas =
        names.stream().map(name -> session.studio().personas().read(name)).toList();
    Evaluations evaluations = new Evaluations(session.studio(), session.progress());
    List<Report> reports = new ArrayList<>();
    for (Persona persona : personas) {
      Report report = evaluations.fidelity(persona, how, held, records.effort);
      reports.add(report);
      tell(report);
    }
    write(reports);
    return Program.DONE;
  }

  /// A record holds the calls of one model, so the judge's lie in a folder of their own.
  private Optional<Speaking> judge(Speaking how) {
    return Optional.ofNullable(judge)
        .map(
            name ->
                new Speaking(
                    Optional.of(name),
                    how.record().map(folder -> folder.resolve("judge")),
                    how.replay().map(folder -> folder.resolve("judge")),
                    how.budget(),
                    Wishes.NONE));
  }

  private void tell(Report report) {
    if (session.json()) {
      session.output().json(FidelityShape.of(report, session.messages()::of));
      return;
    }
    Output output = session.output();
    output.line(output.style().bold(Printable.line(report.persona())));
    output.dim(about(report));
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(session.words("eval.columns").split("\\|", -1)));
    report.measures().forEach(measure -> cells.add(cells(measure)));
    Table.of(cells).forEach(output::line);
    report
        .leftOut()
        .forEach(problem -> output.dim(session.words("eval.left", session.messages().of(problem))));
  }

  private List<String> cells(Measure measure) {
    return List.of(
        words(measure.measured()),
        number(measure.value()),
        number(measure.error()),
        String.valueOf(measure.samples()),
        measure.beside().isPresent() ? number(measure.beside().getAsDouble()) : "");
  }

  private void write(List<Report> reports) {
    if (html == null) {
      return;
    }
    Path file = session.settings().here().resolve(html);
    HtmlReport.Words words =
        new HtmlReport.Words(
            session.words("eval.title"),
            session.words("eval.legend"),
            session.words("eval.samples"),
            List.of(session.words("eval.columns").split("\\|", -1)),
            List.of(session.words("eval.sample.columns").split("\\|", -1)),
            axis -> session.words("eval.axis." + key(axis.name())),
            this::words,
            this::about,
            problem -> session.words("eval.left", session.messages().of(problem)));
    AtomicFile.write(file, HtmlReport.of(reports, words));
    session.remark(session.words("eval.html", file));
  }

  private String about(Report report) {
    String about =
        session.words(
            "eval.about",
            report.persona(),
            report.voice(),
            report.seed(),
            report.heldOut(),
            report.known(),
            session.words(report.recall() ? "eval.recall.on" : "eval.recall.off"));
    return report.judge().isEmpty()
        ? about
        : about + " · " + session.words("eval.judge", report.judge());
  }

  private String words(Measured measured) {
    return session.words("measure." + key(measured.name()));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
