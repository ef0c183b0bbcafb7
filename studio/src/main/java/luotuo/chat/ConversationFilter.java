package luotuo.chat;

/// Which conversations to list.
///
/// @param persona with whom; empty for everybody
/// @param words that stand in a question or a reply, in any case; empty for all
public record ConversationFilter(String persona, String words) {
  public static final ConversationFilter ALL = new ConversationFilter("", "");

  /// All conversations with a persona.
  public static ConversationFilter with(String persona) {
    return new ConversationFilter(persona, "");
  }
}
