package luotuo.model.gguf.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a template that has a value.
sealed interface Expression {
  record Constant(Value value) implements Expression {}

  record Name(String name) implements Expression {}

  record ListOf(List<Expression> items) implements Expression {}

  record MapOf(List<Expression> keys, List<Expression> values) implements Expression {}

  /// `of.name`
  record Attribute(Expression of, String name) implements Expression {}

  /// `of[key]`
  record Item(Expression of, Expression key) implements Expression {}

  /// `of[from:to:step]`
  record Slice(
      Expression of, @Nullable Expression from, @Nullable Expression to, @Nullable Expression step)
      implements Expression {}

  record Call(Expression callee, Arguments arguments) implements Expression {}

  /// `of | name(arguments)`
  record Filter(Expression of, String name, Arguments arguments) implements Expression {}

  /// `of is name(arguments)`
  record Test(Expression of, String name, Arguments arguments) implements Expression {}

  record Not(Expression of) implements Expression {}

  /// `-of` or `+of`
  record Sign(boolean minus, Expression of) implements Expression {}

  record And(Expression left, Expression right) implements Expression {}

  record Or(Expression left, Expression right) implements Expression {}

  /// `first operators[0] rest[0] operators[1] rest[1] …`, as in `1 < x <= 3`
  record Compare(Expression first, List<String> operators, List<Expression> rest)
      implements Expression {}

  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /// `then if condition else otherwise`
  record Choice(Expression condition, Expression then, @Nullable Expression otherwise)
      implements Expression {}

  /// @param placed in order
  /// @param named by name
  record Arguments(List<Expression> placed, Map<String, Expression> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());
  }
}
