package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import luotuo.job.Failure;

/// Methods of Python's strings and dictionaries, as templates call them.
final class Methods {
  private static final Set<String> OF_FIELDS =
      Set.of(
          "items",
          "keys",
          "values",
          "get",
          "pop",
          "update",
          "copy",
          "clear",
          "setdefault",
          "popitem");
  private static final Set<String> OF_TEXTS =
      Set.of(
          "strip",
          "lstrip",
          "rstrip",
          "split",
          "rsplit",
          "splitlines",
          "startswith",
          "endswith",
          "upper",
          "lower",
          "title",
          "capitalize",
          "replace",
          "find",
          "count",
          "join",
          "format",
          "isdigit",
          "index",
          "removeprefix",
          "removesuffix");

  private final Budget budget;

  Methods(Budget budget) {
    this.budget = budget;
  }

  /// Whether a value has a method of this name, known here or not.
  static boolean has(Value of, String name) {
    return switch (of) {
      case Value.Text _ -> OF_TEXTS.contains(name);
      case Value.Fields _ -> OF_FIELDS.contains(name);
      case Value.Items _ -> Set.of("append", "extend", "index", "count", "pop").contains(name);
      case Value.Whole _, Value.Real _, Value.Flag _, Value.Nothing _ -> false;
      case Value.Missing _, Value.Space _, Value.Builtin _, Value.Macro _ -> false;
    };
  }

  /// @throws luotuo.job.Failure `model.template.unknown` for a method that is not known here
  Value call(Value of, String name, Given given) {
    return switch (of) {
      case Value.Text(String text) -> ofText(text, name, given);
      case Value.Fields(Map<String, Value> fields, int _) -> ofFields(fields, name, given);
      case Value.Missing missing ->
          throw budget.faults().value(budget.line(), missing.name() + "." + name + "()");
      case Value.Items _, Value.Whole _, Value.Real _, Value.Flag _, Value.Nothing _ ->
          throw unknown(name);
      case Value.Space _, Value.Builtin _, Value.Macro _ -> throw unknown(name);
    };
  }

  private Failure unknown(String name) {
    return budget.faults().unknown(budget.line(), "." + name + "()");
  }

  private Value ofFields(Map<String, Value> fields, String name, Given given) {
    budget.spend(fields.size());
    return switch (name) {
      case "get" -> {
        String key = given.text(0, "key");
        Value value = key == null ? null : fields.get(key);
        yield value == null ? given.get(1, "default", Value.Nothing.NONE) : value;
      }
      case "keys" -> texts(List.copyOf(fields.keySet()));
      case "values" -> new Value.Items(List.copyOf(fields.values()));
      case "items" -> pairs(fields);
      case "copy" -> new Value.Fields(new LinkedHashMap<>(fields));
      default -> throw unknown(name);
    };
  }

  static Value pairs(Map<String, Value> fields) {
    var pairs = new ArrayList<Value>();
    fields.forEach((key, value) -> pairs.add(new Value.Items(List.of(new Value.Text(key), value))));
    return new Value.Items(pairs);
  }

  static Value texts(List<String> texts) {
    return new Value.Items(texts.stream().map(text -> (Value) new Value.Text(text)).toList());
  }

  private Value ofText(String text, String name, Given given) {
    budget.text(text.length());
    return switch (name) {
      case "strip" -> new Value.Text(Strings.strip(text, given.text(0, "chars"), true, true));
      case "lstrip" -> new Value.Text(Strings.strip(text, given.text(0, "chars"), true, false));
      case "rstrip" -> new Value.Text(Strings.strip(text, given.text(0, "chars"), false, true));
      case "upper" -> new Value.Text(text.toUpperCase(Locale.ROOT));
      case "lower" -> new Value.Text(text.toLowerCase(Locale.ROOT));
      case "title" -> new Value.Text(Strings.title(text));
      case "capitalize" -> new Value.Text(Strings.capitalized(text));
      case "startswith" -> new Value.Flag(meets(given, "startswith", text::startsWith));
      case "endswith" -> new Value.Flag(meets(given, "endswith", text::endsWith));
      case "split" -> split(text, given);
      case "splitlines" -> texts(text.lines().toList());
      case "replace" -> replace(text, given);
      case "find" -> new Value.Whole(find(text, wanted(given, "find")));
      case "isdigit" ->
          new Value.Flag(!text.isEmpty() && text.codePoints().allMatch(Character::isDigit));
      case "removeprefix" -> {
        String prefix = wanted(given, name);
        yield new Value.Text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
      }
      case "removesuffix" -> {
        String suffix = wanted(given, name);
        int kept = text.length() - (text.endsWith(suffix) ? suffix.length() : 0);
        yield new Value.Text(text.substring(0, kept));
      }
      case "join" -> {
        if (given.get(0, "iterable") instanceof Value.Items(List<Value> items, int _)) {
          yield new Value.Text(joined(items, text));
        }
        throw unfit(name);
      }
      default -> throw unknown(name);
    };
  }

  String joined(List<Value> items, String by) {
    var joined = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      String text = Spelling.text(items.get(i), budget);
      budget.text(text.length() + by.length());
      joined.append(i == 0 ? "" : by).append(text);
    }
    return joined.toString();
  }

  private Failure unfit(String name) {
    return budget.faults().value(budget.line(), "." + name + "()");
  }

  private String wanted(Given given, String name) {
    String text = given.text(0, "");
    if (text == null) {
      throw unfit(name);
    }
    return text;
  }

  private boolean meets(Given given, String name, Predicate<String> meets) {
    if (given.get(0, "") instanceof Value.Items(List<Value> items, int _)) {
      return items.stream().anyMatch(i -> i instanceof Value.Text(String t) && meets.test(t));
    }
    return meets.test(wanted(given, name));
  }

  private static long find(String text, String part) {
    int at = text.indexOf(part);
    return at < 0 ? -1 : text.codePointCount(0, at);
  }

  private Value split(String text, Given given) {
    String by = given.text(0, "sep");
    boolean strange = by == null && given.get(0, "sep", Value.Nothing.NONE) != Value.Nothing.NONE;
    if (strange || by != null && by.isEmpty()) {
      throw unfit("split");
    }
    List<String> parts = Strings.split(text, by, given.whole(1, "maxsplit", -1));
    budget.spend(parts.size());
    return texts(parts);
  }

  /// Also the filter of this name.
  Value replace(String text, Given given) {
    String from = given.text(0, "old");
    String to = given.text(1, "new");
    if (from == null || to == null) {
      throw unfit("replace");
    }
    if (from.isEmpty()) {
      throw unknown("replace");
    }
    long most = given.whole(2, "count", -1);
    var replaced = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf(from); at >= 0 && most != 0; at = text.indexOf(from, done)) {
      budget.text(at - done + to.length());
      replaced.append(text, done, at).append(to);
      done = at + from.length();
      most--;
    }
    return new Value.Text(replaced.append(text, done, text.length()).toString());
  }
}
