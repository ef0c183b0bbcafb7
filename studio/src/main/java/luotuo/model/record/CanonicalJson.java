package luotuo.model.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import luotuo.json.Json;
import luotuo.model.ChatRequest;
import luotuo.model.LikelihoodModel.Context;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.store.Hash;

/// A question to a model as JSON that is always written alike: keys in this order, no spaces,
/// numbers as Java writes them. Its SHA-256 names the record of the answer.
///
/// Half a surrogate pair, which UTF-8 cannot hold, is written as an escape.
final class CanonicalJson {
  /// Raised when the form changes, and with it all names.
  static final int FORM = 1;

  private CanonicalJson() {}

  static String of(String model, ChatRequest request) {
    Map<String, Object> json = head(model, "reply");
    json.put("messages", messages(request.messages()));
    json.put("sampling", sampling(request.sampling()));
    return write(json);
  }

  static String of(String model, Context context, String text) {
    Map<String, Object> json = head(model, "likelihood");
    switch (context) {
      case Context.Plain(String before) -> json.put("before", before);
      case Context.Chat(List<Message> messages) -> json.put("messages", messages(messages));
    }
    json.put("text", text);
    return write(json);
  }

  static String of(List<Message> messages) {
    return write(messages(messages));
  }

  static String hash(String json) {
    return Hash.sha256(json);
  }

  /// Valid UTF-16, and so the same text after it was a file.
  static String write(Object value) {
    return escaped(Json.write(value));
  }

  static String writePretty(Object value) {
    return escaped(Json.writePretty(value));
  }

  private static Map<String, Object> head(String model, String kind) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("form", FORM);
    json.put("kind", kind);
    json.put("model", model);
    return json;
  }

  private static List<Map<String, String>> messages(List<Message> messages) {
    return messages.stream().map(CanonicalJson::message).toList();
  }

  private static Map<String, String> message(Message message) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("role", message.role().id());
    json.put("text", message.text());
    return json;
  }

  /// A seed that was not given is not written.
  private static Map<String, Object> sampling(Sampling sampling) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("temperature", sampling.temperature());
    json.put("topP", sampling.topP());
    json.put("topK", sampling.topK());
    json.put("minP", sampling.minP());
    json.put("repeatPenalty", sampling.repeatPenalty());
    json.put("frequencyPenalty", sampling.frequencyPenalty());
    json.put("presencePenalty", sampling.presencePenalty());
    OptionalLong seed = sampling.seed();
    seed.ifPresent(value -> json.put("seed", value));
    json.put("stops", sampling.stops());
    json.put("maximum", sampling.maximum());
    return json;
  }

  private static String escaped(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair = i + 1 < json.length() && Character.isSurrogatePair(c, json.charAt(i + 1));
      if (pair) {
        text.append(c).append(json.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
