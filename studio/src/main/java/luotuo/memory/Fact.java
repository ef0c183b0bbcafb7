package luotuo.memory;

import java.time.Instant;

/// Something that a person told a persona about themselves, or that was concluded from it.
///
/// @param id above 0, once it is stored
/// @param text as stated
/// @param asked what had been said to the person just before, where the words lean on it; otherwise
///   empty
/// @param importance in 0 … 1
/// @param at when it was said
/// @param recalled when it last came to mind; at first when it was said
/// @param replacedBy the id of the later fact that holds in its place; 0 where it still holds
/// @param forgotten whether it was to be forgotten: it is kept for its history and never recalled
public record Fact(
    long id,
    Whose whose,
    Kind kind,
    String text,
    String asked,
    Origin origin,
    double importance,
    Instant at,
    Instant recalled,
    long replacedBy,
    boolean forgotten) {

  /// How it came to be known.
  public enum Kind {
    STATED,
    CONCLUDED
  }

  /// Where it was said: a turn of a conversation, or a line of a talk among several.
  ///
  /// @param conversation its id; empty for what was said among several or concluded
  /// @param turn the id of the turn, as the conversation's store gives it; 0 for none
  /// @param group the id of the talk among several; 0 for none
  /// @param number place of the turn in its conversation, or of the line in its talk, from 1
  public record Origin(String conversation, long turn, long group, int number) {
    public static final Origin NONE = new Origin("", 0, 0, 0);

    /// A turn of a conversation.
    public Origin(String conversation, long turn, int number) {
      this(conversation, turn, 0, number);
    }

    /// A line of a talk among several.
    public static Origin inGroup(long group, int number) {
      return new Origin("", 0, group, number);
    }

    public boolean isInGroup() {
      return group != 0;
    }

    /// What the conversation or the talk is called, such as `tokumi27` or `group-5`.
    public String called() {
      return isInGroup() ? "group-" + group : conversation;
    }
  }

  /// Whether it was replaced by a later one.
  public boolean outdated() {
    return replacedBy != 0;
  }

  static Fact stated(
      Whose whose, String text, String asked, Origin origin, double importance, Instant at) {
    return new Fact(0, whose, Kind.STATED, text, asked, origin, importance, at, at, 0, false);
  }

  static Fact concluded(Whose whose, String text, double importance, Instant at) {
    return new Fact(0, whose, Kind.CONCLUDED, text, "", Origin.NONE, importance, at, at, 0, false);
  }
}
