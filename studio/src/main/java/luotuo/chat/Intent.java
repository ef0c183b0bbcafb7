package luotuo.chat;

/// What small talk is meant as.
public enum Intent {
  HELLO,
  WHO,
  ABILITY,
  THANKS,
  BYE,
  /// Nothing that can be answered: a lone mark, an emoji, letters at random.
  PUZZLED,
  /// A pasted text too long to be a question.
  LONG;

  /// The key under which a persona keeps its replies to it.
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
