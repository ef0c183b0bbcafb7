package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.job.Failure;

/// Reads the statements of a template.
final class Statements {
  private final Tokens tokens;
  private final Expressions expressions;

  private Statements(Tokens tokens) {
    this.tokens = tokens;
    expressions = new Expressions(tokens);
  }

  /// @throws luotuo.job.Failure `model.template.unknown` for what is not known, or not closed
  static List<Statement> of(Faults faults, String source) {
    var tokens = new Tokens(faults, Lexer.tokens(faults, source));
    List<Statement> all = new Statements(tokens).until(Set.of());
    if (tokens.peek().type() != Token.Type.END) {
      throw tokens.unexpected();
    }
    return all;
  }

  /// Reads to a tag that begins with one of these names, of which it takes the `{%`.
  private List<Statement> until(Set<String> ends) {
    tokens.enter();
    var statements = new ArrayList<Statement>();
    while (true) {
      Token token = tokens.peek();
      if (token.type() == Token.Type.PLAIN) {
        tokens.next();
        statements.add(new Statement.Plain(token.line(), token.text()));
      } else if (tokens.isTag("{{")) {
        statements.add(output());
      } else if (tokens.isTag("{%") && !ends.contains(tokens.peek(1).text())) {
        tokens.next();
        statement(statements);
      } else {
        break;
      }
    }
    tokens.leave();
    if (!ends.isEmpty()) {
      tokens.expectTag("{%");
    }
    return statements;
  }

  private Statement output() {
    int line = tokens.next().line();
    Expression value = expressions.list();
    tokens.expectTag("}}");
    return new Statement.Output(line, value);
  }

  private void statement(List<Statement> to) {
    Token name = tokens.peek();
    tokens.expectName();
    switch (name.text()) {
      case "if" -> to.add(conditional(name.line()));
      case "for" -> to.add(loop(name.line()));
      case "set" -> to.add(set(name.line()));
      case "macro" -> to.add(macro(name.line()));
      case "break" -> to.add(ended(new Statement.Break(name.line())));
      case "continue" -> to.add(ended(new Statement.Continue(name.line())));
      case "generation" -> to.addAll(generation());
      default -> throw unknown(name);
    }
  }

  private Failure unknown(Token name) {
    return tokens.faults().unknown(name.line(), "{% " + name.text() + " %}");
  }

  private Statement ended(Statement statement) {
    tokens.expectTag("%}");
    return statement;
  }

  /// Marks what the model says, for training; as if it were not there.
  private List<Statement> generation() {
    tokens.expectTag("%}");
    List<Statement> body = until(Set.of("endgeneration"));
    end("endgeneration");
    return body;
  }

  private void end(String name) {
    if (!tokens.takeName(name)) {
      throw tokens.unexpected();
    }
    tokens.expectTag("%}");
  }

  private Statement conditional(int line) {
    var conditions = new ArrayList<Expression>();
    var bodies = new ArrayList<List<Statement>>();
    do {
      conditions.add(expressions.or());
      tokens.expectTag("%}");
      bodies.add(until(Set.of("elif", "else", "endif")));
    } while (tokens.takeName("elif"));
    if (tokens.takeName("else")) {
      tokens.expectTag("%}");
      bodies.add(until(Set.of("endif")));
    }
    end("endif");
    return new Statement.If(line, conditions, bodies);
  }

  private Statement loop(int line) {
    List<String> names = names();
    if (!tokens.takeName("in")) {
      throw tokens.unexpected();
    }
    Expression items = expressions.or();
    Expression condition = tokens.takeName("if") ? expressions.or() : null;
    tokens.expectTag("%}");
    List<Statement> body = until(Set.of("else", "endfor"));
    List<Statement> otherwise = List.of();
    if (tokens.takeName("else")) {
      tokens.expectTag("%}");
      otherwise = until(Set.of("endfor"));
    }
    end("endfor");
    return new Statement.For(line, names, items, condition, body, otherwise);
  }

  private List<String> names() {
    boolean bracket = tokens.takeOperator("(");
    var names = new ArrayList<>(List.of(tokens.expectName()));
    while (tokens.takeOperator(",")) {
      names.add(tokens.expectName());
    }
    if (bracket) {
      tokens.expectOperator(")");
    }
    return names;
  }

  private Statement set(int line) {
    if (tokens.peek(1).is(Token.Type.OPERATOR, ".")) {
      return setField(line);
    }
    List<String> names = names();
    if (tokens.takeOperator("=")) {
      Expression value = expressions.list();
      return ended(new Statement.Set(line, names, value));
    }
    if (names.size() > 1) {
      throw tokens.unexpected();
    }
    tokens.expectTag("%}");
    List<Statement> body = until(Set.of("endset"));
    end("endset");
    return new Statement.SetBody(line, names.getFirst(), body);
  }

  private Statement setField(int line) {
    String space = tokens.expectName();
    tokens.expectOperator(".");
    String field = tokens.expectName();
    tokens.expectOperator("=");
    Expression value = expressions.list();
    return ended(new Statement.SetField(line, space, field, value));
  }

  private Statement macro(int line) {
    String name = tokens.expectName();
    tokens.expectOperator("(");
    var parameters = new ArrayList<String>();
    Map<String, Expression> defaults = new LinkedHashMap<>();
    while (!tokens.takeOperator(")")) {
      String parameter = tokens.expectName();
      parameters.add(parameter);
      if (tokens.takeOperator("=")) {
        defaults.put(parameter, expressions.expression());
      }
      if (!tokens.isOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    tokens.expectTag("%}");
    List<Statement> body = until(Set.of("endmacro"));
    end("endmacro");
    return new Statement.Macro(line, name, parameters, defaults, body);
  }
}
