package luotuo.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads text files, each cut into scenes as a form says.
final class TextReading {
  private final String form;
  private final SourceFiles files;
  private final Options options;
  private final SceneIds ids;
  private final SceneCut cut;
  private final Account account = new Account();
  private final List<Scene> scenes = new ArrayList<>();

  /// @param numbered whether scenes are named by a running number
  TextReading(String form, Sample sample, Options options, boolean numbered, SceneCut cut) {
    this.form = form;
    this.files = sample.files();
    this.options = options;
    this.cut = cut;
    this.ids = new SceneIds(numbered, files.texts().stream().map(TextReading::stem).toList());
  }

  private static String stem(Path file) {
    return TextFile.stem(file.getFileName().toString());
  }

  Transcript read() {
    String instructions = instructions();
    for (Path path : files.texts()) {
      TextFile file = files.read(path);
      int number = 0;
      for (List<Turn> turns : cut.scenes(file, account)) {
        scenes.add(new Scene(ids.next(file.stem(), ++number), scenes.size(), turns));
      }
    }
    List<Scene> answered = Answers.given(scenes, options.character(), files.root());
    return new Transcript(form, answered, instructions, account.reports(), account.lines());
  }

  private String instructions() {
    Path prompt = files.prompt();
    if (prompt == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Line line : files.read(prompt).lines()) {
      if (line.text().isBlank()) {
        account.blank();
      } else {
        account.kept(1);
      }
      text.append(line.text()).append('\n');
    }
    return Signs.strip(text.toString());
  }
}
