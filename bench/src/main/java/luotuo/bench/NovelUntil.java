package luotuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luotuo.app.Settings;
import luotuo.app.StoryTime;
import luotuo.app.Studio;
import luotuo.chat.Voice;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.persona.Persona;
import luotuo.store.Workspace;

/// Whether a character of a novel that is cut at a chapter declines what comes later and answers
/// what came before.
///
/// A later question is right where it is declined. An earlier one is right where it is answered,
/// and the decisive word stands in the reply or in a paragraph (the whole line of the novel) that
/// the evidence names. Arguments: the persona's name, the table, which set, and `show` for each
/// question.
final class NovelUntil {
  private final Persona persona;
  private final Voice voice;
  private final Map<Source, String> paragraphs;
  private final boolean show;
  private int firsts;

  private NovelUntil(Persona persona, Voice voice, boolean show) {
    this.persona = persona;
    this.voice = voice;
    this.show = show;
    this.paragraphs =
        persona.scenes().stream()
            .flatMap(scene -> scene.turns().stream())
            .collect(Collectors.toMap(Turn::source, Turn::text, (one, _) -> one));
  }

  public static void main(String[] args) throws IOException {
    Path here = Path.of("");
    Settings settings = new Settings(Workspace.of(System.getenv()), here, here, "en");
    try (Studio studio = new Studio(settings, Progress.SILENT)) {
      Persona persona = studio.personas().read(args[0]);
      boolean show = List.of(args).contains("show");
      NovelUntil bench = new NovelUntil(persona, studio.voice(persona), show);
      List<String[]> rows =
          Files.readAllLines(Path.of(args[1])).stream()
              .skip(1)
              .map(line -> line.split("\t"))
              .filter(row -> row[6].equals(args[2]))
              .toList();
      bench.count("later", rows);
      bench.count("earlier", rows);
    }
  }

  private void count(String about, List<String[]> rows) {
    firsts = 0;
    List<String[]> these = rows.stream().filter(row -> row[2].equals(about)).toList();
    long right = these.stream().filter(this::isRight).count();
    System.out.printf(
        "%s: %d of %d right, %d by the reply or its own paragraph%n",
        about, right, these.size(), firsts);
  }

  private boolean isRight(String[] row) {
    int until = StoryTime.until(persona, row[1]);
    Voice.Answer answer = voice.answer(new Voice.Question(row[3], "", until, List.of()), List.of());
    boolean found =
        answer.text().contains(row[4])
            || answer.evidence().stream()
                .anyMatch(e -> paragraphs.getOrDefault(e.source(), "").contains(row[4]));
    firsts +=
        !answer.outOfScope()
                && (answer.text().contains(row[4])
                    || answer.evidence().stream()
                        .limit(1)
                        .anyMatch(e -> paragraphs.getOrDefault(e.source(), "").contains(row[4])))
            ? 1
            : 0;
    boolean right = row[2].equals("later") ? answer.outOfScope() : !answer.outOfScope() && found;
    if (show) {
      System.out.printf(
          "%s %s%n    %s%n    %s%n", right ? "+" : "-", row[3], answer.text(), answer.why());
    }
    return right;
  }
}
