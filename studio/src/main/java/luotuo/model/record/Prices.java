package luotuo.model.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luotuo.job.Failure;
import luotuo.store.FileFailure;

/// What models cost: the user's `prices.yaml`, and behind it the table that ships, in which local
/// models are free and nothing else is known. Prices change too often to ship them.
///
///     # a model's name, in which * stands for anything; the first that fits counts
///     "deepseek-*":
///       prompt: 2.00       # per million tokens
///       cached: 0.50       # as prompt, where it is not given
///       reply: 8.00
///       currency: CNY
public final class Prices {
  public static final String FILE = "prices.yaml";
  private static final String SHIPPED = "prices.yaml";

  private final Path file;
  private final Map<Pattern, Price> byName = new LinkedHashMap<>();

  private Prices(Path file) {
    this.file = file;
  }

  /// @param file the user's; may be missing
  /// @throws Failure `model.prices.…` naming file and line
  public static Prices read(Path file) {
    Prices prices = new Prices(file);
    if (Files.exists(file)) {
      prices.add(file, text(file));
    }
    prices.add(Path.of(SHIPPED), shipped());
    return prices;
  }

  private void add(Path from, String text) {
    new PriceReader(from, text).prices().forEach((name, price) -> byName.put(fits(name), price));
  }

  private static Pattern fits(String name) {
    String parts =
        Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(parts, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /// What a model costs, where that is known.
  public Optional<Price> of(String model) {
    return byName.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(model).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// What a model costs, for those who cannot do without.
  ///
  /// @throws Failure `model.prices.unknown` with the lines to add
  public Price known(String model) {
    return of(model)
        .orElseThrow(() -> Failure.of("model.prices.unknown", model, file, quoted(model)));
  }

  private static String quoted(String model) {
    return "\"" + model.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static String shipped() {
    try (var in = Prices.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED, e);
    }
  }
}
