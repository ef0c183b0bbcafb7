package luotuo.server.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luotuo.app.Speaking;
import luotuo.json.Json;
import luotuo.server.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests as SillyTavern and Open WebUI send them.
class ClientsTest {
  /// SillyTavern, custom OpenAI-compatible source, names in the words: prompts of its own, the
  /// card's description, examples, the greeting, and all its samplers.
  private static final String SILLY_TAVERN =
      """
      {"messages":[
        {"role":"system","content":"Write 阿远's next reply in a fictional chat between 阿远 and Anon."},
        {"role":"system","content":"阿远住在海边。"},
        {"role":"system","content":"[Example Chat]"},
        {"role":"system","name":"example_user","content":"你好"},
        {"role":"system","name":"example_assistant","content":"你好呀"},
        {"role":"system","content":"[Start a new Chat]"},
        {"role":"assistant","content":"阿远: 来坐，喝口茶。"},
        {"role":"user","content":"Anon: 你养过什么动物？"}],
       "model":"阿远","temperature":1,"max_tokens":300,"stream":true,
       "presence_penalty":0,"frequency_penalty":0,"top_p":1,"top_k":0,"min_p":0,
       "repetition_penalty":1,"stop":["\\nAnon:"],"seed":-1,"logit_bias":{},
       "include_reasoning":true,"reasoning_effort":"medium","enable_web_search":false,
       "user_name":"Anon","char_name":"阿远","group_names":[],"custom_prompt_post_processing":""}
      """;

  /// Open WebUI: a talk, with fields of its own.
  private static final String OPEN_WEBUI =
      """
      {"stream":true,"model":"阿远","stream_options":{"include_usage":true},
       "messages":[{"role":"user","content":"你养过什么动物？"}],
       "params":{},"features":{"image_generation":false,"web_search":false},
       "variables":{"{{USER_NAME}}":"User"},"session_id":"x","chat_id":"y","id":"z",
       "background_tasks":{"title_generation":true}}
      """;

  private static final String TITLE =
      """
      ### Task:
      Generate a concise, 3-5 word title with an emoji summarizing the chat history.
      ### Output:
      JSON format: { "title": "your concise title here" }
      ### Chat History:
      <chat_history>
      USER: 你养过什么动物？
      ASSISTANT: 我养过一只叫阿黄的狗。
      </chat_history>\
      """;

  @TempDir Path folder;

  private static List<String> events(Served served, String body) {
    return served
        .send(served.post("/v1/chat/completions", body))
        .body()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring(6))
        .toList();
  }

  private static String content(List<String> events) {
    StringBuilder content = new StringBuilder();
    for (String event : events) {
      if (!event.equals("[DONE]")
          && Json.readObject(event).get("choices") instanceof List<?> choices
          && !choices.isEmpty()
          && choices.getFirst() instanceof Map<?, ?> choice
          && choice.get("delta") instanceof Map<?, ?> delta
          && delta.get("content") instanceof String text) {
        content.append(text);
      }
    }
    return content.toString();
  }

  @Test
  void sillyTavernLooksForModelsAndTalks() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      HttpResponse<String> models = served.get("/v1/models");
      assertEquals(200, models.statusCode());
      assertTrue(Json.readObject(models.body()).get("data") instanceof List<?>);
      List<String> events = events(served, SILLY_TAVERN);
      assertEquals("[DONE]", events.getLast());
      assertEquals("我养过一只叫阿黄的狗。", content(events));
    }
  }

  @Test
  void sillyTavernContinuesAReplyThatWasBegun() throws IOException {
    Files.writeString(folder.resolve("s.yaml"), "rules: [{reply: 还养过一只猫。}]");
    try (Served served = Served.with(folder, "scripted:s.yaml")) {
      String body =
          SILLY_TAVERN.replace(
              "{\"role\":\"user\",\"content\":\"Anon: 你养过什么动物？\"}]",
              "{\"role\":\"user\",\"content\":\"Anon: 你养过什么动物？\"},"
                  + "{\"role\":\"assistant\",\"content\":\"阿远: 我养过\"},"
                  + "{\"role\":\"system\",\"content\":\"[Continue your last message without"
                  + " repeating its original content.]\"}]");
      assertEquals("还养过一只猫。", content(events(served, body)));
    }
  }

  @Test
  void openWebUiTalks() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      List<String> events = events(served, OPEN_WEBUI);
      assertEquals("我养过一只叫阿黄的狗。", content(events));
      assertTrue(events.get(events.size() - 2).contains("\"usage\":{"), events.toString());
    }
  }

  @Test
  void openWebUiGetsItsTitleWithoutAModel() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      assertEquals("{\"title\":\"你养过什么动物？\"}", chore(served, TITLE));
      assertEquals("{\"tags\":[\"阿远\"]}", chore(served, TITLE.replace("\"title\"", "\"tags\"")));
      String questions = chore(served, TITLE.replace("\"title\"", "\"follow_ups\""));
      assertTrue(questions.contains("你小时候住在哪里？"), questions);
    }
  }

  @Test
  void openWebUisTaskIsTheModelsAndNotThePersonas() throws IOException {
    Files.writeString(
        folder.resolve("s.yaml"),
        "rules: [{contains: '### Task:', reply: '{\"title\": \"A dog\"}'}, {reply: other}]");
    try (Served served = Served.with(folder, "scripted:s.yaml")) {
      assertEquals("{\"title\": \"A dog\"}", chore(served, TITLE));
    }
  }

  private static String chore(Served served, String task) {
    HttpResponse<String> reply =
        served.chat(
            Map.of(
                "model",
                Served.PERSONA,
                "stream",
                false,
                "messages",
                List.of(Map.of("role", "user", "content", task))));
    Object choices = Json.readObject(reply.body()).get("choices");
    return choices instanceof List<?> list
            && list.getFirst() instanceof Map<?, ?> choice
            && choice.get("message") instanceof Map<?, ?> message
        ? String.valueOf(message.get("content"))
        : reply.body();
  }
}
