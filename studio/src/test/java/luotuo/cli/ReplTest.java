package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Talks that are piped in.
class ReplTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void importTranscript() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT);
    cli.run("persona", "import", "talk.txt");
  }

  private Cli.Result talk(String... lines) {
    return cli.typing(String.join("\n", lines)).run("chat", "阿远");
  }

  @Test
  void eachLineGetsAReplyAndWhatItRestsOn() {
    Cli.Result result = talk("你养过什么动物？", "", "你最喜欢哪个季节？");
    assertEquals(0, result.code());
    assertEquals(
        List.of(
            "我养过一只叫阿黄的狗。",
            "  ↳ talk.txt:5 “我养过一只叫阿黄的狗。”",
            "秋天，桂花开的时候。",
            "  ↳ talk.txt:8 “秋天，桂花开的时候。”"),
        result.out().lines().toList());
  }

  @Test
  void whyShowsEverything() {
    String out = talk("你养过什么动物？", "/why").out();
    assertTrue(out.contains("1. talk.txt:5  (scene "), out);
    assertTrue(out.contains("own-lines: "), out);
  }

  @Test
  void whyShowsTheLinesThatASceneWasWrittenAfter() {
    Cli.Result result = cli.withShipped().typing("介绍一下你自己吧\n/why\n").run("chat", "李鲁鲁");
    assertTrue(result.out().contains("written after luotuo.txt:2"), result.out() + result.err());
  }

  @Test
  void beforeAnythingIsSaidThereIsNothingToShow() {
    String out = talk("/why", "/history").out();
    assertEquals(List.of("Nothing was said yet.", "Nothing was said yet."), out.lines().toList());
    assertEquals("Nothing was said yet.\n", talk("/export").err());
  }

  @Test
  void historyIsKeptAcrossRestarts() {
    talk("你养过什么动物？");
    String out = talk("你最喜欢哪个季节？", "/history").out();
    assertTrue(out.contains("1 You › 你养过什么动物？"), out);
    assertTrue(out.contains("2 You › 你最喜欢哪个季节？"), out);
    assertEquals(
        "Nothing was said yet.\n", talk("/new", "/history").out().replaceFirst(".*\n", ""));
  }

  @Test
  void whoAsksIsKept() {
    String out = talk("/as 投资人", "你养过什么动物？", "/as", "你好", "/history").out();
    assertTrue(out.contains("1 投资人 › 你养过什么动物？"), out);
    assertTrue(out.contains("2 You › 你好"), out);
  }

  @Test
  void quitEndsAndNothingAfterItIsSaid() {
    assertFalse(talk("/quit", "你养过什么动物？").out().contains("阿黄"));
  }

  @Test
  void anUnknownCommandIsNamedAndTheTalkGoesOn() {
    Cli.Result result = talk("/dance", "你养过什么动物？");
    assertEquals("There is no command /dance; /help lists them.\n", result.err());
    assertTrue(result.out().contains("阿黄"));
  }

  @Test
  void twoSlashesAreOneToThePersona() {
    String out = talk("//why", "/history").out();
    assertTrue(out.contains("1 You › /why"), out);
  }

  @Test
  void exportWritesMarkdownOrJsonAndNeverOverAnotherFile() throws IOException {
    talk("你养过什么动物？", "/export a.md", "/export a.jsonl");
    assertTrue(Files.readString(folder.resolve("a.md")).contains("**You**: 你养过什么动物？"));
    assertEquals(1, Files.readAllLines(folder.resolve("a.jsonl")).size());
    Cli.Result again = talk("/export talk.txt");
    assertTrue(again.err().contains("is there already"), again.err());
    assertTrue(Files.readString(folder.resolve("talk.txt")).startsWith("提问人"));
  }

  @Test
  void whatIsTakenBackStaysOnAWayOfItsOwn() {
    String out = talk("你养过什么动物？", "/undo", "你最喜欢哪个季节？", "/branches", "/branch 2").out();
    assertTrue(out.contains("Taken back; turns so far: 0."), out);
    assertTrue(out.contains("› 1. turns: 1, last said: 你最喜欢哪个季节？"), out);
    assertTrue(out.contains("  2. turns: 1, last said: 你养过什么动物？"), out);
    assertTrue(out.endsWith("1 You › 你养过什么动物？\n  阿远 › 我养过一只叫阿黄的狗。\n"), out);
  }

  @Test
  void otherWordsTakeThePlaceOfTheLast() {
    String out = talk("你养过什么动物？", "/edit 你最喜欢哪个季节？", "/history").out();
    assertTrue(out.contains("1 You › 你最喜欢哪个季节？\n  阿远 › 秋天，桂花开的时候。\n"), out);
    assertFalse(out.contains("2 You"), out);
    assertTrue(talk("/edit").err().contains("after /edit"), "names what is missing");
  }

  @Test
  void anotherReplyDiffersAndBothCanBeSeen() {
    Cli.Result result = talk("你好", "/regenerate", "/swipe", "/history");
    List<String> greetings =
        result.out().lines().filter(l -> !l.startsWith(" ") && !l.contains("›")).toList();
    assertEquals(2, greetings.stream().distinct().count(), result.out() + result.err());
    assertEquals("阿远 has nothing else to say to that.\n", result.err());
    String back = talk("/branch 2", "/swipe").out();
    assertTrue(back.contains("Reply 2 of 2"), back);
  }

  @Test
  void beforeAnythingIsSaidThereIsNoOtherWay() {
    for (String command : List.of("/regenerate", "/swipe", "/undo", "/edit x")) {
      assertEquals("Nothing was said yet.\n", talk(command).err(), command);
    }
    assertTrue(talk("你好", "/undo 2").err().contains("2 is not a number from 1 to 1"));
  }

  @Test
  void withJsonEachReplyIsAnObject() {
    Cli.Result result = cli.typing("你好\n你养过什么动物？\n").run("chat", "阿远", "--json");
    List<Shape> replies = result.lines();
    assertEquals(2, replies.size());
    assertEquals(replies.get(0).get("conversation"), replies.get(1).get("conversation"));
  }

  @Test
  void helpListsEveryCommand() {
    String out = talk("/help").out();
    SlashCommands.NAMES.forEach(name -> assertTrue(out.contains(name), name));
  }
}
