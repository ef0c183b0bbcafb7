package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel;
import luotuo.model.ScoredToken;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class GroupTest {
  private static final Voice.Question HOW = Voice.Question.of("");
  private static final List<String> NAMES = List.of("春生", "夏荷", "秋实", "冬青");

  @TempDir Path here;
  private Database database;

  /// What each member was given to reply to, in order.
  private final List<Asked> asked = new ArrayList<>();

  private record Asked(String member, Voice.Question question, List<ConversationTurn> history) {
    String all() {
      return question + " " + history;
    }
  }

  @BeforeEach
  void open() {
    database = Database.open(here.resolve("luotuo.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Group group(String... words) {
    return group(Optional.empty(), words);
  }

  private Group group(Optional<LikelihoodModel> likelihoods, String... words) {
    List<GroupMember> members = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      Persona persona = Persona.of(NAMES.get(i), Language.ZH, Scope.PLAY, List.of());
      members.add(
          new GroupMember(persona, voice(NAMES.get(i), List.of(words)), ears(NAMES.get(i))));
    }
    return new Group(members, new GroupTalks(database), likelihoods);
  }

  /// Says its words in turn, each with a number of its own.
  private Voice voice(String member, List<String> words) {
    return new Voice() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public Answer answer(
          Question question,
          List<ConversationTurn> history,
          java.util.function.Consumer<luotuo.model.Piece> pieces) {
        asked.add(new Asked(member, question, history));
        String text = words.get(asked.size() % words.size());
        return new Answer("#" + asked.size() + "。" + text, false, List.of(), "");
      }
    };
  }

  /// What each member was to learn last, by its name.
  private final Map<String, List<String>> learned = new HashMap<>();

  private boolean onRecord = true;

  /// Notes what it is to learn, and recalls the speaker's name alone.
  private Ears ears(String member) {
    return new Ears() {
      @Override
      public boolean open() {
        return onRecord;
      }

      @Override
      public Voice.Question recall(Voice.Question question, GroupLine said) {
        return question.withUnlike(List.of("of " + said.speaker()));
      }

      @Override
      public void learn(long talk, List<Told> told) {
        assertTrue(talk > 0 || told.isEmpty());
        learned.put(
            member, told.stream().map(one -> one.before() + "|" + one.line().text()).toList());
      }
    };
  }

  @Test
  void eachLearnsWhatTheUserSaidInItsHearingAndNothingElse() {
    Group group = group("你好，我住在山上");
    group.say("我养了一只猫。", "阿梅", List.of());
    group.round(name -> group.speak(name, HOW, _ -> {}));
    assertEquals(List.of("|我养了一只猫。"), learned.get("冬青"));
    group.say("我怕狗。", "阿梅", List.of("冬青", "夏荷"));
    group.round(name -> group.speak(name, HOW, _ -> {}));
    onRecord = false;
    group.say("我欠了钱。", "阿梅", List.of());
    group.round(name -> group.speak(name, HOW, _ -> {}));
    onRecord = true;
    group.say("我姓何。", "阿梅", List.of());
    group.round(name -> group.speak(name, HOW, _ -> {}));
    assertEquals(List.of("|我养了一只猫。", "#1。你好，我住在山上|我怕狗。", "#3。你好，我住在山上|我姓何。"), learned.get("冬青"));
    assertEquals(List.of("|我养了一只猫。", "#3。你好，我住在山上|我姓何。"), learned.get("秋实"));
  }

  @Test
  void whatWasSaidIsLearnedAlsoWhereNobodyCanReply() {
    Group group = group("好");
    group.say("我养了一只猫。", "", List.of());
    assertThrows(
        IllegalStateException.class,
        () ->
            group.round(
                _ -> {
                  throw new IllegalStateException();
                }));
    assertEquals(List.of("|我养了一只猫。"), learned.get("春生"));
  }

  @Test
  void whoMindsTheUserMindsNobodyElse() {
    Group group = group("好");
    group.say("我养了一只猫。", "阿梅", List.of());
    group.speak("春生", HOW, _ -> {});
    group.speak("夏荷", HOW, _ -> {});
    assertEquals(List.of("of 阿梅"), asked.getFirst().question().unlike());
    assertEquals(List.of("of 阿梅"), asked.getLast().question().unlike());
    group.speak("春生", HOW, _ -> {});
    assertEquals(List.of("of 夏荷"), asked.getLast().question().unlike());
  }

  @Test
  void aTalkThatIsRemovedNeverGivesItsNumberAway() {
    GroupTalks talks = new GroupTalks(database);
    long first = talks.start(NAMES, "");
    talks.remove(first);
    assertTrue(talks.start(NAMES, "") > first);
  }

  @Test
  void linesOfBeforeThereWasMemoryAreKeptAndNeverLearned() {
    database.migrate(GroupTables.ROOM, GroupTables.STEPS.subList(0, 2));
    database.update("INSERT INTO group_talks VALUES (7, '[\"春生\"]', 0, '旧事')");
    database.update(
        "INSERT INTO group_lines VALUES (7, 1, '阿梅', '我养了一只猫。', '[\"春生\"]', '[]', '', 0)");
    GroupTalks talks = new GroupTalks(database);
    assertEquals("旧事", talks.summary(7).topic());
    assertEquals("我养了一只猫。", talks.lines(7).getFirst().text());
    assertEquals(List.of(), Told.to("春生", talks.lines(7)));
    assertEquals(List.of(), talks.toldTo("春生"));
  }

  @Test
  void nobodyEverKnowsWhatWasNotSaidInItsHearing() {
    long seed = 20261128;
    System.out.println("GroupTest seed " + seed);
    Random random = new Random(seed);
    Group group = group("好的", "那夏荷呢", "你觉得呢？", "冬青来说");
    int lines = 0;
    while (lines < 100) {
      if (random.nextInt(4) == 0) {
        String to = NAMES.get(random.nextInt(4));
        group.say("悄悄话§" + lines + "§", "阿梅", random.nextBoolean() ? List.of(to) : List.of());
      } else {
        group.next().ifPresent(name -> group.speak(name, HOW, _ -> {}));
      }
      lines = Math.max(lines + 1, group.lines().size());
      asked.forEach(known -> assertKnowsOnlyWhatItHeard(known, group));
    }
    assertTrue(asked.size() > 40, "spoken: " + asked.size());
    long whispers = group.lines().stream().filter(line -> line.heard().size() == 1).count();
    assertTrue(whispers > 5, "whispers: " + whispers);
  }

  private static void assertKnowsOnlyWhatItHeard(Asked known, Group group) {
    String all = known.all();
    group.lines().stream()
        .filter(line -> !line.heard().contains(known.member()))
        .forEach(line -> assertFalse(all.contains(line.text()), line + " is known to " + known));
  }

  @Test
  void whoIsNamedSpeaksElseWhoWasAskedElseInTurn() {
    Group group = group("嗯");
    group.say("秋实，你怎么看", "阿梅", List.of());
    assertEquals("秋实", group.next().orElseThrow());
    group.speak("秋实", HOW, _ -> {});
    assertEquals("春生", group.next().orElseThrow());
    group.speak("春生", HOW, _ -> {});
    assertEquals("夏荷", group.next().orElseThrow());
  }

  /// Finds one name likelier than all others.
  private record Preferring(String name, List<String> contexts) implements LikelihoodModel {
    @Override
    public List<ScoredToken> score(Context context, String text) {
      contexts.add(text + ((Context.Plain) context).text());
      return List.of(new ScoredToken(text, text.equals(name + "：") ? -1 : -5));
    }

    @Override
    public void close() {}
  }

  @Test
  void whereNobodyIsCalledTheLikeliestSpeaksAndNobodyIsForgotten() {
    List<String> contexts = new ArrayList<>();
    Group group = group(Optional.of(new Preferring("冬青", contexts)), "嗯", "是啊", "好");
    group.say("今天风大。", "阿梅", List.of());
    assertEquals("冬青", group.next().orElseThrow());
    group.say("夏荷来说。", "阿梅", List.of());
    assertEquals("夏荷", group.next().orElseThrow(), "who is called goes first");
    for (int i = 0; i < 60; i++) {
      String last = group.lines().getLast().speaker();
      String next = group.next().orElseThrow();
      assertNotEquals(last, next);
      group.speak(next, HOW, _ -> {});
    }
    List<String> spoken = group.lines().stream().map(GroupLine::speaker).toList();
    long often = spoken.stream().filter("冬青"::equals).count();
    assertTrue(often >= 20, "the likeliest spoke " + often + " times of 60");
    for (String name : NAMES) {
      for (int from = 2; from + 12 < spoken.size(); from++) {
        assertTrue(spoken.subList(from, from + 12).contains(name), name + " is silent " + spoken);
      }
    }
    assertTrue(contexts.size() <= 3 * 62, "scorings: " + contexts.size());
  }

  @Test
  void theModelReadsOfEachOnlyWhatThatOneHeard() {
    List<String> contexts = new ArrayList<>();
    Group group = group(Optional.of(new Preferring("冬青", contexts)), "嗯");
    group.say("秘密在井里。", "阿梅", List.of("春生"));
    group.say("都坐吧。", "阿梅", List.of());
    group.next();
    assertEquals(4, contexts.size());
    contexts.forEach(
        context -> assertEquals(context.startsWith("春生："), context.contains("秘密"), context));
  }

  @Test
  void whoeverAsksBackGetsAnAnswer() {
    Group group = group("你说呢？");
    group.speak("春生", HOW, _ -> {});
    group.speak("冬青", HOW, _ -> {});
    assertEquals("春生", group.next().orElseThrow());
  }

  @Test
  void aWhisperIsAnsweredByWhoHeardItAndHeardByNobodyElse() {
    Group group = group("知道了");
    group.say("别告诉别人", "", List.of("冬青"));
    assertEquals("冬青", group.next().orElseThrow());
    GroupLine reply = group.speak("冬青", HOW, _ -> {});
    assertEquals(List.of("冬青"), reply.heard());
    assertTrue(group.next().isEmpty(), "nobody else heard it");
    assertThrows(Failure.class, () -> group.say("喂", "", List.of("老王")));
  }

  @Test
  void theTalkIsThereAfterARestart() {
    Group group = group("好");
    group.say("大家好", "阿梅", List.of());
    group.speak("春生", HOW, _ -> {});
    close();
    open();
    Group again = group("好");
    again.resume();
    assertEquals(group.lines(), again.lines());
    assertEquals("夏荷", again.next().orElseThrow());
  }

  @Test
  void theTopicOpensTheTalk() {
    Group group = group("好");
    group.about("码头的旧事");
    group.speak(group.next().orElseThrow(), HOW, _ -> {});
    assertTrue(asked.getFirst().question().text().contains("码头的旧事"));
    assertEquals(List.of("夏荷", "秋实", "冬青"), asked.getFirst().question().company());
  }
}
