package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.model.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
  @TempDir Path folder;

  private Prices prices(String text) {
    try {
      return Prices.read(Files.writeString(folder.resolve("prices.yaml"), text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onlyLocalModelsHaveAPriceFromTheStart() {
    var prices = Prices.read(folder.resolve("none.yaml"));
    for (String local : List.of("scripted", "qwen3-0.6b.gguf", "http://localhost:11434/v1#qwen3")) {
      assertEquals(Optional.of(Price.FREE), prices.of(local), local);
    }
    for (String paid : List.of("deepseek-chat", "https://api.example.org/v1#m", "")) {
      assertEquals(Optional.empty(), prices.of(paid), paid);
    }
  }

  @Test
  void theFirstPatternThatFitsCountsAndTheUsersGoFirst() {
    var prices =
        prices(
            """
            # my own
            "deep(seek)*.v1*": {prompt: 2, cached: 0.5, reply: 8.5, currency: CNY}
            deep*:
              prompt: 1.25
              reply: 3
            scripted*:
              prompt: 7
              reply: 7
            """);
    assertEquals(new Price(2, 0.5, 8.5, "CNY"), prices.known("Deep(Seek)-X.v1/chat"));
    assertEquals(new Price(1.25, 1.25, 3, ""), prices.known("deepseek"));
    assertEquals(7, prices.known("scripted").prompt());
  }

  @Test
  void aPriceIsPerMillion() {
    var price = new Price(2, 0.5, 8, "CNY");
    assertEquals((600 * 2 + 400 * 0.5 + 250 * 8) / 1e6, price.of(new Usage(1000, 400, 250, true)));
  }

  @Test
  void commentsAloneAreATableToo() {
    assertEquals(Optional.empty(), prices("# nothing yet\n\n").of("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:\\n  prompt: 1\\n  reply: 1\\nb:\\n  prompt: 1\\n  replies: 2|model.prices.key|6",
        "a:\\n  prompt: 1\\n  reply: 1\\nb:\\n  prompt: -1\\n  reply: 2|model.prices.number|5",
        "a:\\n  prompt: 1\\n  reply: 1\\nb:\\n  prompt: 1\\n  reply: much|model.prices.number|6",
        "a:\\n  prompt: 1\\n  reply: 1\\n  cached:|model.prices.number|4",
        "a:\\n  prompt: .nan\\n  reply: 1|model.prices.number|2",
        "\\na:\\n  prompt: 1|model.prices.number|2",
        "a:\\n  prompt: 1\\n  reply: 1\\nb: 3|model.prices.shape|4",
        "a:\\n  prompt: [1\\n|model.prices.malformed|2",
        "- a\\n- b|model.prices.malformed|1"
      })
  void whatIsWrongIsNamedWithItsLine(String text, String key, String line) {
    var failure = assertThrows(Failure.class, () -> prices(text.replace("\\n", "\n")).of("x"));
    assertEquals(key, failure.problem().key());
    assertEquals(line, failure.problem().arguments().get(1), failure.problem().toString());
  }
}
