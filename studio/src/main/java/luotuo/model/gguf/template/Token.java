package luotuo.model.gguf.template;

/// A token of a template's source.
///
/// @param text of a string without its quotes, otherwise as it stands; of a tag without its dashes
/// @param line that it begins in, from 1
record Token(Type type, String text, int line) {
  enum Type {
    /// Text outside of tags.
    PLAIN,
    /// `{{`, `}}`, `{%` or `%}`
    TAG,
    NAME,
    STRING,
    WHOLE,
    REAL,
    OPERATOR,
    END
  }

  boolean is(Type wanted, String wantedText) {
    return type == wanted && text.equals(wantedText);
  }
}
