package luotuo.model.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import luotuo.json.Json;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.kernel.Kernels;
import luotuo.model.gguf.token.Tokenizer;
import luotuo.model.gguf.token.Tokenizers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real models go on as llama.cpp does, token by token (`bench/reference/greedy.py`).
@Tag("real-model")
class GreedyTest {
  private static final int AT_LEAST = 18;

  @ParameterizedTest
  @CsvSource({
    "greedy-smollm2-135m.json, " + TestModels.SMOLLM2,
    "greedy-gemma3-270m.json, " + TestModels.GEMMA3
  })
  void saysWhatLlamaCppSays(String fixture, String name) throws IOException {
    try (var file = GgufFile.open(TestModels.file(name));
        var kernels = Kernels.start(2)) {
      var metadata = file.metadata();
      Architecture shape = Architecture.of(metadata);
      Weights weights = new Weights(file, kernels);
      Decoder decoder = new Decoder(metadata, shape, weights, kernels, 512);
      Tokenizer tokenizer = Tokenizers.of(metadata);
      List<String> others = new ArrayList<>();
      List<Map<String, Object>> prompts = prompts(fixture);
      for (var prompt : prompts) {
        int[] ids = ids(prompt, "ids");
        String text = String.valueOf(prompt.get("text"));
        assertArrayEquals(ids, begun(tokenizer, text), text);
        int[] exact = ids(prompt, "exact");
        int[] found = greedy(decoder, shape, ids, exact.length, tokenizer);
        if (!Arrays.equals(exact, found)) {
          others.add(text + ": " + Arrays.toString(exact) + " not " + Arrays.toString(found));
        }
      }
      int same = prompts.size() - others.size();
      System.out.println(name + ": " + same + " of " + prompts.size() + " as llama.cpp");
      assertEquals(20, prompts.size());
      assertTrue(same >= AT_LEAST, () -> String.join("\n", others));
    }
  }

  private static int[] begun(Tokenizer tokenizer, String text) {
    int[] ids = tokenizer.encode(text, true);
    int begin = tokenizer.begin().orElse(-1);
    if (begin < 0 || ids.length > 0 && ids[0] == begin) {
      return ids;
    }
    int[] begun = new int[ids.length + 1];
    begun[0] = begin;
    System.arraycopy(ids, 0, begun, 1, ids.length);
    return begun;
  }

  /// Ends with an end token or after so many tokens.
  private static int[] greedy(
      Decoder decoder, Architecture shape, int[] prompt, int count, Tokenizer tokenizer) {
    Conversation conversation = new Conversation(shape, 512);
    for (int at = 0; at < prompt.length; at += Decoder.BATCH) {
      int now = Math.min(Decoder.BATCH, prompt.length - at);
      decoder.forward(conversation, prompt, at, now, 1);
    }
    int[] said = new int[count];
    for (int i = 0; i < count; i++) {
      said[i] = likeliest(decoder.logits(), shape.vocabulary());
      if (tokenizer.isEnd(said[i])) {
        return Arrays.copyOf(said, i + 1);
      }
      decoder.forward(conversation, said, i, 1, 1);
    }
    return said;
  }

  private static int likeliest(float[] logits, int size) {
    int best = 0;
    for (int i = 1; i < size; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    return best;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> prompts(String name) throws IOException {
    try (var in = Objects.requireNonNull(GreedyTest.class.getResourceAsStream("/gguf/" + name))) {
      var all = Json.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return (List<Map<String, Object>>) Optional.ofNullable(all.get("prompts")).orElseThrow();
    }
  }

  private static int[] ids(Map<String, Object> prompt, String key) {
    return ((List<?>) Objects.requireNonNull(prompt.get(key)))
        .stream().mapToInt(id -> (int) id).toArray();
  }
}
