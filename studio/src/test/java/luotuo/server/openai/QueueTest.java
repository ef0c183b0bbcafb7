package luotuo.server.openai;

import static luotuo.model.remote.FakeEndpoint.form;
import static luotuo.model.remote.FakeEndpoint.head;
import static luotuo.model.remote.FakeEndpoint.said;
import static luotuo.model.remote.FakeEndpoint.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import luotuo.json.Json;
import luotuo.model.remote.FakeEndpoint;
import luotuo.server.Served;
import luotuo.server.http.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// More clients than the model serves at once: they wait in order, know where they stand, and make
/// room when they leave.
@Timeout(60)
class QueueTest {
  @TempDir Path folder;

  /// Says a sentence and the beginning of another, and then nothing for as long as somebody
  /// listens.
  private static final FakeEndpoint.Answer ENDLESS =
      (call, line) -> {
        line.send(head("text/event-stream")).send(form(said("嗯。让我想想，")));
        while (true) {
          Thread.sleep(200);
          line.send(": still there\n\n");
        }
      };

  private static Raw asks(Served served, boolean stream) {
    String body =
        Json.write(
            Map.of(
                "model",
                Served.PERSONA,
                "stream",
                stream,
                "messages",
                List.of(Map.of("role", "user", "content", "你养过什么动物？"))));
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return new Raw(served.port())
        .say(
            "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost:"
                + served.port()
                + "\r\nContent-Length: "
                + length
                + "\r\n\r\n"
                + body);
  }

  private static void until(Served served, int waiting, int now) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (served.studio().calls().waiting() == waiting && served.studio().calls().served() == now) {
        return;
      }
      Thread.sleep(20);
    }
    assertEquals(waiting + " " + now, served.studio().calls().toString());
  }

  @Test
  void whoWaitsKnowsThePlaceAndWhoLeavesMakesRoom() throws Exception {
    Served.remember(folder, "parallel: 1\n");
    try (FakeEndpoint endpoint = FakeEndpoint.answering(ENDLESS, ENDLESS, saying("好的。"));
        Served served = Served.with(folder, endpoint.base() + "#m");
        Raw first = asks(served, true)) {
      assertTrue(first.until("嗯。").contains("text/event-stream"));
      Raw second = asks(served, true);
      second.until(": queue 1\n");
      Raw third = asks(served, false);
      until(served, 2, 1);
      Raw fourth = asks(served, true);
      fourth.until(": queue 3\n");
      third.close(); // a whole reply that nobody waits for any more
      fourth.until(": queue 2\n");
      second.close(); // before the first word
      fourth.until(": queue 1\n");
      until(served, 1, 1);
      first.close(); // in the middle of a reply
      assertTrue(fourth.until("嗯。").contains("assistant"), "the next one's turn has come");
      until(served, 0, 1);
      Raw fifth = asks(served, true);
      fifth.until(": queue 1\n");
      long began = System.nanoTime();
      fourth.close();
      assertTrue(fifth.until("[DONE]").contains("好的"));
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos(), "at once");
      fifth.close();
      until(served, 0, 0);
    }
  }

  @Test
  void asManyAsTheSettingSaysAreServedAtOnce() throws Exception {
    Served.remember(folder, "parallel: 3\n");
    try (FakeEndpoint endpoint = FakeEndpoint.answering(ENDLESS);
        Served served = Served.with(folder, endpoint.base() + "#m")) {
      List<Raw> all =
          List.of(asks(served, true), asks(served, true), asks(served, true), asks(served, true));
      until(served, 1, 3);
      all.forEach(Raw::close);
      until(served, 0, 0);
    }
  }
}
