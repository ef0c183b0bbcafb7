package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.chat.Group;
import luotuo.chat.GroupLine;
import luotuo.chat.Voice;
import luotuo.job.Progress;
import luotuo.memory.Fact;
import luotuo.memory.Whose;
import luotuo.persona.ImportRequest;
import luotuo.persona.Persona;
import luotuo.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said among several is learned by those who heard it.
class GroupMemoryTest {
  private static final Voice.Question HOW = Voice.Question.of("");

  @TempDir Path folder;

  @BeforeEach
  void makeThem() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "同学:你养过什么动物？\n阿远:我养过一只叫阿黄的狗。\n");
    Files.writeString(folder.resolve("b.txt"), "老师:你最喜欢哪个季节？\n小满:秋天，桂花开的时候。\n");
    try (Studio studio = studio()) {
      studio.workshop().importFrom("a.txt", ImportRequest.plain());
      studio.workshop().importFrom("b.txt", ImportRequest.plain());
    }
  }

  private Studio studio() {
    Workspace workspace = new Workspace(folder.resolve("home"));
    return new Studio(
        new Settings(workspace, folder, folder, "zh"), Progress.SILENT, new HashedModels());
  }

  private static Group group(Studio studio, Remembers remembers) {
    List<Persona> both = List.of(studio.persona("阿远"), studio.persona("小满"));
    return studio.group(both, false, Speaking.DEFAULT.withModel(Speaking.OWN_LINES), remembers);
  }

  private static void say(Group group, String words, String... to) {
    group.say(words, "阿梅", List.of(to));
    group.round(name -> group.speak(name, HOW, _ -> {}));
  }

  private static List<String> known(Studio studio, String persona) {
    return studio.facts().of(new Whose(persona, "阿梅")).stream().map(Fact::text).toList();
  }

  @Test
  void whoHeardItLearnsItOnce() {
    try (Studio studio = studio()) {
      Group group = group(studio, Remembers.BY_RULE);
      say(group, "我在灯塔书店上班。");
      say(group, "我养了一只乌龟。", "阿远");
      assertEquals(List.of("我在灯塔书店上班。", "我养了一只乌龟。"), known(studio, "阿远"));
      assertEquals(List.of("我在灯塔书店上班。"), known(studio, "小满"));
      say(group(studio, Remembers.BY_RULE), "我爱喝茶。");
      Fact fact = studio.facts().of(new Whose("小满", "阿梅")).getFirst();
      assertEquals(1, studio.facts().history(fact.id()).size());
      GroupLine line =
          studio.groups().line(fact.origin().group(), fact.origin().number()).orElseThrow();
      assertEquals("我在灯塔书店上班。", line.text());
      assertTrue(studio.conversations().turn(fact.origin().turn()).isEmpty());
    }
  }

  @Test
  void itComesToMindInALaterTalkWithOneAlone() {
    try (Studio studio = studio()) {
      say(group(studio, Remembers.BY_RULE), "我在灯塔书店上班，管儿童区。");
      Talk talk = studio.talk(studio.persona("小满"), true);
      var asked = new Voice.Question("你还记得我在灯塔书店管什么吗？", "阿梅", Integer.MAX_VALUE, List.of());
      var reply = talk.say(asked);
      assertTrue(reply.text().contains("儿童区"), reply.text());
      assertEquals("group-1", reply.evidence().getFirst().source().file());
    }
  }

  @Test
  void whatTheProgramDidNotComeToLearnIsLearnedWhenItRunsAgain() {
    try (Studio studio = studio()) {
      group(studio, Remembers.BY_RULE).say("我养了一只乌龟。", "阿梅", List.of("小满"));
      assertEquals(List.of(), known(studio, "小满"));
    }
    try (Studio studio = studio()) {
      studio.talk(studio.persona("小满"), true);
      studio.talk(studio.persona("阿远"), true);
      assertEquals(List.of("我养了一只乌龟。"), known(studio, "小满"));
      assertEquals(List.of(), known(studio, "阿远"));
    }
  }

  @Test
  void whatIsSaidOffTheRecordIsNeverLearned() {
    try (Studio studio = studio()) {
      Group group = group(studio, Remembers.NOTHING);
      say(group, "我养了一只乌龟。");
      group.say("我在码头修船。", "阿梅", List.of());
    }
    try (Studio studio = studio()) {
      say(group(studio, Remembers.BY_RULE), "我爱喝茶。");
      assertEquals(List.of("我爱喝茶。"), known(studio, "阿远"));
      assertEquals(List.of("我爱喝茶。"), known(studio, "小满"));
    }
  }
}
