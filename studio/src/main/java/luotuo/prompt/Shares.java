package luotuo.prompt;

/// How the room of a prompt is shared out.
///
/// What a part does not need is left to the history, up to its own share. The question always has
/// what it needs.
///
/// @param persona the most that the persona may take, of the whole room
/// @param memories the most that memories of the asker may take, of what persona and question leave
/// @param summary the same for the summary of what was said earlier
/// @param scenes the same for scenes that came to mind
/// @param history the same for the latest turns
public record Shares(
    double persona, double memories, double summary, double scenes, double history) {
  public static final Shares DEFAULT = new Shares(0.5, 0.1, 0.15, 0.4);

  /// With whatever is left for the history.
  public Shares(double persona, double memories, double summary, double scenes) {
    this(persona, memories, summary, scenes, 1);
  }

  /// @throws IllegalArgumentException naming the setting and its range
  public Shares {
    within("persona", persona, 0.05, 0.8);
    within("memories", memories, 0, 0.9);
    within("summary", summary, 0, 0.9);
    within("scenes", scenes, 0, 0.9);
    within("history", history, 0, 1);
    if (memories + summary + scenes > 0.95) {
      throw new IllegalArgumentException(
          "shares.memories, summary and scenes are "
              + (memories + summary + scenes)
              + " together, more than 0.95");
    }
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "shares." + name + " is " + value + ", not in " + least + " … " + most);
    }
  }
}
