package luotuo.model.record;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;
import org.jspecify.annotations.Nullable;

/// Reads a table of prices, and says in one sentence what is wrong in it: file, line, and what
/// could stand there.
final class PriceReader {
  private static final List<String> KEYS = List.of("prompt", "cached", "reply", "currency");

  private final Path file;
  private final String text;

  PriceReader(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /// In the order in which they stand.
  Map<String, Price> prices() {
    Map<String, Price> prices = new LinkedHashMap<>();
    if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
      return prices;
    }
    parsed().forEach((name, price) -> prices.put(String.valueOf(name), price(name, price)));
    return prices;
  }

  private Map<?, ?> parsed() {
    try {
      return Yaml.read(text, Map.class);
    } catch (MalformedException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Failure(Problem.of("model.prices.malformed", file, e.line(), why), e);
    }
  }

  private Price price(Object name, @Nullable Object value) {
    int from = Yaml.lineOf(text, String.valueOf(name), 0);
    if (!(value instanceof Map<?, ?> keys)) {
      throw Failure.of("model.prices.shape", file, from, name);
    }
    for (Object key : keys.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        int line = Yaml.lineOf(text, String.valueOf(key), from - 1);
        throw Failure.of("model.prices.key", file, line, key, String.join(", ", KEYS));
      }
    }
    double prompt = number(keys, "prompt", from);
    double cached = keys.containsKey("cached") ? number(keys, "cached", from) : prompt;
    Object currency = keys.get("currency");
    return new Price(
        prompt,
        cached,
        number(keys, "reply", from),
        currency == null ? "" : currency.toString().strip());
  }

  private double number(Map<?, ?> keys, String key, int from) {
    Object value = keys.get(key);
    if (value instanceof Number number
        && number.doubleValue() >= 0
        && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    int line = keys.containsKey(key) ? Yaml.lineOf(text, key, from - 1) : from;
    throw Failure.of("model.prices.number", file, line, key);
  }
}
