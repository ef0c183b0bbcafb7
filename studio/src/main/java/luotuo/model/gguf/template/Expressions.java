package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads expressions, by recursive descent; each method is a level of precedence, loosest first.
///
/// @see <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja's expressions</a>
final class Expressions {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  /// Tests whose argument may stand without brackets.
  private static final Set<String> COMPARING =
      Set.of("divisibleby", "equalto", "eq", "ne", "in", "sameas", "lt", "le", "gt", "ge");

  private static final Set<String> WORDS =
      Set.of("if", "else", "elif", "and", "or", "not", "in", "is", "for", "recursive");

  private final Tokens tokens;

  Expressions(Tokens tokens) {
    this.tokens = tokens;
  }

  /// An expression, or several with commas between them, which are a list.
  Expression list() {
    Expression first = expression();
    if (!tokens.isOperator(",")) {
      return first;
    }
    var items = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",")) {
      if (tokens.isOperator(")") || tokens.peek().type() == Token.Type.TAG) {
        break;
      }
      items.add(expression());
    }
    return new Expression.ListOf(items);
  }

  Expression expression() {
    tokens.enter();
    Expression result = or();
    while (tokens.takeName("if")) {
      Expression condition = or();
      Expression otherwise = tokens.takeName("else") ? expression() : null;
      result = new Expression.Choice(condition, result, otherwise);
    }
    tokens.leave();
    return result;
  }

  /// Without `x if y else z`, as in the head of a `for`.
  Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    if (!tokens.takeName("not")) {
      return compare();
    }
    tokens.enter();
    var not = new Expression.Not(not());
    tokens.leave();
    return not;
  }

  private Expression compare() {
    Expression first = sum();
    var operators = new ArrayList<String>();
    var rest = new ArrayList<Expression>();
    for (String operator = comparison(); operator != null; operator = comparison()) {
      operators.add(operator);
      rest.add(sum());
    }
    return rest.isEmpty() ? first : new Expression.Compare(first, operators, rest);
  }

  private @Nullable String comparison() {
    Token token = tokens.peek();
    if (token.type() == Token.Type.OPERATOR && COMPARISONS.contains(token.text())) {
      return tokens.next().text();
    }
    if (tokens.isName("not") && tokens.peek(1).is(Token.Type.NAME, "in")) {
      tokens.next();
      tokens.next();
      return "not in";
    }
    return tokens.takeName("in") ? "in" : null;
  }

  private Expression sum() {
    Expression left = joined();
    while (tokens.isOperator("+") || tokens.isOperator("-")) {
      left = new Expression.Binary(tokens.next().text(), left, joined());
    }
    return left;
  }

  private Expression joined() {
    Expression left = product();
    while (tokens.takeOperator("~")) {
      left = new Expression.Binary("~", left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (tokens.isOperator("*")
        || tokens.isOperator("/")
        || tokens.isOperator("//")
        || tokens.isOperator("%")) {
      left = new Expression.Binary(tokens.next().text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = signed(true);
    while (tokens.takeOperator("**")) {
      left = new Expression.Binary("**", left, signed(true));
    }
    return left;
  }

  private Expression signed(boolean filtered) {
    boolean minus = tokens.isOperator("-");
    Expression result;
    if (minus || tokens.isOperator("+")) {
      tokens.next();
      tokens.enter();
      result = new Expression.Sign(minus, signed(false));
      tokens.leave();
    } else {
      result = primary();
    }
    result = accessed(result);
    return filtered ? filtered(result) : result;
  }

  private Expression primary() {
    Token token = tokens.peek();
    return switch (token.type()) {
      case NAME -> name();
      case STRING -> string();
      case WHOLE -> constant(new Value.Whole(Long.parseLong(tokens.next().text())));
      case REAL -> constant(new Value.Real(Double.parseDouble(tokens.next().text())));
      case OPERATOR -> bracket();
      case PLAIN, TAG, END -> throw tokens.unexpected();
    };
  }

  private static Expression constant(Value value) {
    return new Expression.Constant(value);
  }

  private Expression name() {
    if (WORDS.contains(tokens.peek().text())) {
      throw tokens.unexpected();
    }
    String name = tokens.next().text();
    return switch (name) {
      case "true", "True" -> constant(new Value.Flag(true));
      case "false", "False" -> constant(new Value.Flag(false));
      case "none", "None" -> constant(Value.Nothing.NONE);
      default -> new Expression.Name(name);
    };
  }

  private Expression string() {
    var text = new StringBuilder();
    while (tokens.peek().type() == Token.Type.STRING) {
      text.append(tokens.next().text());
    }
    return constant(new Value.Text(text.toString()));
  }

  private Expression bracket() {
    if (tokens.takeOperator("(")) {
      Expression inside = tokens.isOperator(")") ? new Expression.ListOf(List.of()) : list();
      tokens.expectOperator(")");
      return inside;
    }
    if (tokens.takeOperator("[")) {
      return new Expression.ListOf(until("]"));
    }
    if (tokens.takeOperator("{")) {
      return map();
    }
    throw tokens.unexpected();
  }

  private List<Expression> until(String close) {
    var items = new ArrayList<Expression>();
    while (!tokens.takeOperator(close)) {
      items.add(expression());
      if (!tokens.isOperator(close)) {
        tokens.expectOperator(",");
      }
    }
    return items;
  }

  private Expression map() {
    var keys = new ArrayList<Expression>();
    var values = new ArrayList<Expression>();
    while (!tokens.takeOperator("}")) {
      keys.add(expression());
      tokens.expectOperator(":");
      values.add(expression());
      if (!tokens.isOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    return new Expression.MapOf(keys, values);
  }

  private Expression accessed(Expression of) {
    Expression result = of;
    while (true) {
      if (tokens.takeOperator(".")) {
        result = attribute(result);
      } else if (tokens.takeOperator("[")) {
        result = item(result);
      } else if (tokens.takeOperator("(")) {
        result = new Expression.Call(result, arguments());
      } else {
        return result;
      }
    }
  }

  private Expression attribute(Expression of) {
    if (tokens.peek().type() == Token.Type.WHOLE) {
      return new Expression.Item(
          of, constant(new Value.Whole(Long.parseLong(tokens.next().text()))));
    }
    return new Expression.Attribute(of, tokens.expectName());
  }

  private Expression item(Expression of) {
    Expression from = tokens.isOperator(":") ? null : expression();
    if (from != null && tokens.takeOperator("]")) {
      return new Expression.Item(of, from);
    }
    tokens.expectOperator(":");
    Expression to = tokens.isOperator(":") || tokens.isOperator("]") ? null : expression();
    Expression step = null;
    if (tokens.takeOperator(":") && !tokens.isOperator("]")) {
      step = expression();
    }
    tokens.expectOperator("]");
    return new Expression.Slice(of, from, to, step);
  }

  private Expression.Arguments arguments() {
    var placed = new ArrayList<Expression>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!tokens.takeOperator(")")) {
      boolean isNamed =
          tokens.peek().type() == Token.Type.NAME && tokens.peek(1).is(Token.Type.OPERATOR, "=");
      if (isNamed) {
        String name = tokens.next().text();
        tokens.next();
        named.put(name, expression());
      } else if (named.isEmpty()) {
        placed.add(expression());
      } else {
        throw tokens.unexpected();
      }
      if (!tokens.isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Expression.Arguments(placed, named);
  }

  private Expression filtered(Expression of) {
    Expression result = of;
    while (true) {
      if (tokens.takeOperator("|")) {
        result = filter(result);
      } else if (tokens.takeName("is")) {
        result = test(result);
      } else if (tokens.takeOperator("(")) {
        result = new Expression.Call(result, arguments());
      } else {
        return result;
      }
    }
  }

  private Expression filter(Expression of) {
    String name = tokens.expectName();
    boolean given = tokens.takeOperator("(");
    return new Expression.Filter(of, name, given ? arguments() : Expression.Arguments.NONE);
  }

  private Expression test(Expression of) {
    boolean not = tokens.takeName("not");
    String name = tokens.expectName();
    var arguments = Expression.Arguments.NONE;
    if (tokens.takeOperator("(")) {
      arguments = arguments();
    } else if (COMPARING.contains(name)) {
      arguments = new Expression.Arguments(List.of(accessed(primary())), Map.of());
    }
    var test = new Expression.Test(of, name, arguments);
    return not ? new Expression.Not(test) : test;
  }
}
