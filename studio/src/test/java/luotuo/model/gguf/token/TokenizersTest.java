package luotuo.model.gguf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens are those that llama.cpp makes of a thousand texts (`bench/reference/tokens.py`).
@Tag("real-model")
class TokenizersTest {
  private static final List<String> TEXTS = Fixtures.texts();

  @ParameterizedTest
  @ValueSource(strings = {"gpt-2", "smollm", "qwen2", "llama-bpe", "default"})
  void bytePairsAreTheReferences(String pre) throws IOException {
    agree("pairs-" + pre, pairs(pre));
  }

  @ParameterizedTest
  @CsvSource({"pieces, false", "pieces-space, true"})
  void sentencePiecesAreTheReferences(String rows, boolean space) throws IOException {
    agree(rows, pieces(space));
  }

  @ParameterizedTest
  @CsvSource({"smollm2, SmolLM2-135M-Instruct.Q4_1.gguf", "gemma3, gemma-3-270m-it-Q4_K_M.gguf"})
  void tokensOfRealModelsAreTheReferences(String rows, String file) throws IOException {
    var metadata = Fixtures.model(file);
    assumeTrue(metadata.isPresent(), file + " is not at hand: fetch it with .ci/models.sh");
    agree(rows, Tokenizers.of(metadata.get()));
  }

  private static void agree(String name, Tokenizer tokenizer) throws IOException {
    List<String> rows = Fixtures.rows(name);
    assertEquals(TEXTS.size(), rows.size());
    var wrong = new StringBuilder();
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      String text = TEXTS.get(i);
      String row =
          Fixtures.row(tokenizer.encode(text, false))
              + " "
              + Fixtures.row(tokenizer.encode(text, true));
      if (!row.equals(rows.get(i))) {
        count++;
        wrong.append("\n%d: %s, not %s: %s".formatted(i, row, rows.get(i), text));
      }
    }
    assertEquals("", wrong.toString(), count + " of the texts");
  }

  static Tokenizer pairs(String pre) {
    return Tokenizers.of(Fixtures.vocabulary("pairs.gguf.gz", Map.of("tokenizer.ggml.pre", pre)));
  }

  static Tokenizer pieces(boolean space) {
    return Tokenizers.of(
        Fixtures.vocabulary("pieces.gguf.gz", Map.of("tokenizer.ggml.add_space_prefix", space)));
  }
}
