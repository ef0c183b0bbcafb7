package luotuo.model.gguf;

/// The dials of a [GgufModel].
///
/// @param threads that compute, 1 to 64
/// @param context positions that a conversation may have, 0 for as many as the model was made for
///   and memory holds
/// @param caches conversations whose keys and values are kept, 1 to 64
public record GgufOptions(int threads, int context, int caches) {
  private static final int MOST = 64;

  /// All processors, the whole context, four conversations.
  public static final GgufOptions DEFAULT =
      new GgufOptions(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST), 0, 4);

  public GgufOptions {
    within("threads", threads, 1, MOST);
    within("context", context, 0, Integer.MAX_VALUE);
    within("caches", caches, 1, MOST);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "gguf." + name + " is " + value + ", not in " + least + " … " + most);
    }
  }

  public GgufOptions withThreads(int to) {
    return new GgufOptions(to, context, caches);
  }

  public GgufOptions withContext(int to) {
    return new GgufOptions(threads, to, caches);
  }

  public GgufOptions withCaches(int to) {
    return new GgufOptions(threads, context, to);
  }
}
