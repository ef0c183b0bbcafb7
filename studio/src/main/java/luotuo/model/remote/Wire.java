package luotuo.model.remote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.model.ChatRequest;
import luotuo.model.Sampling;

/// A request as it goes over the wire.
final class Wire {
  private static final int MOST_STOPS = 4;
  private static final String STRICT = "api.openai.com";

  private Wire() {}

  static Map<String, Object> body(Endpoint endpoint, ChatRequest request, Dialect dialect) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", endpoint.model());
    body.put(
        "messages",
        request.messages().stream()
            .map(m -> Map.of("role", m.role().id(), "content", m.text()))
            .toList());
    body.put("stream", true);
    if (dialect.usage()) {
      body.put("stream_options", Map.of("include_usage", true));
    }
    Sampling sampling = request.sampling();
    body.put(
        dialect.completionTokens() ? "max_completion_tokens" : "max_tokens", sampling.maximum());
    settings(body, sampling);
    if (!STRICT.equals(endpoint.base().getHost())) {
      extras(body, sampling);
    }
    body.keySet().removeAll(dialect.dropped());
    return body;
  }

  private static void settings(Map<String, Object> body, Sampling sampling) {
    List<String> stops = sampling.stops();
    body.put("temperature", sampling.temperature());
    unless(1, "top_p", sampling.topP(), body);
    unless(0, "frequency_penalty", sampling.frequencyPenalty(), body);
    unless(0, "presence_penalty", sampling.presencePenalty(), body);
    sampling.seed().ifPresent(seed -> body.put("seed", seed));
    if (!stops.isEmpty()) {
      body.put("stop", stops.subList(0, Math.min(MOST_STOPS, stops.size())));
    }
  }

  /// The repetition penalty has one name with llama-server and Ollama and another with vLLM.
  private static void extras(Map<String, Object> body, Sampling sampling) {
    if (sampling.topK() != 0) {
      body.put("top_k", sampling.topK());
    }
    unless(0, "min_p", sampling.minP(), body);
    unless(1, "repeat_penalty", sampling.repeatPenalty(), body);
    unless(1, "repetition_penalty", sampling.repeatPenalty(), body);
  }

  private static void unless(double neutral, String name, double value, Map<String, Object> body) {
    if (value != neutral) {
      body.put(name, value);
    }
  }
}
