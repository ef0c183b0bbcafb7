package luotuo.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import luotuo.json.Json;

/// A server that speaks OpenAI's protocol and says whatever it is told to say.
final class FakeModels implements AutoCloseable {
  private final HttpServer server;
  private volatile String reply = "";

  /// @param names of the models that it claims to have
  FakeModels(List<String> names) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var data = names.stream().map(name -> Map.of("id", name, "object", "model")).toList();
    server.createContext("/v1/models", call -> answer(call, Map.of("data", data)));
    server.createContext("/v1/chat/completions", call -> answer(call, completion()));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  void says(String words) {
    reply = words;
  }

  private Map<String, Object> completion() {
    var message = Map.of("role", "assistant", "content", reply);
    return Map.of(
        "choices",
        List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
        "usage",
        Map.of("prompt_tokens", 1, "completion_tokens", 1));
  }

  private static void answer(HttpExchange call, Object body) throws IOException {
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
