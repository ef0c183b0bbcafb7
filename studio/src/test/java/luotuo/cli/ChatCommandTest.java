package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeTranscript() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT);
  }

  @Test
  void aFileIsImportedAndTalksInOneStep() {
    Cli.Result result = cli.run("chat", "talk.txt", "你养过什么动物？", "--json");
    assertEquals(0, result.code());
    assertEquals("", result.err());
    Shape reply = result.object();
    assertEquals("你养过什么动物？", reply.get("question"));
    assertEquals("我养过一只叫阿黄的狗。", reply.get("reply"));
    assertEquals(false, reply.get("outOfScope"));
    assertEquals("own-lines", reply.get("voice"));
    assertTrue(reply.number("millis") >= 0);
    assertFalse(String.valueOf(reply.get("conversation")).isBlank());
    Shape evidence = result.object().list("evidence").getFirst();
    assertEquals("talk.txt", evidence.get("file"));
    assertEquals(5, evidence.get("line"));
    assertEquals("我养过一只叫阿黄的狗。", evidence.get("quote"));
    assertTrue(evidence.real("score") > 0);
    assertTrue(evidence.keys().contains("scene"));
  }

  @Test
  void aFileSaysOnStandardErrorWhatWasUnderstood() {
    Cli.Result result = cli.run("chat", "talk.txt", "你养过什么动物？");
    assertTrue(result.err().startsWith("阿远 is ready"), result.err());
    assertEquals(
        List.of("我养过一只叫阿黄的狗。", "  ↳ talk.txt:5 “我养过一只叫阿黄的狗。”"), result.out().lines().toList());
    assertEquals("", cli.run("chat", "talk.txt", "你养过什么动物？").err());
  }

  @Test
  void aFileMayBeGivenAName() {
    cli.run("chat", "talk.txt", "你好", "--name", "远哥");
    assertEquals(0, cli.run("persona", "show", "远哥").code());
  }

  @Test
  void aQuestionGoesOnWithTheLastConversationUnlessItIsNew() {
    Object first = cli.run("chat", "talk.txt", "你好", "--json").object().get("conversation");
    Object second = cli.run("chat", "阿远", "你好", "--json").object().get("conversation");
    Object third = cli.run("chat", "阿远", "你好", "--new", "--json").object().get("conversation");
    assertEquals(first, second);
    assertNotEquals(first, third);
  }

  @Test
  void standardInputHoldsAConversationALine() {
    cli.run("persona", "import", "talk.txt");
    Cli.Result result =
        cli.typing("\ufeff你好\n\n   \n你养过什么动物？\r\n你最喜欢\u0007哪个季节？")
            .run("chat", "阿远", "--stdin", "--json");
    List<Shape> replies = result.lines();
    assertEquals(3, replies.size());
    assertEquals("你好", replies.get(0).get("question"));
    assertEquals("我养过一只叫阿黄的狗。", replies.get(1).get("reply"));
    assertEquals("你最喜欢 哪个季节？", replies.get(2).get("question"));
    assertEquals(3, replies.stream().map(reply -> reply.get("conversation")).distinct().count());
  }

  @Test
  void brokenBytesAreNoReasonToStop() {
    cli.run("persona", "import", "talk.txt");
    byte[] broken = "你好\n".getBytes(StandardCharsets.UTF_8);
    broken[0] = (byte) 0xff;
    Cli.Result result = cli.typing(broken).run("chat", "阿远", "--stdin", "--json");
    assertEquals(0, result.code());
    assertEquals(1, result.lines().size());
  }

  @Test
  void aLongPasteGetsAFittingReply() {
    cli.run("persona", "import", "talk.txt");
    String paste = "从前有座山，山里有座庙。".repeat(250);
    Cli.Result result = cli.run("chat", "阿远", paste, "--json");
    assertEquals(0, result.code());
    assertEquals(false, result.object().get("outOfScope"));
    assertEquals(paste, result.object().get("question"));
  }

  @Test
  void oddInputGetsAReply() {
    cli.run("persona", "import", "talk.txt");
    for (String odd :
        List.of("", "   ", "?", "\u001b[31m", "🐫", "@file", "{0}", "'; drop table turns")) {
      Cli.Result result = cli.run("chat", "阿远", odd, "--json");
      assertEquals(0, result.code(), odd);
      assertFalse(String.valueOf(result.object().get("reply")).isBlank(), odd);
    }
  }

  @Test
  void onlyWhatWasBeforeIsKnown() {
    cli.run("persona", "import", "talk.txt");
    String second =
        cli.run("persona", "show", "阿远", "--scenes", "--json").lines().get(1).text("scene");
    Cli.Result declined = cli.run("chat", "阿远", "你养过什么动物？", "--until", second, "--json");
    assertEquals(true, declined.object().get("outOfScope"));
    Cli.Result wrong = cli.run("chat", "阿远", "你好", "--until", "none");
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("has no scene none"), wrong.err());
  }

  @Test
  void onlyScenesOfThosePresentAreKnown() {
    cli.run("persona", "import", "talk.txt");
    Cli.Result declined = cli.run("chat", "阿远", "你养过什么动物？", "--present", "老师", "--json");
    assertEquals(true, declined.object().get("outOfScope"));
    Cli.Result wrong = cli.run("chat", "阿远", "你好", "--present", "校长");
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("同学"), wrong.err());
  }

  @Test
  void severalWordsAreOneQuestion() {
    cli.run("persona", "import", "talk.txt");
    var reply = cli.run("chat", "阿远", "who", "are", "you?", "--json").object();
    assertEquals("who are you?", reply.get("question"));
  }

  @Test
  void aPersonaFolderNeedsNoImport() {
    cli.run("persona", "import", "talk.txt");
    cli.run("persona", "export", "阿远", "out/远");
    cli.run("persona", "remove", "阿远");
    assertEquals(0, cli.run("chat", "./out/远", "你养过什么动物？").code());
    assertEquals("", cli.run("persona", "list", "--json").out());
  }

  @Test
  void aPathThatIsNotThereIsNamed() {
    Cli.Result result = cli.run("chat", "none/of/this.txt", "你好");
    assertEquals(1, result.code());
    assertEquals("There is no file none/of/this.txt.\n", result.err());
  }

  private Cli together() {
    cli.having("other.txt", "老师:你最喜欢哪个季节？\n小满:秋天，桂花开的时候。\n");
    cli.run("persona", "import", "talk.txt");
    cli.run("persona", "import", "other.txt");
    return cli;
  }

  @Test
  void aTalkAmongSeveralIsWrittenToAFile() throws IOException {
    Cli.Result result =
        together()
            .typing("/export\n/to 小满 你最喜欢哪个季节？\n/export a.md\n/export a.jsonl\n/export a.md\n")
            .run("chat", "阿远", "小满", "--as", "阿梅");
    assertTrue(result.err().startsWith("Nothing was said yet."), result.err());
    assertTrue(result.err().contains("is there already"), result.err());
    String page = Files.readString(folder.resolve("a.md"));
    assertTrue(page.contains("**阿梅 → 小满**: 你最喜欢哪个季节？"), page);
    assertEquals(2, Files.readAllLines(folder.resolve("a.jsonl")).size());
    cli.typing("/export\n").run("chat", "阿远", "小满");
    assertTrue(Files.exists(folder.resolve("小满-阿远-group-1.md")));
  }

  @Test
  void aSceneHasToBeInTheStoryOfEach() {
    Cli.Result result = together().typing("你好\n").run("chat", "阿远", "小满", "--until", "talk-003");
    assertEquals(1, result.code());
    assertTrue(result.err().startsWith("小满 has no scene talk-003"), result.err());
  }

  @Test
  void severalCharactersTalkByThemselves() {
    Cli.Result result =
        Cli.in(folder)
            .withShipped()
            .run("chat", "苗半升", "郝远", "--auto", "4", "--topic", "利息", "--json");
    List<Shape> lines = result.lines();
    assertEquals(4, lines.size(), result.err());
    assertEquals("苗半升", lines.getFirst().get("speaker"));
    assertEquals("郝远", lines.get(1).get("speaker"));
    lines.forEach(line -> assertFalse(line.get("text").toString().isBlank()));
  }
}
