package luotuo.model.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the environment says of hubs and proxies.
class EndpointsTest {
  private static final Source FILE = new Source.HuggingFace("a/b", "c.gguf", true);

  @Test
  void aMirrorTakesThePlaceOfTheHub() {
    assertEquals(
        "https://huggingface.co/a/b/resolve/main/c.gguf",
        Endpoints.of(Map.of()).uri(FILE).toString());
    assertEquals(
        "https://mirror.example/a/b/resolve/main/c.gguf",
        Endpoints.of(Map.of("HF_ENDPOINT", "https://mirror.example/")).uri(FILE).toString());
    assertEquals(
        "https://mirror.example/a/b/resolve/main/c.gguf",
        Endpoints.of(Map.of("HF_ENDPOINT", "mirror.example")).uri(FILE).toString());
    assertEquals(
        "https://ms.example/models/a/b/resolve/master/c.gguf",
        Endpoints.of(Map.of("MODELSCOPE_ENDPOINT", "https://ms.example"))
            .uri(new Source.ModelScope("a/b", "c.gguf", true))
            .toString());
    assertThrows(Failure.class, () -> Endpoints.of(Map.of("HF_ENDPOINT", "ftp://x")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://huggingface.co, https://huggingface.co/a, true",
    "https://huggingface.co, https://HuggingFace.co:443/a, true",
    "https://huggingface.co, http://huggingface.co/a, false",
    "https://huggingface.co, https://cdn.huggingface.co/a, false",
    "https://huggingface.co, https://huggingface.co:8443/a, false",
    "https://huggingface.co, https://huggingface.co.example/a, false",
    "http://mirror.example, http://mirror.example/a, false",
    "http://localhost:80, http://localhost/a, true"
  })
  void theTokenGoesToTheHubAlone(String hub, String uri, boolean told) {
    Endpoints endpoints = Endpoints.of(Map.of("HF_ENDPOINT", hub, "HF_TOKEN", "hf_secret"));
    Optional<String> token = endpoints.tokenFor(URI.create(uri));
    assertEquals(told ? Optional.of("hf_secret") : Optional.empty(), token);
    assertFalse(endpoints.toString().contains("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, secure:3128",
    "http://a.example/x, plain:8080",
    "https://b.example/x, DIRECT",
    "https://deep.b.example/x, DIRECT",
    "https://notb.example/x, secure:3128",
    "https://c.example:8443/x, DIRECT",
    "https://c.example/x, secure:3128",
    "http://localhost:1/x, DIRECT",
    "http://127.0.0.1/x, DIRECT"
  })
  void proxiesAreThoseOfTheEnvironment(String uri, String proxy) {
    Proxies proxies =
        new Proxies(
            Map.of(
                "HTTPS_PROXY", "http://secure:3128",
                "http_proxy", "plain:8080",
                "NO_PROXY", ".b.example, c.example:8443"));
    Proxy found = proxies.select(URI.create(uri)).getFirst();
    String shown =
        found.address() instanceof InetSocketAddress address
            ? address.getHostString() + ":" + address.getPort()
            : found.type().toString();
    assertEquals(proxy, shown);
  }

  @Test
  void aStarAsksEverybodyDirectly() {
    Proxies proxies = new Proxies(Map.of("ALL_PROXY", "http://p:1", "no_proxy", "*"));
    assertEquals(Proxy.NO_PROXY, proxies.select(URI.create("https://a.example")).getFirst());
    Proxies all = new Proxies(Map.of("ALL_PROXY", "http://p:1"));
    assertEquals(Proxy.Type.HTTP, all.select(URI.create("https://a.example")).getFirst().type());
  }
}
