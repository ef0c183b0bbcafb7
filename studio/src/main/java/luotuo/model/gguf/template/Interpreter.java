package luotuo.model.gguf.template;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the statements of a template, once.
final class Interpreter {
  /// Where to go after a statement.
  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  private final Budget budget;
  private final Evaluator evaluator;
  private final Scope root = new Scope(null);
  private StringBuilder out = new StringBuilder();

  Interpreter(Budget budget, Clock clock) {
    this.budget = budget;
    evaluator = new Evaluator(budget, clock, this::call);
    Evaluator.FUNCTIONS.forEach(name -> root.set(name, new Value.Builtin(name)));
  }

  String run(List<Statement> statements, Map<String, Value> variables) {
    variables.forEach(root::set);
    runAll(statements, root);
    return out.toString();
  }

  private Flow runAll(List<Statement> statements, Scope scope) {
    budget.enter();
    Flow flow = Flow.ON;
    for (int i = 0; i < statements.size() && flow == Flow.ON; i++) {
      budget.at(statements.get(i).line());
      flow = run(statements.get(i), scope);
    }
    budget.leave();
    return flow;
  }

  private Flow run(Statement statement, Scope scope) {
    budget.spend(1);
    return switch (statement) {
      case Statement.Plain plain -> write(plain.text());
      case Statement.Output output ->
          write(Spelling.text(evaluator.value(output.value(), scope), budget));
      case Statement.If condition -> choose(condition, scope);
      case Statement.For loop -> loop(loop, scope);
      case Statement.Set set -> set(set.names(), evaluator.value(set.value(), scope), scope);
      case Statement.SetField set -> setField(set, scope);
      case Statement.SetBody set -> {
        scope.set(set.name(), new Value.Text(captured(set.body(), new Scope(scope))));
        yield Flow.ON;
      }
      case Statement.Macro macro -> {
        scope.set(macro.name(), new Value.Macro(macro));
        yield Flow.ON;
      }
      case Statement.Break _ -> Flow.BREAK;
      case Statement.Continue _ -> Flow.CONTINUE;
    };
  }

  private Flow write(String text) {
    budget.text(text.length());
    out.append(text);
    return Flow.ON;
  }

  private Flow choose(Statement.If statement, Scope scope) {
    List<Expression> conditions = statement.conditions();
    for (int i = 0; i < statement.bodies().size(); i++) {
      if (i >= conditions.size() || evaluator.value(conditions.get(i), scope).holds()) {
        return runAll(statement.bodies().get(i), scope);
      }
    }
    return Flow.ON;
  }

  private Flow loop(Statement.For loop, Scope scope) {
    List<Value> items = kept(loop, scope);
    if (items.isEmpty()) {
      return runAll(loop.otherwise(), scope);
    }
    for (int i = 0; i < items.size(); i++) {
      budget.at(loop.line());
      Scope inner = new Scope(scope);
      set(loop.names(), items.get(i), inner);
      inner.set("loop", place(items, i));
      if (runAll(loop.body(), inner) == Flow.BREAK) {
        break;
      }
    }
    return Flow.ON;
  }

  private List<Value> kept(Statement.For loop, Scope scope) {
    List<Value> items = evaluator.items(evaluator.value(loop.items(), scope));
    Expression condition = loop.condition();
    if (condition == null) {
      return items;
    }
    var kept = new ArrayList<Value>();
    for (Value item : items) {
      Scope inner = new Scope(scope);
      set(loop.names(), item, inner);
      if (evaluator.value(condition, inner).holds()) {
        kept.add(item);
      }
    }
    return kept;
  }

  /// What a template knows of its place in a loop.
  private static Value place(List<Value> items, int i) {
    int n = items.size();
    Map<String, Value> loop = new LinkedHashMap<>();
    loop.put("index", new Value.Whole(i + 1));
    loop.put("index0", new Value.Whole(i));
    loop.put("revindex", new Value.Whole(n - i));
    loop.put("revindex0", new Value.Whole(n - i - 1));
    loop.put("first", new Value.Flag(i == 0));
    loop.put("last", new Value.Flag(i == n - 1));
    loop.put("length", new Value.Whole(n));
    if (i > 0) {
      loop.put("previtem", items.get(i - 1));
    }
    if (i < n - 1) {
      loop.put("nextitem", items.get(i + 1));
    }
    return new Value.Space(loop);
  }

  private Flow set(List<String> names, Value value, Scope scope) {
    if (names.size() == 1) {
      scope.set(names.getFirst(), value);
      return Flow.ON;
    }
    List<Value> parts = evaluator.items(value);
    if (parts.size() != names.size()) {
      throw budget.faults().value(budget.line(), String.join(", ", names));
    }
    for (int i = 0; i < parts.size(); i++) {
      scope.set(names.get(i), parts.get(i));
    }
    return Flow.ON;
  }

  private Flow setField(Statement.SetField set, Scope scope) {
    Value value = evaluator.value(set.value(), scope);
    if (!(scope.get(set.space()) instanceof Value.Space(Map<String, Value> fields))) {
      throw budget.faults().value(set.line(), set.space() + "." + set.field());
    }
    fields.put(set.field(), value);
    return Flow.ON;
  }

  private String captured(List<Statement> body, Scope scope) {
    StringBuilder outer = out;
    out = new StringBuilder();
    runAll(body, scope);
    String text = out.toString();
    out = outer;
    return text;
  }

  private Value call(Statement.Macro macro, Given given) {
    if (given.placed().size() > macro.parameters().size()
        || !macro.parameters().containsAll(given.named().keySet())) {
      throw budget.faults().value(budget.line(), macro.name() + "()");
    }
    var scope = new Scope(root);
    for (int i = 0; i < macro.parameters().size(); i++) {
      String parameter = macro.parameters().get(i);
      Value value = given.get(i, parameter);
      Expression otherwise = macro.defaults().get(parameter);
      if (value == null && otherwise != null) {
        value = evaluator.value(otherwise, scope);
      }
      scope.set(parameter, value == null ? new Value.Missing(parameter) : value);
    }
    return new Value.Text(captured(macro.body(), scope));
  }
}
