package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luotuo.job.Failure;

/// Jinja's filters, those that chat templates use.
final class Filters {
  private final Budget budget;
  private final Methods methods;
  private final Tests tests;

  Filters(Budget budget, Methods methods, Tests tests) {
    this.budget = budget;
    this.methods = methods;
    this.tests = tests;
  }

  /// @throws Failure `model.template.unknown` for a filter that is not known here
  Value apply(String name, Value of, Given given) {
    return switch (name) {
      case "trim" -> new Value.Text(Strings.strip(text(of), given.text(0, "chars"), true, true));
      case "upper" -> new Value.Text(text(of).toUpperCase(Locale.ROOT));
      case "lower" -> new Value.Text(text(of).toLowerCase(Locale.ROOT));
      case "capitalize" -> new Value.Text(Strings.capitalized(text(of)));
      case "string" -> new Value.Text(text(of));
      case "safe" -> of;
      case "replace" -> methods.replace(text(of), given);
      case "length", "count" -> new Value.Whole(length(of));
      case "default", "d" -> otherwise(of, given);
      case "tojson" -> json(of, given);
      case "int" -> whole(of, given);
      case "float" -> real(of, given);
      case "abs" -> abs(of);
      case "items" -> pairs(of);
      case "first" -> end(items(of, name), true);
      case "last" -> end(items(of, name), false);
      case "list" -> new Value.Items(items(of, name));
      case "reverse" -> reversed(of);
      case "join" -> joined(items(of, name), given);
      case "map" -> mapped(items(of, name), given);
      case "select" -> kept(items(of, name), given, true);
      case "reject" -> kept(items(of, name), given, false);
      case "selectattr" -> keptBy(items(of, name), given, true);
      case "rejectattr" -> keptBy(items(of, name), given, false);
      default -> throw budget.faults().unknown(budget.line(), "| " + name);
    };
  }

  private Failure unfit(String name) {
    return budget.faults().value(budget.line(), "| " + name);
  }

  private String text(Value of) {
    String text = Spelling.text(of, budget);
    budget.text(text.length());
    return text;
  }

  /// What a loop over a value goes through; nothing where it is missing.
  ///
  /// @param what wants to, for the message
  /// @throws Failure `model.template.value` where it is nothing to go through
  List<Value> items(Value of, String what) {
    List<Value> items =
        switch (of) {
          case Value.Items(List<Value> all, int _) -> all;
          case Value.Fields(Map<String, Value> fields, int _) ->
              ((Value.Items) Methods.texts(List.copyOf(fields.keySet()))).items();
          case Value.Text(String text) ->
              text.codePoints()
                  .mapToObj(p -> (Value) new Value.Text(Character.toString(p)))
                  .toList();
          case Value.Missing _ -> List.of();
          case Value.Whole _, Value.Real _, Value.Flag _, Value.Nothing _ -> throw unfit(what);
          case Value.Space _, Value.Builtin _, Value.Macro _ -> throw unfit(what);
        };
    budget.spend(items.size());
    return items;
  }

  private long length(Value of) {
    return switch (of) {
      case Value.Text(String text) -> text.codePointCount(0, text.length());
      case Value.Items(List<Value> items, int _) -> items.size();
      case Value.Fields(Map<String, Value> fields, int _) -> fields.size();
      case Value.Missing _ -> 0;
      case Value.Whole _, Value.Real _, Value.Flag _, Value.Nothing _ -> throw unfit("length");
      case Value.Space _, Value.Builtin _, Value.Macro _ -> throw unfit("length");
    };
  }

  private static Value otherwise(Value of, Given given) {
    boolean absent = of instanceof Value.Missing || given.flag(1, "boolean") && !of.holds();
    return absent ? given.get(0, "default_value", new Value.Text("")) : of;
  }

  private Value json(Value of, Given given) {
    for (String option : given.named().keySet()) {
      boolean plain = option.equals("ensure_ascii") && !given.flag(0, "ensure_ascii");
      if (!option.equals("indent") && !plain) {
        throw budget.faults().unknown(budget.line(), "| tojson(" + option + ")");
      }
    }
    if (!given.placed().isEmpty()) {
      throw budget.faults().unknown(budget.line(), "| tojson(…)");
    }
    int indent = (int) Math.clamp(given.whole(0, "indent", -1), -1, 16);
    return new Value.Text(Spelling.json(of, indent, budget));
  }

  private static Value whole(Value of, Given given) {
    Double number = of.amount();
    if (number != null) {
      return new Value.Whole(of instanceof Value.Whole(long exact) ? exact : number.longValue());
    }
    try {
      String text = of instanceof Value.Text(String digits) ? digits.strip() : "";
      return new Value.Whole(
          text.matches("[+-]?[0-9]+") ? Long.parseLong(text) : (long) Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return given.get(0, "default", new Value.Whole(0));
    }
  }

  private static Value real(Value of, Given given) {
    Double number = of.amount();
    try {
      String text = of instanceof Value.Text(String digits) ? digits.strip() : "";
      return new Value.Real(number != null ? number : Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return given.get(0, "default", new Value.Real(0));
    }
  }

  private Value abs(Value of) {
    return switch (of) {
      case Value.Whole(long number) when number != Long.MIN_VALUE ->
          new Value.Whole(Math.abs(number));
      case Value.Real(double number) -> new Value.Real(Math.abs(number));
      default -> throw unfit("abs");
    };
  }

  private Value pairs(Value of) {
    return switch (of) {
      case Value.Fields(Map<String, Value> fields, int _) -> {
        budget.spend(fields.size());
        yield Methods.pairs(fields);
      }
      case Value.Missing _ -> new Value.Items(List.of());
      default -> throw unfit("items");
    };
  }

  private static Value end(List<Value> items, boolean first) {
    if (items.isEmpty()) {
      return new Value.Missing(first ? "first" : "last");
    }
    return first ? items.getFirst() : items.getLast();
  }

  private Value reversed(Value of) {
    if (of instanceof Value.Text(String text)) {
      budget.text(text.length());
      return new Value.Text(new StringBuilder(text).reverse().toString());
    }
    var items = new ArrayList<>(items(of, "reverse"));
    Collections.reverse(items);
    return new Value.Items(items);
  }

  private Value joined(List<Value> items, Given given) {
    String by = given.text(0, "d");
    Value attribute = given.get(1, "attribute");
    List<Value> all = items;
    if (attribute instanceof Value.Text(String name)) {
      all = items.stream().map(item -> field(item, name)).toList();
    }
    return new Value.Text(methods.joined(all, by == null ? "" : by));
  }

  private static Value field(Value of, String name) {
    Value found =
        switch (of) {
          case Value.Fields(Map<String, Value> fields, int _) -> fields.get(name);
          case Value.Space(Map<String, Value> fields) -> fields.get(name);
          default -> null;
        };
    return found == null ? new Value.Missing(name) : found;
  }

  private Value mapped(List<Value> items, Given given) {
    if (given.named().get("attribute") instanceof Value.Text(String name)) {
      Value otherwise = given.named().get("default");
      return new Value.Items(
          items.stream()
              .map(item -> field(item, name))
              .map(v -> v instanceof Value.Missing && otherwise != null ? otherwise : v)
              .toList());
    }
    if (given.text(0, "") instanceof String filter) {
      Given rest = rest(given, 1);
      return new Value.Items(items.stream().map(item -> apply(filter, item, rest)).toList());
    }
    throw unfit("map");
  }

  private static Given rest(Given given, int from) {
    int start = Math.min(from, given.placed().size());
    return new Given(given.placed().subList(start, given.placed().size()), given.named());
  }

  private Value kept(List<Value> items, Given given, boolean wanted) {
    return new Value.Items(
        items.stream().filter(item -> passes(item, given, 0) == wanted).toList());
  }

  private Value keptBy(List<Value> items, Given given, boolean wanted) {
    if (given.text(0, "") instanceof String name) {
      return new Value.Items(
          items.stream().filter(item -> passes(field(item, name), given, 1) == wanted).toList());
    }
    throw unfit(wanted ? "selectattr" : "rejectattr");
  }

  /// @param place of the test's name among the arguments; without one, a value has to hold
  private boolean passes(Value value, Given given, int place) {
    String test = given.text(place, "");
    return test == null ? value.holds() : tests.holds(test, value, rest(given, place + 1));
  }
}
