package luotuo.chat;

import java.util.Locale;

/// How what a model writes can fall out of the form of a reply.
public enum Slip {
  /// Words in somebody else's name.
  OTHERS,
  /// Words of a machine about itself, or of an actor about the role.
  MACHINE,
  /// What the prompt says, said again.
  PROMPT,
  /// What was just said, said again.
  ITSELF,
  /// A language that the persona does not speak.
  TONGUE,
  /// A number, a name or a word that nothing in memory supports.
  UNFOUNDED,
  /// No words at all.
  WORDLESS;

  /// In the log's terms.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
