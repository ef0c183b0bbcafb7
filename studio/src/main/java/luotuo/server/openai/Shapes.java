package luotuo.server.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.app.shape.ReplyShape;
import luotuo.chat.Voice;
import luotuo.model.Completion.Finish;
import luotuo.model.ScoredToken;
import luotuo.model.Usage;
import org.jspecify.annotations.Nullable;

/// Parts of OpenAI's JSON.
final class Shapes {
  private Shapes() {}

  static Map<String, @Nullable Object> model(String id, long created) {
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("id", id);
    shape.put("object", "model");
    shape.put("created", created);
    shape.put("owned_by", "luotuo");
    return shape;
  }

  static Map<String, @Nullable Object> usage(Usage usage) {
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("prompt_tokens", usage.prompt());
    shape.put("completion_tokens", usage.reply());
    shape.put("total_tokens", usage.total());
    shape.put("prompt_tokens_details", Map.of("cached_tokens", usage.cached()));
    return shape;
  }

  static String finish(Finish finish) {
    return switch (finish) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case FILTERED -> "content_filter";
    };
  }

  /// The tokens of the model, with marks that are no part of the text.
  static Map<String, @Nullable Object> likelihoods(List<ScoredToken> tokens) {
    List<Map<String, @Nullable Object>> content = new ArrayList<>();
    for (ScoredToken token : tokens) {
      Map<String, @Nullable Object> shape = new LinkedHashMap<>();
      shape.put("token", token.text());
      shape.put("logprob", token.logProbability());
      List<Integer> bytes = new ArrayList<>();
      for (byte one : token.text().getBytes(UTF_8)) {
        bytes.add(one & 0xff);
      }
      shape.put("bytes", bytes);
      shape.put("top_logprobs", List.of());
      content.add(shape);
    }
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("content", content);
    return shape;
  }

  /// What only this server tells: why the persona says what it says.
  static Map<String, @Nullable Object> why(Voice.Answer answer, String voice) {
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("evidence", answer.evidence().stream().map(ReplyShape.Quoted::of).toList());
    shape.put("outOfScope", answer.outOfScope());
    shape.put("voice", voice);
    shape.put("why", answer.why());
    return shape;
  }
}
