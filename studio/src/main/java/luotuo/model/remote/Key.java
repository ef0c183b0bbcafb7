package luotuo.model.remote;

import luotuo.job.Failure;

/// What a server knows its customer by. It shows itself to nobody but the server.
public final class Key {
  /// No key, as servers on the same machine have it.
  public static final Key NONE = new Key("");

  private static final int SHORTEST_WORTH_HIDING = 4;

  private final String secret;

  private Key(String secret) {
    this.secret = secret;
  }

  /// @param from where it was found, for the message
  /// @throws Failure `model.remote.key.form` if it is blank or cannot stand in a header
  public static Key of(String secret, String from) {
    String stripped = secret.strip();
    if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw Failure.of("model.remote.key.form", from);
    }
    return new Key(stripped);
  }

  boolean none() {
    return secret.isEmpty();
  }

  String header() {
    return "Bearer " + secret;
  }

  /// The text with this key made unreadable: some servers repeat it in their messages.
  String hiddenIn(String text) {
    return secret.length() < SHORTEST_WORTH_HIDING ? text : text.replace(secret, "•••");
  }

  @Override
  public String toString() {
    return none() ? "no key" : "a key";
  }
}
