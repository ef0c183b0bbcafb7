package luotuo.model.gguf.template;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;

/// Works out expressions.
final class Evaluator {
  /// Names of the functions that every template has.
  static final Set<String> FUNCTIONS =
      Set.of("raise_exception", "namespace", "range", "strftime_now", "dict");

  private final Budget budget;
  private final Clock clock;
  private final MacroCall macros;
  private final Arithmetic arithmetic;
  private final Methods methods;
  private final Tests tests;
  private final Filters filters;

  /// Runs the body of a macro.
  @FunctionalInterface
  interface MacroCall {
    Value call(Statement.Macro macro, Given given);
  }

  Evaluator(Budget budget, Clock clock, MacroCall macros) {
    this.budget = budget;
    this.clock = clock;
    this.macros = macros;
    arithmetic = new Arithmetic(budget);
    methods = new Methods(budget);
    tests = new Tests(budget);
    filters = new Filters(budget, methods, tests);
  }

  List<Value> items(Value of) {
    return filters.items(of, "for");
  }

  Value value(Expression expression, Scope scope) {
    budget.enter();
    Value value =
        switch (expression) {
          case Expression.Constant constant -> constant.value();
          case Expression.Name name -> scope.get(name.name());
          case Expression.ListOf list -> new Value.Items(all(list.items(), scope));
          case Expression.MapOf map -> map(map, scope);
          case Expression.Attribute attribute -> attribute(attribute, scope);
          case Expression.Item item -> item(item, scope);
          case Expression.Slice slice -> slice(slice, scope);
          case Expression.Call call -> call(call, scope);
          case Expression.Filter(Expression of, String name, var arguments) ->
              filters.apply(name, value(of, scope), given(arguments, scope));
          case Expression.Test(Expression of, String name, var arguments) ->
              flag(tests.holds(name, value(of, scope), given(arguments, scope)));
          case Expression.Not not -> flag(!value(not.of(), scope).holds());
          case Expression.Sign sign -> arithmetic.sign(sign.minus(), value(sign.of(), scope));
          case Expression.And and -> {
            Value left = value(and.left(), scope);
            yield left.holds() ? value(and.right(), scope) : left;
          }
          case Expression.Or or -> {
            Value left = value(or.left(), scope);
            yield left.holds() ? left : value(or.right(), scope);
          }
          case Expression.Compare compare -> flag(compare(compare, scope));
          case Expression.Binary binary -> binary(binary, scope);
          case Expression.Choice choice -> choice(choice, scope);
        };
    budget.leave();
    return value;
  }

  private static Value flag(boolean flag) {
    return new Value.Flag(flag);
  }

  private List<Value> all(List<Expression> expressions, Scope scope) {
    var values = new ArrayList<Value>();
    for (Expression expression : expressions) {
      values.add(value(expression, scope));
    }
    return values;
  }

  private Given given(Expression.Arguments arguments, Scope scope) {
    Map<String, Value> named = new LinkedHashMap<>();
    arguments.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
    return new Given(all(arguments.placed(), scope), named);
  }

  private Value map(Expression.MapOf map, Scope scope) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < map.keys().size(); i++) {
      if (!(value(map.keys().get(i), scope) instanceof Value.Text(String key))) {
        throw unfit("{…: …}");
      }
      fields.put(key, value(map.values().get(i), scope));
    }
    return new Value.Fields(fields);
  }

  private Failure unfit(String what) {
    return budget.faults().value(budget.line(), what);
  }

  private Value binary(Expression.Binary binary, Scope scope) {
    Value left = value(binary.left(), scope);
    Value right = value(binary.right(), scope);
    if (!binary.operator().equals("~")) {
      refuseMissing(left);
      refuseMissing(right);
    }
    return arithmetic.apply(binary.operator(), left, right);
  }

  private void refuseMissing(Value value) {
    if (value instanceof Value.Missing(String name)) {
      throw unfit(name);
    }
  }

  private Value choice(Expression.Choice choice, Scope scope) {
    if (value(choice.condition(), scope).holds()) {
      return value(choice.then(), scope);
    }
    Expression otherwise = choice.otherwise();
    return otherwise == null ? new Value.Missing("if") : value(otherwise, scope);
  }

  private boolean compare(Expression.Compare compare, Scope scope) {
    Value left = value(compare.first(), scope);
    for (int i = 0; i < compare.rest().size(); i++) {
      Value right = value(compare.rest().get(i), scope);
      if (!tests.compare(compare.operators().get(i), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Value attribute(Expression.Attribute attribute, Scope scope) {
    Value of = value(attribute.of(), scope);
    String name = attribute.name();
    refuseMissing(of);
    if (Methods.has(of, name)) {
      throw budget.faults().unknown(budget.line(), "." + name);
    }
    return field(of, name);
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

  private Value item(Expression.Item item, Scope scope) {
    Value of = value(item.of(), scope);
    refuseMissing(of);
    return switch (value(item.key(), scope)) {
      case Value.Text(String name) -> field(of, name);
      case Value.Whole(long place) -> place(of, place);
      default -> throw unfit("[…]");
    };
  }

  private Value place(Value of, long place) {
    var missing = new Value.Missing("[" + place + "]");
    return switch (of) {
      case Value.Items(List<Value> items, int _) -> {
        long at = place < 0 ? place + items.size() : place;
        yield at < 0 || at >= items.size() ? missing : items.get((int) at);
      }
      case Value.Text(String text) -> {
        budget.text(text.length());
        int count = text.codePointCount(0, text.length());
        long at = place < 0 ? place + count : place;
        yield at < 0 || at >= count ? missing : character(text, (int) at);
      }
      default -> missing;
    };
  }

  private static Value character(String text, int place) {
    return new Value.Text(Character.toString(text.codePointAt(text.offsetByCodePoints(0, place))));
  }

  private Value slice(Expression.Slice slice, Scope scope) {
    Value of = value(slice.of(), scope);
    Long from = bound(slice.from(), scope);
    Long to = bound(slice.to(), scope);
    Long step = bound(slice.step(), scope);
    if (step != null && step == 0) {
      throw unfit("[::0]");
    }
    long by = step == null ? 1 : step;
    return switch (of) {
      case Value.Items(List<Value> items, int _) -> {
        budget.spend(items.size());
        var some = new ArrayList<Value>();
        Slices.places(items.size(), from, to, by).forEach(i -> some.add(items.get(i)));
        yield new Value.Items(some);
      }
      case Value.Text(String text) -> {
        budget.text(2L * text.length());
        int[] points = text.codePoints().toArray();
        var some = new StringBuilder();
        Slices.places(points.length, from, to, by).forEach(i -> some.appendCodePoint(points[i]));
        yield new Value.Text(some.toString());
      }
      default -> throw unfit("[:]");
    };
  }

  private @Nullable Long bound(@Nullable Expression expression, Scope scope) {
    Value value = expression == null ? Value.Nothing.NONE : value(expression, scope);
    return switch (value) {
      case Value.Whole(long number) -> number;
      case Value.Nothing _ -> null;
      default -> throw unfit("[:]");
    };
  }

  private Value call(Expression.Call call, Scope scope) {
    if (call.callee() instanceof Expression.Attribute(Expression of, String name)) {
      return methods.call(value(of, scope), name, given(call.arguments(), scope));
    }
    Value callee = value(call.callee(), scope);
    Given given = given(call.arguments(), scope);
    return switch (callee) {
      case Value.Builtin(String name) -> function(name, given);
      case Value.Macro(Statement.Macro macro) -> macros.call(macro, given);
      case Value.Missing(String name) -> throw budget.faults().unknown(budget.line(), name + "()");
      default -> throw unfit("()");
    };
  }

  private Value function(String name, Given given) {
    return switch (name) {
      case "raise_exception" ->
          throw budget.faults().raised(Spelling.text(given.get(0, "message", none()), budget));
      case "namespace" -> new Value.Space(new LinkedHashMap<>(given.named()));
      case "dict" -> new Value.Fields(given.named());
      case "range" -> range(given);
      case "strftime_now" -> now(given);
      default -> throw budget.faults().unknown(budget.line(), name + "()");
    };
  }

  private static Value none() {
    return Value.Nothing.NONE;
  }

  private Value now(Given given) {
    String form = given.text(0, "format");
    String text = form == null ? null : Dates.format(ZonedDateTime.now(clock), form);
    if (text == null) {
      throw budget.faults().unknown(budget.line(), "strftime_now(" + form + ")");
    }
    return new Value.Text(text);
  }

  private Value range(Given given) {
    boolean one = given.placed().size() == 1;
    long from = one ? 0 : given.whole(0, "start", 0);
    long to = given.whole(one ? 0 : 1, "stop", 0);
    long step = given.whole(2, "step", 1);
    if (step == 0 || given.placed().isEmpty()) {
      throw unfit("range()");
    }
    var numbers = new ArrayList<Value>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      budget.spend(1);
      numbers.add(new Value.Whole(i));
    }
    return new Value.Items(numbers);
  }
}
