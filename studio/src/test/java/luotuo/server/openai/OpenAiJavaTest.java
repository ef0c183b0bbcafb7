package luotuo.server.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.models.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import luotuo.app.Speaking;
import luotuo.persona.Language;
import luotuo.server.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// OpenAI's own client for Java, given the address.
@Timeout(60)
class OpenAiJavaTest {
  private static final String LINE = "我养过一只叫阿黄的狗。";

  @TempDir Path folder;

  private static OpenAIClient client(Served served) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(served.base() + "/v1")
        .apiKey("none")
        .maxRetries(0)
        .build();
  }

  private static ChatCompletionCreateParams.Builder asking(String model) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage("你养过什么动物？");
  }

  @Test
  void talks() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      OpenAIClient client = client(served);
      ChatCompletion reply = client.chat().completions().create(asking(Served.PERSONA).build());
      assertEquals(LINE, reply.choices().getFirst().message().content().orElseThrow());
      assertEquals(
          ChatCompletion.Choice.FinishReason.STOP, reply.choices().getFirst().finishReason());
      assertTrue(reply._additionalProperties().containsKey("luotuo"));
      List<String> models = client.models().list().data().stream().map(Model::id).toList();
      assertTrue(models.contains(Served.PERSONA), models.toString());
      assertEquals(Served.PERSONA, client.models().retrieve(Served.PERSONA).id());
      client.close();
    }
  }

  @Test
  void streamsWithUsage() throws IOException {
    Files.writeString(folder.resolve("s.yaml"), "rules: [{reply: 我养过狗。, delay: 5}]");
    try (Served served = Served.with(folder, "scripted:s.yaml")) {
      OpenAIClient client = client(served);
      ChatCompletionCreateParams params =
          asking(Served.PERSONA)
              .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
              .build();
      try (StreamResponse<ChatCompletionChunk> stream =
          client.chat().completions().createStreaming(params)) {
        List<ChatCompletionChunk> chunks = stream.stream().toList();
        String said =
            chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
        assertEquals("我养过狗。", said);
        assertEquals(5, chunks.getLast().usage().orElseThrow().completionTokens());
      }
      client.close();
    }
  }

  @Test
  void embeds() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      OpenAIClient client = client(served);
      List<Float> found =
          client
              .embeddings()
              .create(
                  EmbeddingCreateParams.builder()
                      .model("bge-small-zh")
                      .input("骆驼")
                      .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                      .build())
              .data()
              .getFirst()
              .embedding();
      float[] expected =
          served.studio().models().embedder(Language.ZH).embed(List.of("骆驼")).getFirst();
      assertEquals(expected.length, found.size());
      assertEquals(expected[7], found.get(7), 1e-6f);
      client.close();
    }
  }

  @Test
  void understandsWhatIsWrong() throws IOException {
    Files.writeString(
        folder.resolve("s.yaml"),
        "rules: [{reply: 我养, fail: model.remote.cut, arguments: [host, '3']}]");
    try (Served served = Served.with(folder, "scripted:s.yaml")) {
      OpenAIClient client = client(served);
      NotFoundException nobody =
          assertThrows(
              NotFoundException.class,
              () -> client.chat().completions().create(asking("nobody").build()));
      assertEquals("model_not_found", nobody.code().orElse(""));
      assertThrows(
          BadRequestException.class,
          () ->
              client.chat().completions().create(asking(Served.PERSONA).temperature(9.0).build()));
      OpenAIException cut =
          assertThrows(
              OpenAIException.class,
              () -> {
                try (StreamResponse<ChatCompletionChunk> stream =
                    client.chat().completions().createStreaming(asking(Served.PERSONA).build())) {
                  stream.stream().toList();
                }
              });
      assertTrue(String.valueOf(cut.getMessage()).contains("host"), cut.toString());
      client.close();
    }
  }
}
