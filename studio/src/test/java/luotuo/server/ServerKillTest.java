package luotuo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import luotuo.app.Speaking;
import luotuo.chat.Conversations;
import luotuo.json.Json;
import luotuo.store.ChildJvm;
import luotuo.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed under load: every turn that a client was told of is stored, whole.
class ServerKillTest {
  private static final int CLIENTS = 16;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void noTurnThatWasToldIsLost() throws Exception {
    long seed = System.nanoTime();
    System.out.println("ServerKillTest seed " + seed);
    Random random = new Random(seed);
    Served.with(folder, Speaking.OWN_LINES).close();
    int told = 0;
    for (int kill = 0; kill < Math.max(1, ChildJvm.kills() / 10); kill++) {
      Map<String, String> heard = killedWhileTalking(random.nextInt(1500));
      told += heard.size();
      assertStored(heard);
    }
    System.out.println(told + " turns were told before " + ChildJvm.kills() / 10 + " kills");
    assertTrue(told > 0);
  }

  /// By conversation, what the clients were told until the server was killed.
  private Map<String, String> killedWhileTalking(int millis) throws Exception {
    Map<String, String> heard = new ConcurrentHashMap<>();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file"),
                "-cp",
                System.getProperty("java.class.path"),
                TalkingChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = child.inputReader();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http = HttpClient.newHttpClient()) {
      int port = Integer.parseInt(String.valueOf(out.readLine()));
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        clients.submit(() -> talk(http, port, number, heard));
      }
      while (heard.isEmpty() && child.isAlive()) {
        Thread.sleep(5);
      }
      Thread.sleep(millis);
      child.destroyForcibly();
      assertTrue(child.waitFor(10, TimeUnit.SECONDS));
    }
    return heard;
  }

  private static void talk(HttpClient http, int port, int client, Map<String, String> heard) {
    for (int turn = 0; ; turn++) {
      URI uri = URI.create("http://127.0.0.1:" + port + "/say/" + client + "-" + turn);
      try {
        HttpResponse<String> reply =
            http.send(
                HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
        Map<String, Object> told = Json.readObject(reply.body());
        heard.put(String.valueOf(told.get("conversation")), String.valueOf(told.get("text")));
      } catch (IOException | InterruptedException e) {
        return; // killed
      }
    }
  }

  private void assertStored(Map<String, String> heard) {
    try (Database database = Database.open(folder.resolve("home/luotuo.db"))) {
      Conversations conversations = new Conversations(database);
      heard.forEach(
          (conversation, text) ->
              assertEquals(
                  text, conversations.turns(conversation).getFirst().reply().text(), conversation));
    }
  }
}
