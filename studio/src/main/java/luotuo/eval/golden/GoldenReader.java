package luotuo.eval.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.json.YamlValue;

/// Reads golden dialogues: a list `dialogues`, each with a `name` and `turns`, each with `ask` and
/// what has to hold. What is wrong is told with file and line.
public final class GoldenReader {
  private static final List<String> FILE = List.of("dialogues");
  private static final List<String> DIALOGUE = List.of("name", "turns");
  private static final List<String> TURN =
      List.of("ask", "as", "until", "present", "says", "saysNot", "declines", "cites", "known");

  private final Path file;

  private GoldenReader(Path file) {
    this.file = file;
  }

  /// @throws Failure `golden.…`, or `persona.malformed` for a text that is not YAML
  public static List<GoldenDialogue> read(Path file, String text) {
    try {
      return new GoldenReader(file).dialogues(YamlValue.read(text));
    } catch (MalformedException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Failure(Problem.of("persona.malformed", file, e.line(), why), e);
    }
  }

  private List<GoldenDialogue> dialogues(YamlValue whole) {
    if (whole instanceof YamlValue.Nothing) {
      throw Failure.of("golden.empty", file, whole.line());
    }
    Map<String, YamlValue.Field> fields = fields(whole, FILE);
    List<GoldenDialogue> dialogues = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlValue each : items(required(fields, "dialogues", whole), "dialogues")) {
      GoldenDialogue dialogue = dialogue(each);
      if (!names.add(dialogue.name())) {
        throw Failure.of("golden.twice", file, dialogue.line(), dialogue.name());
      }
      dialogues.add(dialogue);
    }
    return dialogues;
  }

  private GoldenDialogue dialogue(YamlValue value) {
    Map<String, YamlValue.Field> fields = fields(value, DIALOGUE);
    String name = text(required(fields, "name", value), "name");
    List<GoldenTurn> turns =
        items(required(fields, "turns", value), "turns").stream().map(this::turn).toList();
    if (turns.stream().allMatch(turn -> turn.expected().isNothing())) {
      throw Failure.of("golden.nothing", file, value.line(), name);
    }
    return new GoldenDialogue(name, value.line(), turns);
  }

  private GoldenTurn turn(YamlValue value) {
    Map<String, YamlValue.Field> fields = fields(value, TURN);
    Expected expected =
        new Expected(
            choices(fields, "says"),
            texts(fields, "saysNot"),
            optional(fields, "declines").map(this::truth),
            choices(fields, "cites"));
    Optional<String> known = optional(fields, "known").map(v -> text(v, "known"));
    if (known.isPresent() && expected.isNothing()) {
      throw Failure.of("golden.known", file, value.line());
    }
    return new GoldenTurn(
        value.line(),
        text(required(fields, "ask", value), "ask"),
        optional(fields, "as").map(v -> text(v, "as")).orElse(""),
        optional(fields, "until").map(v -> text(v, "until")),
        texts(fields, "present"),
        expected,
        known);
  }

  private Map<String, YamlValue.Field> fields(YamlValue value, List<String> known) {
    if (!(value instanceof YamlValue.Fields map)) {
      throw Failure.of("golden.fields", file, value.line(), String.join(", ", known));
    }
    map.fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                String all = String.join(", ", known);
                throw Failure.of("golden.unknown", file, field.line(), name, all);
              }
            });
    return map.fields();
  }

  private YamlValue required(Map<String, YamlValue.Field> fields, String name, YamlValue within) {
    return optional(fields, name)
        .orElseThrow(() -> Failure.of("golden.missing", file, within.line(), name));
  }

  private static Optional<YamlValue> optional(Map<String, YamlValue.Field> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(YamlValue.Field::value);
  }

  /// At least one.
  private List<YamlValue> items(YamlValue value, String name) {
    if (value instanceof YamlValue.Items list && !list.items().isEmpty()) {
      return list.items();
    }
    throw Failure.of("golden.list", file, value.line(), name);
  }

  private String text(YamlValue value, String name) {
    if (value instanceof YamlValue.Text scalar && !scalar.text().isBlank()) {
      return scalar.text().strip();
    }
    throw Failure.of("golden.text", file, value.line(), name);
  }

  private boolean truth(YamlValue value) {
    String text = value instanceof YamlValue.Text scalar ? scalar.text() : "";
    if (!text.equals("true") && !text.equals("false")) {
      throw Failure.of("golden.truth", file, value.line(), "declines");
    }
    return text.equals("true");
  }

  /// One text, or a list of them.
  private List<String> texts(Map<String, YamlValue.Field> fields, String name) {
    Optional<YamlValue> value = optional(fields, name);
    if (value.isEmpty()) {
      return List.of();
    }
    Set<String> texts = new LinkedHashSet<>();
    several(value.get(), name).forEach(each -> texts.add(text(each, name)));
    return List.copyOf(texts);
  }

  /// One text, or a list of texts and of lists of alternatives.
  private List<List<String>> choices(Map<String, YamlValue.Field> fields, String name) {
    Optional<YamlValue> value = optional(fields, name);
    if (value.isEmpty()) {
      return List.of();
    }
    return several(value.get(), name).stream()
        .map(each -> several(each, name).stream().map(one -> text(one, name)).toList())
        .toList();
  }

  private List<YamlValue> several(YamlValue value, String name) {
    return value instanceof YamlValue.Items ? items(value, name) : List.of(value);
  }
}
