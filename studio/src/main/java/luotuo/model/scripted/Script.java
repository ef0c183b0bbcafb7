package luotuo.model.scripted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;

/// What a [ScriptedModel] says: the first rule that holds for the last message is followed.
public record Script(List<Rule> rules) {
  /// No rule at all: each message is echoed.
  public static final Script EMPTY = new Script(List.of());

  public Script {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  public static Script of(Rule... rules) {
    return new Script(List.of(rules));
  }

  /// @param file `.jsonl` with a rule a line, or YAML with a list of rules under `rules`
  /// @throws Failure `model.script` with file, line and what is wrong
  public static Script read(Path file) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".jsonl") ? lines(file, text) : Yaml.read(text, Script.class);
    } catch (IOException e) {
      throw Failure.of("model.script", file, 0, String.valueOf(e.getMessage()));
    } catch (MalformedException e) {
      throw Failure.of("model.script", file, e.line(), String.valueOf(e.getMessage()));
    }
  }

  private static Script lines(Path file, String text) {
    List<Rule> rules = new ArrayList<>();
    int line = 0;
    for (String each : text.lines().toList()) {
      line++;
      try {
        if (!each.isBlank()) {
          rules.add(Json.read(each, Rule.class));
        }
      } catch (MalformedException e) {
        throw Failure.of("model.script", file, line, String.valueOf(e.getMessage()));
      }
    }
    return new Script(rules);
  }
}
