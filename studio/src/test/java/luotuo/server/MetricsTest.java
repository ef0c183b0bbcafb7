package luotuo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luotuo.app.Speaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir Path folder;

  @Test
  void whatIsAnsweredIsCountedAndTimed() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      assertEquals(200, served.get("/health/live").statusCode());
      assertEquals("{\"ready\":true}", served.get("/health/ready").body());
      for (String model : List.of(Served.PERSONA, Served.PERSONA + "@scripted", "nobody")) {
        served.chat(
            Map.of(
                "model",
                model,
                "messages",
                List.of(Map.of("role", "user", "content", "你养过什么动物？"))));
      }
      String text = served.get("/metrics").body();
      String route = "{method=\"POST\",route=\"/v1/chat/completions\",status=";
      assertTrue(text.contains("luotuo_requests_total" + route + "\"200\"} 2"), text);
      assertTrue(text.contains("luotuo_requests_total" + route + "\"404\"} 1"), text);
      assertTrue(text.contains("luotuo_recall_seconds_count 2"), text);
      assertTrue(text.contains("luotuo_queue_wait_seconds_count 1"), text);
      assertTrue(text.contains("luotuo_first_token_seconds_count 2"), text);
      assertTrue(text.contains("luotuo_queue_length 0.0"), text);
      assertTrue(text.matches("(?s).*luotuo_tokens_total\\{kind=\"reply\"} [1-9].*"), text);
    }
  }
}
