package luotuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import luotuo.app.Settings;
import luotuo.app.Studio;
import luotuo.chat.Evidence;
import luotuo.chat.Voice;
import luotuo.corpus.Source;
import luotuo.job.Progress;
import luotuo.persona.Persona;
import luotuo.store.Workspace;

/// How often own lines answer rightly, and how often they answer what they should decline.
///
/// Arguments: a persona's name, then any of `right=FILE` (questions, a tab, and what is right
/// evidence: scene ids or source lines, also such as a scene rests on, parted by commas),
/// `decline=FILE` (questions to decline), `show` (each question with its outcome). `LUOTUO_HOME` is
/// the workspace.
final class OwnLines {
  private final Voice voice;
  private final boolean show;

  private OwnLines(Voice voice, boolean show) {
    this.voice = voice;
    this.show = show;
  }

  public static void main(String[] args) throws IOException {
    List<String> arguments = List.of(args);
    try (Studio studio = new Studio(settings(), Progress.SILENT)) {
      Persona persona = studio.personas().read(arguments.getFirst());
      System.out.printf("%s, declines below %s%n", persona.name(), persona.declineBelow());
      OwnLines bench = new OwnLines(studio.voice(persona), arguments.contains("show"));
      for (String argument : arguments.subList(1, arguments.size())) {
        String file = argument.substring(argument.indexOf('=') + 1);
        if (argument.startsWith("right=")) {
          bench.right(Path.of(file));
        } else if (argument.startsWith("decline=")) {
          bench.decline(Path.of(file));
        }
      }
    }
  }

  private static Settings settings() {
    Path here = Path.of("");
    return new Settings(Workspace.of(System.getenv()), here, here, "en");
  }

  private void right(Path file) throws IOException {
    int right = 0;
    int wrong = 0;
    List<String> rows = Files.readAllLines(file);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t");
      Voice.Answer answer = ask(cells[0]);
      boolean good = rests(answer, new TreeSet<>(List.of(cells[1].split(","))));
      right += good ? 1 : 0;
      wrong += !good && !answer.outOfScope() ? 1 : 0;
      show(good ? "right" : answer.outOfScope() ? "declined" : "WRONG", cells[0], answer);
    }
    int all = rows.size() - 1;
    System.out.printf(
        "%s: %d questions, right %.1f %%, wrong %.1f %%, declined %.1f %%%n",
        file.getFileName(),
        all,
        100.0 * right / all,
        100.0 * wrong / all,
        100.0 * (all - right - wrong) / all);
  }

  private void decline(Path file) throws IOException {
    List<String> taken = new ArrayList<>();
    List<String> questions = Files.readAllLines(file).stream().filter(q -> !q.isBlank()).toList();
    for (String question : questions) {
      Voice.Answer answer = ask(question);
      if (!answer.outOfScope()) {
        taken.add(question);
        show("TAKEN", question, answer);
      }
    }
    System.out.printf(
        "%s: %d questions, answered %.1f %%%n",
        file.getFileName(), questions.size(), 100.0 * taken.size() / questions.size());
  }

  private Voice.Answer ask(String question) {
    return voice.answer(Voice.Question.of(question), List.of());
  }

  private static boolean rests(Voice.Answer answer, Set<String> expected) {
    return answer.evidence().stream()
        .anyMatch(e -> expected.contains(e.scene()) || sources(e).anyMatch(expected::contains));
  }

  /// The lines that a scene was written after, where it was; else its own.
  private static Stream<String> sources(Evidence e) {
    List<Source> after = e.restsOn().isEmpty() ? List.of(e.source()) : e.restsOn();
    return after.stream().map(source -> String.valueOf(source.line()));
  }

  private void show(String outcome, String question, Voice.Answer answer) {
    if (show) {
      System.out.println(outcome + "\t" + question + "\t" + answer.text() + "\t" + answer.why());
    }
  }
}
