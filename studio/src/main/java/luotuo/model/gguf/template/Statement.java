package luotuo.model.gguf.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a template that does something. Each knows the line that it begins in.
sealed interface Statement {
  int line();

  /// Text as it stands.
  record Plain(int line, String text) implements Statement {}

  /// `{{ value }}`
  record Output(int line, Expression value) implements Statement {}

  /// `{% if %} … {% elif %} … {% else %}`
  ///
  /// @param conditions of the bodies, which may be one more: the `else`
  record If(int line, List<Expression> conditions, List<List<Statement>> bodies)
      implements Statement {}

  /// `{% for names in items if condition %} … {% else %} …`
  record For(
      int line,
      List<String> names,
      Expression items,
      @Nullable Expression condition,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {}

  /// `{% set names = value %}`
  record Set(int line, List<String> names, Expression value) implements Statement {}

  /// `{% set space.field = value %}`
  record SetField(int line, String space, String field, Expression value) implements Statement {}

  /// `{% set name %} … {% endset %}`
  record SetBody(int line, String name, List<Statement> body) implements Statement {}

  /// `{% macro name(parameters) %} … {% endmacro %}`
  ///
  /// @param defaults of parameters that have one
  record Macro(
      int line,
      String name,
      List<String> parameters,
      Map<String, Expression> defaults,
      List<Statement> body)
      implements Statement {}

  record Break(int line) implements Statement {}

  record Continue(int line) implements Statement {}
}
