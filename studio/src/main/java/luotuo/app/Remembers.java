package luotuo.app;

/// Whether, and how, a persona learns from what people say to it.
public enum Remembers {
  NOTHING,
  /// What the rules hear.
  BY_RULE,
  /// What the language model that speaks takes out of it, guarded by the rules; it also tells what
  /// changed, and draws conclusions.
  BY_MODEL
}
