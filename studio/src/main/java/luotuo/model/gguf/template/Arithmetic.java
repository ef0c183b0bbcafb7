package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Failure;

/// Operators on numbers, texts and lists, as Python has them.
final class Arithmetic {
  private final Budget budget;

  Arithmetic(Budget budget) {
    this.budget = budget;
  }

  /// @param operator `+ - * / // % **` or `~`
  /// @throws luotuo.job.Failure `model.template.value` for values that it does not work on
  Value apply(String operator, Value left, Value right) {
    if (operator.equals("~")) {
      return text(Spelling.text(left, budget), Spelling.text(right, budget));
    }
    if (left instanceof Value.Whole(long a) && right instanceof Value.Whole(long b)) {
      return whole(operator, a, b);
    }
    Double a = left.amount();
    Double b = right.amount();
    if (a != null && b != null) {
      return real(operator, a, b);
    }
    return others(operator, left, right);
  }

  Value sign(boolean minus, Value of) {
    if (of instanceof Value.Whole(long number) && number != Long.MIN_VALUE) {
      return new Value.Whole(minus ? -number : number);
    }
    if (of instanceof Value.Real(double number)) {
      return new Value.Real(minus ? -number : number);
    }
    throw unfit(minus ? "-" : "+");
  }

  private Failure unfit(String operator) {
    return budget.faults().value(budget.line(), operator);
  }

  private Value text(String left, String right) {
    budget.text((long) left.length() + right.length());
    return new Value.Text(left + right);
  }

  private Value whole(String operator, long a, long b) {
    try {
      return switch (operator) {
        case "+" -> new Value.Whole(Math.addExact(a, b));
        case "-" -> new Value.Whole(Math.subtractExact(a, b));
        case "*" -> new Value.Whole(Math.multiplyExact(a, b));
        case "//" -> new Value.Whole(Math.floorDivExact(a, b));
        case "%" -> new Value.Whole(Math.floorMod(a, b));
        case "**" -> b < 0 ? real(operator, a, b) : new Value.Whole(power(a, b));
        default -> real(operator, a, b);
      };
    } catch (ArithmeticException e) {
      throw unfit(operator);
    }
  }

  private long power(long base, long exponent) {
    if (exponent > 64) {
      throw unfit("**");
    }
    long power = 1;
    for (long i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, base);
    }
    return power;
  }

  private Value real(String operator, double a, double b) {
    boolean divides = operator.equals("/") || operator.equals("//") || operator.equals("%");
    if (divides && b == 0) {
      throw unfit(operator);
    }
    return new Value.Real(
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "//" -> Math.floor(a / b);
          case "%" -> a - b * Math.floor(a / b);
          case "**" -> Math.pow(a, b);
          default -> throw budget.faults().unknown(budget.line(), operator);
        });
  }

  private Value others(String operator, Value left, Value right) {
    if (operator.equals("+")
        && left instanceof Value.Text(String a)
        && right instanceof Value.Text(String b)) {
      return text(a, b);
    }
    if (operator.equals("+")
        && left instanceof Value.Items(List<Value> a, int _)
        && right instanceof Value.Items(List<Value> b, int _)) {
      budget.spend((long) a.size() + b.size());
      var both = new ArrayList<>(a);
      both.addAll(b);
      return new Value.Items(both);
    }
    if (operator.equals("*")
        && left instanceof Value.Text(String a)
        && right instanceof Value.Whole(long times)) {
      long count = Math.clamp(times, 0, Integer.MAX_VALUE);
      budget.text(count * Math.max(1, a.length()));
      return new Value.Text(a.repeat((int) count));
    }
    throw unfit(operator);
  }
}
