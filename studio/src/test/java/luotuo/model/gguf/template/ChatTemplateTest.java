package luotuo.model.gguf.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.model.Message;
import luotuo.model.gguf.TestModels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates make of thirty lists of messages what jinja2 makes of them, set up as the transformers
/// library does (`bench/reference/templates.py`).
class ChatTemplateTest {
  private static final Map<String, String> MARKS =
      Map.of("bos_token", "<s>", "eos_token", "</s>", "pad_token", "<pad>");

  /// One of `text`, `crc32`, `raised` and `failed` is there.
  record Case(
      List<Map<String, String>> messages,
      boolean open,
      Map<String, Object> variables,
      @Nullable String text,
      @Nullable Long crc32,
      @Nullable String raised,
      @Nullable String failed) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chatml",
        "constructs",
        "gemma3",
        "llama3",
        "minicpm",
        "mistral",
        "old-llama",
        "old-minicpm",
        "qwen2",
        "qwen3"
      })
  void rendersAsTheReferenceDoes(String name) throws IOException {
    String source = new String(resource(name + ".jinja").readAllBytes(), StandardCharsets.UTF_8);
    agree(name, ChatTemplate.of(name, source));
  }

  @Test
  @Tag("real-model")
  void rendersTheTemplateOfARealModel() throws IOException {
    String source =
        TestModels.metadata(TestModels.SMOLLM2).text("tokenizer.chat_template").orElseThrow();
    agree("smollm2", ChatTemplate.of("smollm2", source));
  }

  private static void agree(String name, ChatTemplate template) throws IOException {
    String json;
    try (var in = new GZIPInputStream(resource(name + ".json.gz"))) {
      json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Case[] cases = Json.read(json, Case[].class);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      String expected = expected(cases[i]);
      String found = found(template, cases[i]);
      if (!expected.equals(found)) {
        wrong.add("case " + i + ": expected " + expected + "\n but " + found);
      }
    }
    assertEquals(30, cases.length);
    assertEquals("", String.join("\n", wrong));
  }

  private static String expected(Case c) {
    if (c.text() != null) {
      return "text " + c.text();
    }
    return c.crc32() != null ? "crc " + c.crc32() : c.raised() != null ? "raised" : "failed";
  }

  private static String found(ChatTemplate template, Case c) {
    try {
      String text = template.render(messages(c), c.open(), MARKS, c.variables());
      return c.crc32() == null ? "text " + text : "crc " + crc(text);
    } catch (Failure e) {
      return e.problem().key().equals("model.template.raised") ? "raised" : "failed";
    }
  }

  private static List<Message> messages(Case c) {
    return c.messages().stream()
        .map(
            m ->
                new Message(
                    Message.Role.valueOf(
                        Objects.requireNonNull(m.get("role")).toUpperCase(Locale.ROOT)),
                    Objects.requireNonNull(m.get("content"))))
        .toList();
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        ChatTemplateTest.class.getResourceAsStream("/gguf/templates/" + name), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "{% include 'x' %}§model.template.unknown",
        "{{ messages | shuffle }}§model.template.unknown",
        "{% if %}§model.template.unknown",
        "{{ nobody.there }}§model.template.value",
        "{{ raise_exception('no') }}§model.template.raised",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor"
            + " %}§model.template.endless",
      })
  void whatIsNotUnderstoodIsAnErrorAndNeverAWrongPrompt(String source, String key) {
    Failure failure =
        assertThrows(
            Failure.class,
            () -> ChatTemplate.of("t", source).render(List.of(Message.user("hello")), true, MARKS));
    assertEquals(key, failure.problem().key(), failure.problem()::toString);
    assertTrue(failure.problem().arguments().contains("t"));
  }
}
