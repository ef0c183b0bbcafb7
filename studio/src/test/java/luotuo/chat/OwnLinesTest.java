package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Words;
import luotuo.model.FakeEmbedder;
import luotuo.model.NearnessJudge;
import luotuo.model.Usage;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.persona.Wordings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLinesTest {
  @TempDir Path folder;
  private final List<Memory> memories = new ArrayList<>();

  private static Turn said(String who, String text, int line) {
    return new Turn.Said(who, text, new Source("talk.txt", line));
  }

  private static final List<Scene> SCENES =
      List.of(
          new Scene(
              "study",
              0,
              List.of(
                  said("同学", "你怎么没有继续读书？", 1),
                  said("沈渡", "家里的船要人掌舵，我就回来了。", 2),
                  said("同学", "那是哪一年的事？", 3),
                  said("沈渡", "发大水的第二年。", 4))),
          new Scene("boat", 1, List.of(said("投资人", "你们的船卖不卖？", 6), said("沈渡", "船不卖，只租。", 7))),
          new Scene(
              "boat-again", 2, List.of(said("路人", "你们的船卖不卖？", 9), said("沈渡", "卖了我住哪儿呢。", 10))),
          new Scene("note", 3, List.of(new Turn.Passage("渡口的钟每天敲三次。", new Source("talk.txt", 12)))),
          new Scene(
              "lamp",
              4,
              List.of(
                  new Turn.Passage("红灯笼", new Source("talk.txt", 14)),
                  new Turn.Passage("挂出来就是要涨水，谁也别过河。", new Source("talk.txt", 15)))));

  private OwnLines voice(Scope scope, Map<String, List<String>> evasions) {
    Persona persona =
        new Persona(
            "沈渡",
            List.of(),
            Language.ZH,
            scope,
            "",
            "",
            "",
            List.of(),
            List.of("这个我没说过。"),
            evasions,
            Map.of("hello", List.of("船上风大，进来说。")),
            new Wordings(Map.of("boat", List.of("能不能把舟转让给我")), List.of("你们的船是谁造的", "船有多长")),
            OptionalDouble.empty(),
            SCENES);
    FakeEmbedder embedder = new FakeEmbedder();
    Path index = folder.resolve("index-" + memories.size());
    Memory memory =
        Memory.open(SCENES, Cues.of(persona), index, embedder, Words.BIGRAMS, Progress.SILENT);
    memories.add(memory);
    return new OwnLines(persona, memory, new NearnessJudge(embedder), 0.6);
  }

  @AfterEach
  void close() {
    memories.forEach(Memory::close);
  }

  private static Voice.Answer ask(OwnLines voice, String text) {
    return voice.answer(Voice.Question.of(text), List.of());
  }

  @Test
  void repliesWithItsOwnTurnAndShowsTheLine() {
    Voice.Answer answer = ask(voice(Scope.FACTS, Map.of()), "你怎么没有继续读书");
    assertEquals("家里的船要人掌舵，我就回来了。", answer.text());
    assertEquals(new Source("talk.txt", 2), answer.evidence().getFirst().source());
    assertEquals("study", answer.evidence().getFirst().scene());
  }

  @Test
  void quotesASentenceOfAPassage() {
    Voice.Answer answer = ask(voice(Scope.FACTS, Map.of()), "渡口的钟每天敲三次吗");
    assertEquals("渡口的钟每天敲三次。", answer.text());
    assertEquals(12, answer.evidence().getFirst().source().line());
  }

  @Test
  void aHeadingLeadsToWhatStandsUnderIt() {
    Voice.Answer answer = ask(voice(Scope.FACTS, Map.of()), "红灯笼");
    assertEquals("挂出来就是要涨水，谁也别过河。", answer.text());
    assertEquals(15, answer.evidence().getFirst().source().line());
  }

  @Test
  void prefersWhatWasToldToSuchAPerson() {
    OwnLines voice = voice(Scope.FACTS, Map.of());
    for (String asker : List.of("投资人", "路人")) {
      var question = new Voice.Question("你们的船卖不卖？", asker, Integer.MAX_VALUE, List.of());
      String scene = voice.answer(question, List.of()).evidence().getFirst().scene();
      assertEquals(asker.equals("投资人") ? "boat" : "boat-again", scene);
    }
  }

  @Test
  void knowsAQuestionInOtherWords() {
    Voice.Answer answer = ask(voice(Scope.FACTS, Map.of()), "能不能把舟转让给我？");
    assertEquals("船不卖，只租。", answer.text());
    assertEquals(7, answer.evidence().getFirst().source().line());
  }

  @Test
  void knowsAQuestionThatWasNeverAnswered() {
    assertTrue(ask(voice(Scope.FACTS, Map.of()), "你们的船是谁造的？").outOfScope());
  }

  @Test
  void declinesWhatWasNeverSaid() {
    Voice.Answer answer = ask(voice(Scope.FACTS, Map.of()), "火星上有没有水");
    assertTrue(answer.outOfScope());
    assertEquals("这个我没说过。", answer.text());
    assertEquals(List.of(), answer.evidence());
  }

  @Test
  void aCharacterOfFictionEvadesInItsMood() {
    OwnLines voice = voice(Scope.PLAY, Map.of("发愁", List.of("别提这个。"), "平静", List.of("看水吧。")));
    assertEquals("别提这个。", ask(voice, "要是破产欠债怎么办").text());
    assertEquals("看水吧。", ask(voice, "火星有几颗卫星").text());
  }

  @Test
  void smallTalkInBothScopes() {
    for (Scope scope : Scope.values()) {
      OwnLines voice = voice(scope, Map.of());
      for (String text :
          List.of("你好", "你是谁", "你能做什么", "谢谢", "再见", "hello", "who are you?", "?", "😀")) {
        Voice.Answer answer = ask(voice, text);
        assertFalse(answer.outOfScope(), text);
        assertFalse(answer.text().isBlank(), text);
        assertFalse(answer.text().contains("{"), answer.text());
      }
      assertEquals("船上风大，进来说。", ask(voice, "你好").text());
      assertTrue(ask(voice, "很长的一段。".repeat(500)).text().length() > 4);
    }
  }

  @Test
  void aFollowUpLeansOnTheLastQuestion() {
    OwnLines voice = voice(Scope.FACTS, Map.of());
    Voice.Answer first = ask(voice, "你怎么没有继续读书");
    Reply reply =
        new Reply(
            "你怎么没有继续读书",
            first.text(),
            false,
            first.evidence(),
            "own-lines",
            "",
            1,
            Usage.NONE,
            "c");
    Voice.Answer then =
        voice.answer(
            Voice.Question.of("那是哪一年？"),
            List.of(new ConversationTurn(1, 0, 1, "", Instant.EPOCH, reply)));
    assertEquals("发大水的第二年。", then.text());
  }

  @Test
  void whatComesLaterIsNotSaid() {
    OwnLines voice = voice(Scope.FACTS, Map.of());
    var question = new Voice.Question("你们的船卖不卖？", "", 1, List.of());
    assertTrue(voice.answer(question, List.of()).outOfScope());
  }
}
