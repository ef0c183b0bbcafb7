package luotuo.model.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedModelTest {
  @TempDir Path folder;

  private static ChatRequest ask(String text) {
    return new ChatRequest(List.of(Message.user(text)), Sampling.GREEDY);
  }

  private static Completion complete(ScriptedModel model, String text) {
    return model.complete(ask(text), piece -> {});
  }

  @Test
  void withoutARuleItEchoesInOneSentence() {
    var model = ScriptedModel.echo();
    assertEquals("你说的是：“你好 骆驼”。", complete(model, "你好\n骆驼 ").text());
    var completion = complete(model, "hello");
    assertEquals("You said: “hello”.", completion.text());
    assertEquals(new Usage(5 + 7, 0, 18, true), completion.usage());
  }

  @Test
  void aFileOfRulesIsFollowed() throws Exception {
    Path yaml =
        Files.writeString(
            folder.resolve("script.yaml"),
            """
            rules:
              - contains: 骆驼
                thoughts: 想想
                reply: 会画画。
                finish: FILTERED
              - matches: '^\\d+$'
                reply: a number
              - contains: now
                reply: I was
                fail: model.remote.cut
                arguments: [here, '5']
            """);
    Path lines =
        Files.writeString(
            folder.resolve("script.jsonl"),
            """
            {"contains":"骆驼","thoughts":"想想","reply":"会画画。","finish":"FILTERED"}

            {"matches":"^\\\\d+$","reply":"a number"}
            {"contains":"now","reply":"I was","fail":"model.remote.cut","arguments":["here","5"]}
            """);
    assertEquals(Script.read(yaml), Script.read(lines));
    var model = new ScriptedModel("mine", Script.read(yaml));
    var camel = complete(model, "骆驼呢？");
    assertEquals("会画画。", camel.text());
    assertEquals("想想", camel.thoughts());
    assertEquals(Finish.FILTERED, camel.finish());
    assertEquals(6, camel.usage().reply());
    assertEquals("a number", complete(model, "42").text());
    assertEquals("You said: “else”.", complete(model, "else").text());
    var pieces = new ArrayList<Piece>();
    var failure = assertThrows(Failure.class, () -> model.complete(ask("now"), pieces::add));
    assertEquals(Problem.of("model.remote.cut", "here", 5), failure.problem());
    assertEquals(List.of(new Piece.Said("I w"), new Piece.Said("as")), pieces);
  }

  @Test
  void aBadFileSaysWhere() throws Exception {
    Path lines = Files.writeString(folder.resolve("s.jsonl"), "{}\n{\"replay\":\"x\"}\n");
    var failure = assertThrows(Failure.class, () -> Script.read(lines)).problem();
    assertEquals("model.script", failure.key());
    assertEquals(List.of(lines.toString(), "2"), failure.arguments().subList(0, 2));
    Path yaml = Files.writeString(folder.resolve("s.yaml"), "rules:\n  - matches: '['\n");
    assertEquals(
        "model.script", assertThrows(Failure.class, () -> Script.read(yaml)).problem().key());
    assertThrows(Failure.class, () -> Script.read(folder.resolve("none.yaml")));
  }

  @Test
  void theContextIsKept() {
    var model = ScriptedModel.echo();
    var request = ask("骆".repeat(4000)).messages();
    var cut =
        model.complete(new ChatRequest(request, Sampling.GREEDY.withMaximum(4000)), piece -> {});
    assertEquals(Finish.LENGTH, cut.finish());
    assertEquals(4096, cut.usage().total());
    var failure = assertThrows(Failure.class, () -> complete(model, "骆".repeat(4096))).problem();
    assertEquals(Problem.of("model.context", "scripted", 4103, 4096), failure);
  }

  @Test
  void delaysAreKept() {
    var model = new ScriptedModel("slow", Script.of(Rule.say("123456789").delayed(20)));
    long begin = System.nanoTime();
    assertEquals("123456789", complete(model, "x").text());
    assertTrue(System.nanoTime() - begin >= 60_000_000);
  }
}
