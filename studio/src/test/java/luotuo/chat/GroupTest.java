package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import luotuo.job.Failure;
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
    List<GroupMember> members = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      Persona persona = Persona.of(NAMES.get(i), Language.ZH, Scope.PLAY, List.of());
      members.add(new GroupMember(persona, voice(NAMES.get(i), List.of(words))));
    }
    return new Group(members, new GroupTalks(database));
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
