package luotuo.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import luotuo.app.Evaluations;
import luotuo.app.Speaking;
import luotuo.chat.Slip;
import luotuo.eval.turns.Tally;
import luotuo.eval.turns.UserTurns;
import luotuo.persona.Persona;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Has scripted talks with personas and counts where they fall out of their roles.
@Command(name = "turns")
final class EvalTurnsCommand implements Callable<Integer> {
  private static final int MOST_SEEDS = 1000;

  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "luotuo.eval.who")
  List<String> names = List.of();

  @Option(names = "--seeds", paramLabel = "N")
  int seeds = 3;

  @Option(names = "--turns", paramLabel = "N")
  int turns = UserTurns.MOST;

  @Option(names = "--model", paramLabel = "NAME|FILE|URL#MODEL", descriptionKey = "speaking.model")
  @Nullable String model;

  @Mixin CallOptions calls = new CallOptions();

  @Mixin RecordOptions records = new RecordOptions();

  EvalTurnsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Ranges.check(session, spec, "--seeds", seeds, 1, MOST_SEEDS);
    Ranges.check(session, spec, "--turns", turns, 1, UserTurns.MOST);
    Speaking how =
        records.speaking(session, Optional.ofNullable(model), calls.budget, calls.wishes(session));
    long first = Objects.requireNonNullElse(calls.seed, 1L);
    List<Long> drawn = LongStream.range(first, first + seeds).boxed().toList();
    List<Persona> personas =
        names.stream().map(name -> session.studio().personas().read(name)).toList();
    Evaluations evaluations = new Evaluations(session.studio(), session.progress());
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Persona persona : personas) {
      List<Tally> talks = evaluations.turns(persona, how, drawn, turns, records.effort);
      Tally tally = talks.stream().reduce(Tally.NONE, Tally::plus);
      tallies.put(persona.name(), tally);
      if (session.json()) {
        session.output().json(TallyShape.of(persona.name(), drawn, turns, tally));
      }
    }
    if (!session.json()) {
      tell(tallies);
    }
    boolean out = tallies.values().stream().anyMatch(tally -> !tally.reached().isEmpty());
    return out ? Program.FAILED : Program.DONE;
  }

  private void tell(Map<String, Tally> tallies) {
    Tally all = tallies.values().stream().reduce(Tally.NONE, Tally::plus);
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(session.words("eval.turns.columns").split("\\|", -1)));
    tallies.forEach((name, tally) -> cells.add(row(Printable.line(name), tally)));
    cells.add(row(session.words("eval.turns.all"), all));
    Table.of(cells).forEach(session.output()::line);
    session.output().line(session.words("eval.turns.held", held(all)));
    all.reached().forEach(this::tell);
  }

  private static List<String> row(String name, Tally tally) {
    return List.of(
        name,
        String.valueOf(tally.replies()),
        String.valueOf(tally.reached().size()),
        String.valueOf(tally.cut()),
        String.valueOf(tally.redrawn()),
        String.valueOf(tally.fallbacks()),
        String.valueOf(tally.declined()),
        String.valueOf(tally.suspects().size()));
  }

  private static String held(Tally all) {
    return all.held().isEmpty()
        ? "0"
        : all.held().entrySet().stream()
            .sorted(Map.Entry.<Slip, Integer>comparingByKey())
            .map(held -> held.getKey() + " " + held.getValue())
            .collect(Collectors.joining(", "));
  }

  private void tell(Tally.Seen seen) {
    session
        .output()
        .dim(
            Printable.line(
                session.words(
                    "eval.turns.seen",
                    seen.persona(),
                    seen.seed(),
                    seen.turn(),
                    seen.why(),
                    seen.reply())));
  }
}
