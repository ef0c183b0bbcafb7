package luotuo.chat;

/// What small talk is meant as.
public enum Intent {
  HELLO,
  WHO,
  ABILITY,
  THANKS,
  BYE,
  /// A laugh, a yes, a word of praise: it goes along with what was said, and asks nothing.
  NOD,
  /// Nothing that can be answered: a lone mark, an emoji, letters at random.
  PUZZLED,
  /// Something that the speaker tells of themselves, which is no question.
  TELLING,
  /// A pasted text too long to be a question.
  LONG;

  /// The key under which a persona keeps its replies to it.
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
