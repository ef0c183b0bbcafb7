package luotuo.cli;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// What the Tab key proposes: whole lines that are commands, and names wherever they stand.
///
/// @param commands such as `/why` and `/as 投资人`
/// @param names completed from their beginning, also where no space parts them from what is before
record Completions(List<String> commands, List<String> names) implements Completer {
  Completions {
    commands = List.copyOf(commands);
    names = List.copyOf(names);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
    String begun = line.line().substring(0, line.cursor());
    String word = line.word().substring(0, line.wordCursor());
    int before = begun.length() - word.length();
    for (String command : commands) {
      if (!begun.isEmpty() && command.startsWith(begun)) {
        found.add(new Candidate(command.substring(before)));
      }
    }
    for (String name : names) {
      int shared = shared(word, name);
      if (!begun.startsWith("/") && (shared > 0 || word.isEmpty())) {
        found.add(new Candidate(word + name.substring(shared)));
      }
    }
  }

  /// How many of a name's first letters end the word.
  private static int shared(String word, String name) {
    int shared = Math.min(word.length(), name.length() - 1);
    while (shared > 0 && !word.endsWith(name.substring(0, shared))) {
      shared--;
    }
    return shared;
  }
}
