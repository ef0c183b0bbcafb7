package luotuo.model;

/// How many tokens a text is.
@FunctionalInterface
public interface TokenCounter {
  int count(String text);
}
