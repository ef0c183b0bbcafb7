package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody says in a talk is remembered in the next one, and can be seen and changed.
class MemoryCommandsTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void talk() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT);
    cli.run("persona", "import", "talk.txt");
    cli.run("chat", "阿远", "--as", "阿梅", "--new", "我在灯塔书店上班，管儿童区。");
    cli.run("chat", "阿远", "--as", "老郭", "--new", "我在码头修船。");
  }

  private String ask(String... arguments) {
    return cli.run(arguments).object().text("reply");
  }

  @Test
  void aLaterConversationRemembersAnEarlierOne() {
    Cli.Result reply = cli.run("chat", "阿远", "--as", "阿梅", "--new", "--json", "你还记得我在灯塔书店管什么吗？");
    assertEquals("你说过：“我在灯塔书店上班，管儿童区。”", reply.object().text("reply"));
    assertTrue(reply.out().contains("\"quote\":\"我在灯塔书店上班，管儿童区。\""), reply.out());
  }

  @Test
  void whatWasNeverToldIsSaidToBeSo() {
    assertEquals("这个你没有跟我说过。", ask("chat", "阿远", "--new", "--json", "你还记得我在哪儿上班吗？"));
    String other = ask("chat", "阿远", "--as", "老郭", "--new", "--json", "你还记得我养的猫叫什么吗？");
    assertEquals("这个你没有跟我说过。", other);
  }

  @Test
  void aPlainFactOfTheAskersLifeThatWasNeverToldIsAnsweredSo() {
    assertEquals("这个你没有跟我说过。", ask("chat", "阿远", "--as", "老郭", "--new", "--json", "我儿子多大了"));
  }

  @Test
  void withoutMemoryNothingIsRecalledOrLearned() {
    String reply =
        ask("chat", "阿远", "--as", "阿梅", "--new", "--no-memory", "--json", "你还记得我在灯塔书店管什么吗？");
    assertTrue(!reply.contains("儿童区"), reply);
    cli.run("chat", "阿远", "--as", "阿梅", "--new", "--no-memory", "我养了一只乌龟。");
    cli.run("chat", "阿远", "--as", "阿梅", "--new", "你好");
    assertTrue(!cli.run("memory", "list").out().contains("乌龟"));
  }

  @Test
  void memoriesAreListedByPersonaAndPerson() {
    List<Shape> all = cli.run("memory", "list", "--json").lines();
    assertEquals(Set.of("阿梅", "老郭"), Set.copyOf(all.stream().map(m -> m.get("person")).toList()));
    assertEquals(2, all.size());
    List<Shape> one = cli.run("memory", "list", "阿远", "--as", "老郭", "--json").lines();
    assertEquals(List.of("我在码头修船。"), one.stream().map(m -> m.get("text")).toList());
    assertTrue(cli.run("memory", "list").out().contains("阿远 remembers of 阿梅"));
  }

  @Test
  void aMemoryShowsWhereItComesFrom() {
    Cli.Result why = cli.run("memory", "why", "1");
    assertTrue(why.out().contains("阿梅 › 我在灯塔书店上班，管儿童区。"), why.out());
    assertEquals("我在灯塔书店上班，管儿童区。", cli.run("memory", "why", "1", "--json").object().text("said"));
  }

  @Test
  void aMemoryOfATalkAmongSeveralShowsItsLine() {
    cli.having("other.txt", "老师:你最喜欢哪个季节？\n小满:秋天，桂花开的时候。\n");
    cli.run("persona", "import", "other.txt");
    cli.typing("/to 小满 我养了一只乌龟。\n").run("chat", "阿远", "小满", "--as", "阿梅");
    List<Shape> known = cli.run("memory", "list", "小满", "--json").lines();
    assertEquals(List.of("我养了一只乌龟。"), known.stream().map(m -> m.get("text")).toList());
    assertEquals(1, known.getFirst().get("group"));
    assertEquals(1, known.getFirst().get("line"));
    assertTrue(cli.run("memory", "show", "3").out().contains("said in group-1:1"));
    String why = cli.run("memory", "why", "3").out();
    assertTrue(why.contains("In talk 1 among 小满, 阿远:"), why);
    assertTrue(why.contains("1 阿梅 → 小满 › 我养了一只乌龟。"), why);
    assertEquals("我养了一只乌龟。", cli.run("memory", "why", "3", "--json").object().text("said"));
  }

  @Test
  void aMemoryCanBeEditedAndForgotten() {
    cli.run("memory", "edit", "1", "我在渡口卖船票。");
    Cli.Result shown = cli.run("memory", "show", "1");
    assertTrue(shown.out().contains("written  我在灯塔书店上班，管儿童区。"), shown.out());
    assertTrue(shown.out().contains("edited  我在渡口卖船票。"), shown.out());
    assertEquals(0, cli.run("memory", "forget", "1").code());
    assertTrue(!cli.run("memory", "list").out().contains("渡口"));
    assertTrue(cli.run("memory", "list", "--all").out().contains("渡口"));
    assertEquals(2, cli.run("memory", "export").out().lines().count());
    Cli.Result unknown = cli.run("memory", "forget", "99");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().startsWith("There is no memory 99"), unknown.err());
  }

  @Test
  void aModelIsGivenWhatIsRemembered() {
    Cli.Result reply =
        cli.run(
            "chat",
            "阿远",
            "--as",
            "阿梅",
            "--new",
            "--model",
            "scripted",
            "--show-prompt",
            "--json",
            "你还记得我在灯塔书店管什么吗？");
    assertTrue(reply.out().contains("- 我在灯塔书店上班，管儿童区。"), reply.out());
  }
}
