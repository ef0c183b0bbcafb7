package luotuo.model;

/// What a call took, in tokens of its model.
///
/// @param prompt tokens of what was given
/// @param cached how many of these were known from before and not computed again
/// @param reply tokens of what came back, thoughts included
/// @param counted whether the model counted; otherwise these are estimates
public record Usage(int prompt, int cached, int reply, boolean counted) {
  public static final Usage NONE = new Usage(0, 0, 0, true);

  /// Both together.
  public Usage plus(Usage other) {
    return new Usage(
        prompt + other.prompt,
        cached + other.cached,
        reply + other.reply,
        counted && other.counted);
  }

  public int total() {
    return prompt + reply;
  }
}
