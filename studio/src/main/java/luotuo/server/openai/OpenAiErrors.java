package luotuo.server.openai;

import java.util.List;
import luotuo.json.Json;
import luotuo.server.http.ErrorForm;
import luotuo.server.http.EventStream;
import org.jspecify.annotations.Nullable;

/// Errors as OpenAI tells them: `{"error": {"message", "type", "param", "code"}}`.
final class OpenAiErrors implements ErrorForm {
  record Shape(Told error) {}

  /// @param param the key of the request that is wrong
  /// @param code the problem's key
  record Told(String message, String type, @Nullable String param, String code) {}

  @Override
  public Object shape(Trouble trouble) {
    String key = trouble.problem().key();
    List<String> arguments = trouble.problem().arguments();
    String param = key.startsWith("openai.") && !arguments.isEmpty() ? arguments.getFirst() : null;
    return new Shape(new Told(trouble.sentence(), type(trouble.status()), param, code(key)));
  }

  @Override
  public void tell(Trouble trouble, EventStream events) {
    events.data(Json.write(shape(trouble)));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 402 -> "insufficient_quota";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  /// OpenAI's own names for what clients look for.
  private static String code(String key) {
    return switch (key) {
      case "persona.unknown", "persona.unknown.near", "persona.none", "openai.model" ->
          "model_not_found";
      case "server.token" -> "invalid_api_key";
      case "model.context", "prompt.tooLong" -> "context_length_exceeded";
      default -> key;
    };
  }
}
