package luotuo.model.record;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.model.Message;
import luotuo.store.GrowingFolder;
import luotuo.store.Hash;

/// How many tokens texts and prompts are, as the recorded model counted them: prompts are cut to
/// their budget by these counts, so a replay needs the same ones to ask the same questions.
///
/// In the file a line for each; what was counted first stays, so that a model whose estimates
/// change is recorded as if they did not.
final class Counts {
  private static final String FILE = "counts.jsonl";
  private static final Pattern LINE =
      Pattern.compile("\\{\"sha256\":\"([0-9a-f]{64})\",\"tokens\":(\\d{1,9})}");

  private final GrowingFolder folder;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  Counts(GrowingFolder folder) {
    this.folder = folder;
    folder.text(FILE).ifPresent(text -> text.lines().forEach(this::read));
  }

  /// A line that a power cut or a full disk left in pieces says nothing.
  private void read(String line) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.matches()) {
      known.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
  }

  static String key(String text) {
    return Hash.sha256("text " + text);
  }

  static String key(List<Message> messages) {
    return Hash.sha256("messages " + CanonicalJson.of(messages));
  }

  OptionalInt of(String key) {
    Integer count = known.get(key);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /// The count that is known, or the one that is told now and is known from then on.
  int of(String key, IntSupplier counted) {
    Integer count = known.get(key);
    return count == null ? learn(key, counted.getAsInt()) : count;
  }

  private int learn(String key, int tokens) {
    Integer earlier = known.putIfAbsent(key, tokens);
    if (earlier != null) {
      return earlier;
    }
    folder.append(FILE, "{\"sha256\":\"" + key + "\",\"tokens\":" + tokens + "}");
    return tokens;
  }
}
