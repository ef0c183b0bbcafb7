package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luotuo.json.Json;
import luotuo.json.MalformedException;
import org.jspecify.annotations.Nullable;

/// A line that is a JSON object with an `input`, which somebody says, and the character's `output`.
final class JsonLine {
  /// Stands for the character until it is known who that is.
  static final String CHARACTER = "";

  private JsonLine() {}

  static boolean looksSo(String s) {
    boolean object = s.length() > 1 && s.charAt(0) == '{' && s.charAt(s.length() - 1) == '}';
    return object && s.startsWith("\"", Signs.skipBlank(s, 1));
  }

  /// @return the line's turns, or null where it is other JSON, or none
  static @Nullable Reading read(String s, Source source) {
    Map<String, Object> object;
    try {
      object = Json.readObject(s);
    } catch (MalformedException e) {
      return null;
    }
    if (!(object.get("input") instanceof String input)
        || !(object.get("output") instanceof String output)) {
      return null;
    }
    List<Turn> turns = new ArrayList<>(asked(oneLine(input), source));
    String answer = oneLine(output);
    if (!answer.isEmpty()) {
      turns.add(new Turn.Said(CHARACTER, answer, source));
    }
    return turns.isEmpty()
        ? LineReader.empty(source.line(), s)
        : new Reading.Uttered(source.line(), s, turns, false, null, 1);
  }

  private static List<Turn> asked(String input, Source source) {
    Mark mark = Mark.at(input, 0);
    if (mark != null) {
      return Utterance.read(input, mark, source).ended().turns();
    }
    String asker = Signs.hasHan(input) ? "提问人" : "User";
    return input.isEmpty() ? List.of() : List.of(new Turn.Said(asker, input, source));
  }

  private static String oneLine(String text) {
    String plain = Wiki.plain(text);
    return plain.lines().map(Signs::strip).reduce("", Signs::join);
  }
}
