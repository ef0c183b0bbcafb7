package luotuo.model.gguf.token;

import org.jspecify.annotations.Nullable;

/// What a token of a vocabulary is for, by the number that a file gives it.
enum Kind {
  UNDEFINED,
  NORMAL,
  /// Stands for what the vocabulary cannot say.
  UNKNOWN,
  /// Structure, such as the end of a turn; never made from text of the outside.
  CONTROL,
  /// A text that is always one token.
  USER_DEFINED,
  UNUSED,
  /// One byte, written `<0x0A>`.
  BYTE;

  private static final Kind[] ALL = values();

  /// @return null where the number stands for nothing
  static @Nullable Kind of(long number) {
    return number >= 0 && number < ALL.length ? ALL[(int) number] : null;
  }

  /// Whether its text means something only where the text comes from a template.
  boolean isMark() {
    return switch (this) {
      case CONTROL, UNKNOWN -> true;
      case UNDEFINED, NORMAL, USER_DEFINED, UNUSED, BYTE -> false;
    };
  }
}
