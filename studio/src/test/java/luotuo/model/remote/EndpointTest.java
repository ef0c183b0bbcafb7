package luotuo.model.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTest {
  @TempDir Path keys;

  private String header(String address, Map<String, String> environment) {
    Key key = Endpoint.of(address, environment, keys).key();
    return key.none() ? "" : key.header();
  }

  private static String failure(Runnable work) {
    return assertThrows(Failure.class, work::run).problem().key();
  }

  @Test
  void anAddressIsReadAsItIsWritten() {
    var endpoint = Endpoint.parse("http://localhost:11434/v1/#qwen3:0.6b");
    assertEquals(URI.create("http://localhost:11434/v1"), endpoint.base());
    assertEquals("qwen3:0.6b", endpoint.model());
    assertEquals("localhost:11434", endpoint.server());
    assertEquals("http://localhost:11434/v1#qwen3:0.6b", endpoint.toString());
    assertEquals(8192, endpoint.context());
    assertEquals("", Endpoint.parse("https://api.deepseek.com").model());
    assertEquals("李鲁鲁#2", Endpoint.parse("http://h#李鲁鲁#2").model());
  }

  @Test
  void whatIsNoAddressIsRefusedAndNoSecretRepeated() {
    for (String text :
        List.of("", "localhost:11434/v1", "ftp://h/v1", "http://", "http:// h", "#m")) {
      assertEquals("model.remote.address", failure(() -> Endpoint.parse(text)), text);
    }
    for (String text : List.of("http://me:sesame@h/v1", "https://h/v1?key=sesame#m")) {
      var problem = assertThrows(Failure.class, () -> Endpoint.parse(text)).problem();
      assertFalse(problem.toString().contains("sesame"), problem.toString());
    }
  }

  @Test
  void aKeyIsFoundForItsHost() throws Exception {
    var environment =
        Map.of("LUOTUO_API_KEY", "any1", "DEEPSEEK_API_KEY", "deep", "OPENAI_API_KEY", "open");
    assertEquals("Bearer any1", header("https://example.org/v1#m", environment));
    assertEquals("Bearer deep", header("https://api.deepseek.com#m", environment));
    assertEquals("Bearer open", header("https://api.openai.com/v1#m", environment));
    assertEquals("Bearer any1", header("https://dashscope.aliyuncs.com/v1#m", environment));
    assertEquals("", header("https://example.org/v1#m", Map.of("OPENAI_API_KEY", "open")));
    keyFile("api.deepseek.com", " mine\n", "rw-------");
    assertEquals("Bearer mine", header("https://api.deepseek.com#m", environment));
  }

  @Test
  void aKeyFileThatOthersCanReadIsRefused() throws Exception {
    for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      keyFile("h", "sesame", rights);
      String key = failure(() -> Endpoint.of("https://h#m", Map.of(), keys));
      assertEquals("model.remote.key.rights", key, rights);
    }
    keyFile("h", "two words", "rw-------");
    var problem =
        assertThrows(Failure.class, () -> Endpoint.of("https://h#m", Map.of(), keys)).problem();
    assertEquals("model.remote.key.form", problem.key());
    assertFalse(problem.toString().contains("two words"));
  }

  @Test
  void aKeyTravelsUnencryptedToThisMachineAlone() {
    var environment = Map.of("LUOTUO_API_KEY", "sesame");
    for (String host : List.of("localhost:1", "127.0.0.1", "[::1]:80", "a.localhost")) {
      assertEquals("Bearer sesame", header("http://" + host + "/v1", environment));
    }
    for (String host : List.of("example.org", "192.168.1.5:80", "127.0.0.1.example.org")) {
      String key = failure(() -> header("http://" + host + "/v1", environment));
      assertEquals("model.remote.key.plain", key, host);
    }
    var insists = Map.of("LUOTUO_API_KEY", "sesame", "LUOTUO_KEY_OVER_HTTP", "yes");
    assertEquals("Bearer sesame", header("http://192.168.1.5/v1", insists));
    assertEquals("", header("http://192.168.1.5/v1", Map.of()));
  }

  @Test
  void aKeyShowsItselfToNobody() {
    var endpoint = Endpoint.parse("https://h/v1#m").withKey(Key.of("sesame", "test"));
    String shown = endpoint + " " + endpoint.key() + " " + List.of(endpoint);
    assertFalse(shown.contains("sesame"), shown);
  }

  @Test
  void proxiesAreThoseOfTheEnvironment() {
    var proxies =
        new EnvironmentProxies(
            Map.of(
                "HTTPS_PROXY", "http://proxy:3128",
                "http_proxy", "other",
                "NO_PROXY", "example.org, .internal:80"),
            null);
    assertTrue(select(proxies, "https://api.openai.com/v1").contains("proxy"));
    assertTrue(select(proxies, "https://api.openai.com/v1").contains("3128"));
    assertTrue(select(proxies, "http://a.b/v1").contains("other"));
    for (String direct :
        List.of(
            "https://example.org",
            "https://a.example.org",
            "http://x.internal",
            "http://127.0.0.1:1")) {
      assertEquals("[DIRECT]", select(proxies, direct), direct);
    }
    assertTrue(select(proxies, "https://notexample.org").contains("proxy"));
  }

  private static String select(EnvironmentProxies proxies, String to) {
    return proxies.select(URI.create(to)).toString();
  }

  private void keyFile(String host, String text, String rights) throws Exception {
    Path file = Files.writeString(keys.resolve(host), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
