package luotuo.model;

/// One message of what a chat model is given.
///
/// @param role who speaks
/// @param text what is said, as it is; may be empty
public record Message(Role role, String text) {

  /// Who speaks in a message: the one who sets the rules, the one who asks, or the model itself.
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /// The name that protocols and templates use: `system`, `user`, `assistant`.
    public String id() {
      return switch (this) {
        case SYSTEM -> "system";
        case USER -> "user";
        case ASSISTANT -> "assistant";
      };
    }
  }

  public static Message system(String text) {
    return new Message(Role.SYSTEM, text);
  }

  public static Message user(String text) {
    return new Message(Role.USER, text);
  }

  public static Message assistant(String text) {
    return new Message(Role.ASSISTANT, text);
  }
}
