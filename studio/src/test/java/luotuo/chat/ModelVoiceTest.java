package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Words;
import luotuo.model.FakeEmbedder;
import luotuo.model.LikelihoodModel;
import luotuo.model.Message;
import luotuo.model.NearnessJudge;
import luotuo.model.Sampling;
import luotuo.model.ScoredToken;
import luotuo.model.Usage;
import luotuo.model.scripted.Rule;
import luotuo.model.scripted.Script;
import luotuo.model.scripted.ScriptedModel;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.prompt.Preset;
import luotuo.prompt.Prompt;
import luotuo.prompt.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelVoiceTest {
  @TempDir Path folder;
  private final List<Memory> memories = new ArrayList<>();
  private Summaries summaries = Summaries.NONE;

  private static Turn said(String who, String text, int line) {
    return new Turn.Said(who, text, new Source("talk.txt", line));
  }

  private static final List<Scene> SCENES =
      List.of(
          new Scene(
              "study", 0, List.of(said("同学", "你怎么没有继续读书？", 1), said("沈渡", "家里的船要人掌舵，我就回来了。", 2))),
          new Scene("boat", 1, List.of(said("投资人", "你们的船卖不卖？", 6), said("沈渡", "船不卖，只租。", 7))));

  private ModelVoice voice(Scope scope, ScriptedModel model) {
    return voice(Persona.of("沈渡", Language.ZH, scope, SCENES), model);
  }

  private ModelVoice voice(Persona persona, ScriptedModel model) {
    return voice(persona, model, Optional.empty(), false);
  }

  private ModelVoice voice(
      Persona persona, ScriptedModel model, Optional<LikelihoodModel> likelihoods, boolean cites) {
    FakeEmbedder embedder = new FakeEmbedder();
    Path index = folder.resolve("index-" + memories.size());
    Memory memory =
        Memory.open(SCENES, Cues.of(persona), index, embedder, Words.BIGRAMS, Progress.SILENT);
    memories.add(memory);
    OwnLines own = new OwnLines(persona, memory, new NearnessJudge(embedder), 0.6);
    Delivery delivery =
        Delivery.of(Preset.MIDDLING, 1500, Templates.shipped(Language.ZH))
            .withSampling(Sampling.GREEDY)
            .withCites(cites);
    return new ModelVoice(persona, own, model, likelihoods, delivery, summaries);
  }

  @AfterEach
  void close() {
    memories.forEach(Memory::close);
  }

  private static ScriptedModel saying(String reply) {
    return new ScriptedModel("scripted", Script.of(Rule.say(reply)));
  }

  private static Voice.Answer ask(ModelVoice voice, String text) {
    return voice.answer(Voice.Question.of(text), List.of());
  }

  @Test
  void saysOnePersonsLineWithItsEvidence() {
    List<String> told = new ArrayList<>();
    ModelVoice voice = voice(Scope.FACTS, saying("沈渡：「船不卖，只租。」\n同学：为什么？"));
    Voice.Answer answer =
        voice.answer(Voice.Question.of("你们的船卖不卖"), List.of(), p -> told.add(p.text()));
    assertEquals("船不卖，只租。", answer.text());
    assertEquals("船不卖，只租。", String.join("", told));
    assertEquals(new Source("talk.txt", 7), answer.evidence().getFirst().source());
    assertTrue(answer.usage().prompt() > 0 && answer.usage().reply() > 0);
  }

  private ModelVoice citing(String reply) {
    Persona persona = Persona.of("沈渡", Language.ZH, Scope.FACTS, SCENES);
    return voice(persona, saying(reply), Optional.empty(), true);
  }

  @Test
  void aSceneThatIsCitedIsEvidenceAndItsMarkIsNeverTold() {
    List<String> told = new ArrayList<>();
    Voice.Answer first = ask(citing("好。"), "你们的船卖不卖");
    Prompt prompt = first.prompt().orElseThrow();
    int boat =
        1 + prompt.scenes().reversed().stream().map(e -> e.scene().id()).toList().indexOf("boat");
    String last = prompt.messages().getLast().text();
    assertTrue(last.contains("[" + boat + "]\n投资人:「你们的船卖不卖？」"), last);
    Voice.Answer answer =
        citing("摆渡的事，我说过。[" + boat + "][9]还有别的事吗？")
            .answer(Voice.Question.of("你们的船卖不卖"), List.of(), p -> told.add(p.text()));
    assertEquals("摆渡的事，我说过。还有别的事吗？", answer.text());
    assertEquals(answer.text(), String.join("", told));
    assertEquals(
        List.of("boat cited"),
        answer.evidence().stream().map(e -> e.scene() + " " + e.found().key()).toList());
  }

  @Test
  void withoutCitationsAndLikelihoodsLikenessTells() {
    assertEquals(
        List.of("boat similar"), found(ask(voice(Scope.FACTS, saying("船不卖，只租。")), "你们的船卖不卖")));
    assertEquals(List.of(), found(ask(voice(Scope.FACTS, saying("今天风大。")), "你们的船卖不卖")));
    assertEquals(List.of("boat similar"), found(ask(citing("船不卖，只租。[7]"), "你们的船卖不卖")));
  }

  @Test
  void whereTheModelTellsHowLikelyWordsAreTheSceneThatMakesThemLikelierIsEvidence() {
    List<String> contexts = new ArrayList<>();
    LikelihoodModel likelihoods = new Likelier("「船不卖，只租。」", contexts);
    Persona persona = Persona.of("沈渡", Language.ZH, Scope.PLAY, SCENES);
    ModelVoice voice = voice(persona, saying("船不卖，只租。你怎么没有继续读书？"), Optional.of(likelihoods), false);
    Voice.Answer answer = ask(voice, "你们的船卖不卖，你怎么没有继续读书");
    assertEquals(List.of("boat likelihood"), found(answer));
    assertEquals(0.5, answer.evidence().getFirst().score(), 1e-9);
    assertEquals(3, contexts.size(), "once without scenes, and once with each");
    assertFalse(contexts.getFirst().contains("只租"));
  }

  @Test
  void aClaimThatTheScenesDoNotMakeLikelierIsWithdrawnUnlessTheyHoldIt() {
    List<String> told = new ArrayList<>();
    Persona persona = Persona.of("沈渡", Language.ZH, Scope.FACTS, SCENES);
    ScriptedModel model = saying("船不卖，只租。好啊。船早就抵押给银行了。");
    LikelihoodModel unmoved = new Likelier("这里没有的话", new ArrayList<>());
    Voice.Answer answer =
        voice(persona, model, Optional.of(unmoved), false)
            .answer(Voice.Question.of("你们的船卖不卖"), List.of(), p -> told.add(p.text()));
    assertEquals("船不卖，只租。好啊。", answer.text());
    assertEquals(answer.text(), String.join("", told));
    assertEquals(List.of(Slip.UNFOUNDED), answer.slips());
    LikelihoodModel moved = new Likelier("「船不卖，只租。」", new ArrayList<>());
    Voice.Answer whole = ask(voice(persona, model, Optional.of(moved), false), "你们的船卖不卖");
    assertEquals("船不卖，只租。好啊。船早就抵押给银行了。", whole.text());
  }

  @Test
  void whatTheScenesHoldIsToldBeforeTheModelIsAskedHowLikelyTheRestIs() {
    List<String> contexts = new ArrayList<>();
    List<Integer> askedBefore = new ArrayList<>();
    Persona persona = Persona.of("沈渡", Language.ZH, Scope.FACTS, SCENES);
    ScriptedModel model = saying("船不卖，只租。好啊。船早就抵押给银行了。");
    LikelihoodModel unmoved = new Likelier("这里没有的话", contexts);
    voice(persona, model, Optional.of(unmoved), false)
        .answer(Voice.Question.of("你们的船卖不卖"), List.of(), _ -> askedBefore.add(contexts.size()));
    assertEquals(List.of(0, 0), askedBefore);
    assertTrue(!contexts.isEmpty());
  }

  @Test
  void whetherAReplyWasMadeUpIsAnsweredWithoutTheModel() {
    ModelVoice voice = voice(Scope.PLAY, saying("天上的事，船家不管。"));
    Voice.Answer answer = voice.answer(Voice.Question.of("这是你编的吗？"), history(1));
    assertTrue(answer.text().contains("编的"), answer.text());
    assertEquals(Usage.NONE, answer.usage());
    Voice.Answer other =
        voice.answer(Voice.Question.of("这是你编的吗？").withUnlike(List.of(answer.text())), history(1));
    assertTrue(!other.text().equals(answer.text()) && other.text().contains("编的"), other.text());
  }

  private static List<String> found(Voice.Answer answer) {
    return answer.evidence().stream().map(e -> e.scene() + " " + e.found().key()).toList();
  }

  /// Finds every token twice as likely where some words stand in the context.
  private record Likelier(String words, List<String> contexts) implements LikelihoodModel {
    @Override
    public String name() {
      return "likelier";
    }

    @Override
    public List<ScoredToken> score(Context context, String text) {
      String shown = ((Context.Chat) context).messages().toString();
      contexts.add(shown);
      double probability = shown.contains(words) ? 0.5 : 0.25;
      return text.codePoints()
          .mapToObj(c -> new ScoredToken(Character.toString(c), Math.log(probability)))
          .toList();
    }

    @Override
    public void close() {}
  }

  @Test
  void theSceneStandsBesideTheQuestion() {
    Prompt prompt = ask(voice(Scope.FACTS, saying("不卖。")), "你们的船卖不卖").prompt().orElseThrow();
    String last = prompt.messages().getLast().text();
    assertTrue(last.contains("沈渡:「船不卖，只租。」"), last);
    assertTrue(last.endsWith("你们的船卖不卖"), last);
    assertEquals(Message.Role.SYSTEM, prompt.messages().getFirst().role());
    assertEquals(prompt.tokens(), prompt.parts().stream().mapToInt(Prompt.Part::tokens).sum());
  }

  @Test
  void aPersonaOfFactsDeclinesBeforeTheModelIsAsked() {
    Voice.Answer answer = ask(voice(Scope.FACTS, saying("七百万。")), "火星上的天气预报准不准");
    assertTrue(answer.outOfScope());
    assertTrue(answer.prompt().isEmpty());
    assertEquals(Usage.NONE, answer.usage());
  }

  @Test
  void aPersonaOfFactsTakesNoteOfWhatIsToldWithoutTheModel() {
    ModelVoice voice = voice(Scope.FACTS, saying("七百万。"));
    Voice.Question told = Voice.Question.of("我在苏州做木工").withMemories(List.of());
    Voice.Answer answer = voice.answer(told, List.of());
    assertFalse(answer.outOfScope());
    assertEquals("small talk: telling", answer.why());
    assertEquals(Usage.NONE, answer.usage());
    assertTrue(ask(voice, "我在苏州做木工").outOfScope(), "nothing is noted where memory is off");
  }

  @Test
  void whatTheAskerNeverToldOfTheirLifeIsNotInvented() {
    ModelVoice voice = voice(Scope.PLAY, saying("七岁了吧。"));
    Voice.Question asked = Voice.Question.of("我儿子多大了").withMemories(List.of());
    Voice.Answer answer = voice.answer(asked, List.of());
    assertEquals("这个你没有跟我说过。", answer.text());
    assertTrue(answer.outOfScope());
    assertEquals(
        "七岁了吧。", ask(voice, "我儿子多大了").text(), "where memory is off it is a question like others");
  }

  @Test
  void aCharacterOfFictionImprovises() {
    Voice.Answer answer = ask(voice(Scope.PLAY, saying("天上的事，船家不管。")), "火星上的天气预报准不准");
    assertEquals("天上的事，船家不管。", answer.text());
    assertFalse(answer.outOfScope());
    assertEquals(List.of(), answer.evidence());
  }

  private static List<ConversationTurn> history(int turns) {
    return IntStream.rangeClosed(1, turns)
        .mapToObj(
            i -> {
              Reply reply =
                  new Reply(
                      "第" + i + "问", "第" + i + "答", false, List.of(), "s", "", 1, Usage.NONE, "c");
              return new ConversationTurn(i, i - 1, i, "", Instant.EPOCH, reply);
            })
        .toList();
  }

  @Test
  void theOldestOfALongHistoryIsLeftOut() {
    ModelVoice voice = voice(Scope.FACTS, saying("不卖。"));
    Prompt prompt = voice.answer(Voice.Question.of("你们的船卖不卖"), history(200)).prompt().orElseThrow();
    String all = prompt.messages().toString();
    assertTrue(all.contains("第200答") && !all.contains("第1答"), all);
    assertTrue(prompt.tokens() <= 1500, "tokens: " + prompt.tokens());
  }

  @Test
  void whatOutgrowsThePromptIsSummedUpOnce() {
    Map<Long, String> kept = new TreeMap<>();
    summaries =
        new Summaries() {
          @Override
          public Summary of(List<ConversationTurn> history) {
            return history.reversed().stream()
                .filter(turn -> kept.containsKey(turn.id()))
                .findFirst()
                .map(
                    turn -> new Summary(Objects.requireNonNull(kept.get(turn.id())), turn.number()))
                .orElse(Summary.NOTHING);
          }

          @Override
          public void keep(ConversationTurn last, String text) {
            kept.put(last.id(), text);
          }
        };
    Script script = Script.of(Rule.say("阿梅问了很多遍船。").whenContains("第1问"), Rule.say("不卖。"));
    ModelVoice voice = voice(Scope.FACTS, new ScriptedModel("scripted", script));
    Prompt prompt = voice.answer(Voice.Question.of("你们的船卖不卖"), history(200)).prompt().orElseThrow();
    assertEquals(1, kept.size());
    assertTrue(prompt.messages().getFirst().text().contains("阿梅问了很多遍船。"));
    voice.answer(Voice.Question.of("你们的船卖不卖"), history(202));
    assertEquals(1, kept.size(), "a few turns more are not summed up yet");
  }

  @Test
  void wordsOutOfFormAreCutAndNeverTold() {
    List<String> told = new ArrayList<>();
    ModelVoice voice = voice(Scope.PLAY, saying("船是不卖的。作为一个人工智能，我没有船。还想问什么？"));
    Voice.Answer answer =
        voice.answer(Voice.Question.of("你们的船卖不卖"), List.of(), p -> told.add(p.text()));
    assertEquals("船是不卖的。", answer.text());
    assertEquals(answer.text(), String.join("", told));
    assertEquals(List.of(Slip.MACHINE), answer.slips());
  }

  @Test
  void afterTwoDrawsThatComeToNothingOwnLinesTakeOver() {
    ModelVoice voice = voice(Scope.FACTS, saying("作为一个AI语言模型，我不能回答。"));
    Voice.Answer answer = ask(voice, "你们的船卖不卖");
    assertEquals("船不卖，只租。", answer.text());
    assertEquals(List.of(Slip.MACHINE, Slip.MACHINE), answer.slips());
    assertTrue(answer.why().startsWith("own lines took over"), answer.why());
    assertTrue(answer.usage().reply() > 0);
  }

  @Test
  void aModelWithoutWordsGivesWayToOwnLines() {
    Voice.Answer answer = ask(voice(Scope.FACTS, saying("\n同学：为什么？")), "你们的船卖不卖");
    assertEquals("船不卖，只租。", answer.text());
    assertEquals(List.of(Slip.WORDLESS, Slip.WORDLESS), answer.slips());
  }

  @Test
  void aPersonaOfFactsClaimsNothingThatIsNotInItsScenes() {
    Voice.Answer answer = ask(voice(Scope.FACTS, saying("船不卖，一艘要七百万，是2013年买的。")), "你们的船卖不卖");
    assertEquals("船不卖，只租。", answer.text());
    assertEquals(List.of(Slip.UNFOUNDED, Slip.UNFOUNDED), answer.slips());
    assertEquals("船值七百万。", ask(voice(Scope.PLAY, saying("船值七百万。")), "你们的船卖不卖").text());
  }

  @Test
  void scenesComeIntoTheSlotsOfTheInstructions() {
    Persona persona =
        Persona.of("沈渡", Language.ZH, Scope.PLAY, SCENES)
            .withInstructions("你是沈渡。\n{{RAG对话|你怎么没有继续读书}}\n{{RAG对话}}\n完。");
    Prompt prompt = ask(voice(persona, saying("不卖。")), "你们的船卖不卖").prompt().orElseThrow();
    String first = prompt.messages().getFirst().text();
    assertTrue(first.indexOf("掌舵") < first.indexOf("只租"), first);
    assertEquals(2, first.split("###", -1).length - 1, first);
    assertFalse(prompt.messages().getLast().text().contains("只租"));
  }
}
