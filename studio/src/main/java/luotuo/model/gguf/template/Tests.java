package luotuo.model.gguf.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Jinja's tests, `value is name`, and its comparisons.
final class Tests {
  private final Budget budget;

  Tests(Budget budget) {
    this.budget = budget;
  }

  /// @throws luotuo.job.Failure `model.template.unknown` for a test that is not known here
  boolean holds(String name, Value of, Given given) {
    return switch (name) {
      case "defined" -> !(of instanceof Value.Missing);
      case "undefined" -> of instanceof Value.Missing;
      case "none" -> of == Value.Nothing.NONE;
      case "string" -> of instanceof Value.Text;
      case "mapping" -> of instanceof Value.Fields;
      case "iterable", "sequence" -> isSequence(of) || of instanceof Value.Missing;
      case "number" -> of.amount() != null;
      case "integer" -> of instanceof Value.Whole;
      case "float" -> of instanceof Value.Real;
      case "boolean" -> of instanceof Value.Flag;
      case "true" -> of instanceof Value.Flag(boolean flag) && flag;
      case "false" -> of instanceof Value.Flag(boolean flag) && !flag;
      case "callable" -> of instanceof Value.Builtin || of instanceof Value.Macro;
      case "odd" -> remainder(name, of, 2) != 0;
      case "even" -> remainder(name, of, 2) == 0;
      case "divisibleby" -> remainder(name, of, given.whole(0, "num", 0)) == 0;
      case "equalto", "eq" -> compare("==", of, argument(name, given));
      case "ne" -> compare("!=", of, argument(name, given));
      case "lt" -> compare("<", of, argument(name, given));
      case "le" -> compare("<=", of, argument(name, given));
      case "gt" -> compare(">", of, argument(name, given));
      case "ge" -> compare(">=", of, argument(name, given));
      case "in" -> compare("in", of, argument(name, given));
      default -> throw budget.faults().unknown(budget.line(), "is " + name);
    };
  }

  private Value argument(String name, Given given) {
    Value argument = given.get(0, "");
    if (argument == null) {
      throw budget.faults().value(budget.line(), "is " + name);
    }
    return argument;
  }

  private static boolean isSequence(Value of) {
    return of instanceof Value.Text || of instanceof Value.Items || of instanceof Value.Fields;
  }

  private long remainder(String name, Value of, long by) {
    if (of instanceof Value.Whole(long number) && by != 0) {
      return number % by;
    }
    throw budget.faults().value(budget.line(), "is " + name);
  }

  /// @param operator `==`, `!=`, `<`, `<=`, `>`, `>=`, `in` or `not in`
  /// @throws luotuo.job.Failure `model.template.value` for values that have no order
  boolean compare(String operator, Value left, Value right) {
    return switch (operator) {
      case "==" -> same(left, right);
      case "!=" -> !same(left, right);
      case "in" -> contains(right, left);
      case "not in" -> !contains(right, left);
      case "<" -> order(operator, left, right) < 0;
      case "<=" -> order(operator, left, right) <= 0;
      case ">" -> order(operator, left, right) > 0;
      case ">=" -> order(operator, left, right) >= 0;
      default -> throw budget.faults().unknown(budget.line(), operator);
    };
  }

  private boolean same(Value left, Value right) {
    budget.text(size(left));
    return left.same(right);
  }

  /// Roughly how long it takes to go through a value.
  private static long size(Value of) {
    return switch (of) {
      case Value.Text(String text) -> text.length();
      case Value.Items(List<Value> items, int _) -> items.stream().mapToLong(Tests::size).sum() + 4;
      case Value.Fields(Map<String, Value> fields, int _) ->
          fields.values().stream().mapToLong(Tests::size).sum() + 4;
      case Value.Whole _, Value.Real _, Value.Flag _, Value.Nothing _ -> 4;
      case Value.Missing _, Value.Space _, Value.Builtin _, Value.Macro _ -> 4;
    };
  }

  private boolean contains(Value in, Value part) {
    budget.text(size(in));
    return switch (in) {
      case Value.Text(String text) when part instanceof Value.Text(String wanted) ->
          text.contains(wanted);
      case Value.Items(List<Value> items, int _) -> items.stream().anyMatch(part::same);
      case Value.Fields(Map<String, Value> fields, int _) ->
          part instanceof Value.Text(String key) && fields.containsKey(key);
      case Value.Missing _ -> false;
      default -> throw budget.faults().value(budget.line(), "in");
    };
  }

  private int order(String operator, Value left, Value right) {
    @Nullable Double a = left.amount();
    @Nullable Double b = right.amount();
    if (a != null && b != null) {
      return Double.compare(a, b);
    }
    if (left instanceof Value.Text(String x) && right instanceof Value.Text(String y)) {
      budget.text(Math.min(x.length(), y.length()));
      return x.compareTo(y);
    }
    throw budget.faults().value(budget.line(), operator);
  }
}
