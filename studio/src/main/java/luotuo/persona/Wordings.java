package luotuo.persona;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.job.Problem;

/// Questions that nobody asks in the scenes: other ways of asking what they answer, and near ones
/// that they do not answer. They help to tell the one from the other.
///
/// In the folder they are `asked.txt`: a line `[SCENE]` with the scene's id, and below it questions
/// that its first reply answers, a line each; below `[untold]`, questions that no scene answers.
///
/// @param otherwise by the scene's id
/// @param untold never answered
public record Wordings(Map<String, List<String>> otherwise, List<String> untold) {
  static final String FILE = "asked.txt";
  public static final Wordings NONE = new Wordings(Map.of(), List.of());
  private static final String UNTOLD = "untold";

  public Wordings {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    otherwise.forEach((scene, questions) -> copy.put(scene, List.copyOf(questions)));
    otherwise = Collections.unmodifiableMap(copy);
    untold = List.copyOf(untold);
  }

  /// @throws Failure `persona.asked` (file, line) for a question above the first scene
  static Wordings read(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = null;
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      String line = raw.strip();
      number++;
      if (line.startsWith("[") && line.endsWith("]")) {
        section =
            sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
      } else if (!line.isEmpty()) {
        if (section == null) {
          throw new Failure(Problem.of("persona.asked", FILE, number));
        }
        section.add(line);
      }
    }
    List<String> untold = sections.remove(UNTOLD);
    return new Wordings(sections, untold == null ? List.of() : untold);
  }

  /// The text of the file; empty where there are none.
  Optional<String> write() {
    StringBuilder text = new StringBuilder();
    otherwise.forEach((scene, questions) -> append(text, scene, questions));
    append(text, UNTOLD, untold);
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  private static void append(StringBuilder text, String section, List<String> questions) {
    if (!questions.isEmpty()) {
      text.append('[').append(section).append("]\n");
      questions.forEach(question -> text.append(question).append('\n'));
    }
  }
}
