package luotuo.model.hub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;

/// Where the hubs are, and who asks.
///
/// @param huggingFace or a mirror of it
/// @param token told to `huggingFace` and to nobody else
public record Endpoints(URI huggingFace, URI modelScope, Optional<String> token) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /// By `HF_ENDPOINT`, `MODELSCOPE_ENDPOINT` and `HF_TOKEN`.
  public static Endpoints of(Map<String, String> environment) {
    return new Endpoints(
        endpoint(environment, "HF_ENDPOINT", "https://huggingface.co"),
        endpoint(environment, "MODELSCOPE_ENDPOINT", "https://modelscope.cn"),
        Optional.of(environment.getOrDefault("HF_TOKEN", "").strip()).filter(t -> !t.isEmpty()));
  }

  private static URI endpoint(Map<String, String> environment, String name, String otherwise) {
    String told = environment.getOrDefault(name, "").strip().replaceFirst("/+$", "");
    if (told.isEmpty()) {
      return URI.create(otherwise);
    }
    String full = told.contains("://") ? told : "https://" + told;
    return Addresses.parse(full).orElseThrow(() -> Failure.of("model.pull.endpoint", name, told));
  }

  URI uri(Source source) {
    return switch (source) {
      case Source.HuggingFace(String repository, String file, _) ->
          under(huggingFace, "/" + repository + "/resolve/main/" + file);
      case Source.ModelScope(String repository, String file, _) ->
          under(modelScope, "/models/" + repository + "/resolve/master/" + file);
      case Source.Address(URI uri, _) -> uri;
    };
  }

  private static URI under(URI endpoint, String path) {
    return URI.create(endpoint + path);
  }

  /// The token, if this address belongs to the endpoint itself and nobody can listen on the way.
  Optional<String> tokenFor(URI uri) {
    boolean secret = "https".equals(uri.getScheme()) || LOOPBACK.contains(uri.getHost());
    return secret && Addresses.sameOrigin(uri, huggingFace) ? token : Optional.empty();
  }

  /// Without the token: records print all that they hold.
  @Override
  public String toString() {
    return "Endpoints[" + huggingFace + ", " + modelScope + "]";
  }
}
