package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A persona with golden dialogues beside it.
class PersonaTestCommandTest {
  private static final String SCRIPT =
      """
      rules:
        - matches: "养过什么动物？$"
          reply: "一只<狗>，叫阿黄 & 它\\u0001。"
        - matches: "住在哪里？$"
          reply: 住在河边。
        - matches: "哪一条河？$"
          reply: 沱江。
      """;

  private static final String TESTS =
      """
      dialogues:
        - name: 动物 <&>
          turns:
            - ask: 你养过什么动物？
              says: [[猫, 狗]]
              cites: [talk.txt:5]
        - name: 河
          turns:
            - ask: 你小时候住在哪里？
              declines: false
            - ask: 哪一条河？
              as: 同学
              saysNot: 沱江
      """;

  private static final String WITH_MODEL = "scripted:script.yaml";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void importTranscript() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT).having("script.yaml", SCRIPT);
    assertEquals(0, cli.run("persona", "import", "talk.txt", "--scope", "play").code());
  }

  private Cli testing(String tests) {
    return cli.having("home/personas/阿远/tests.yaml", tests);
  }

  @Test
  void whatDoesNotHoldIsShownWithTheReply() {
    Cli.Result result = testing(TESTS).run("persona", "test", "阿远", "--model", WITH_MODEL);
    assertEquals(1, result.code(), result.err());
    List<String> lines = result.out().lines().map(String::strip).toList();
    assertEquals("held      动物 <&>", lines.get(1));
    assertEquals("FAILED    河", lines.get(2));
    assertEquals(List.of("says: 沱江", "asked: 哪一条河？", "replied: 沱江。"), lines.subList(3, 6));
    assertTrue(lines.getLast().startsWith("2 dialogues: 1 held, 1 failed"), result.out());
  }

  @Test
  void whereAllHoldsTheExitIsZeroAndTheLedgerHasARow() {
    String right = TESTS.replace("saysNot: 沱江", "says: 沱江");
    Cli.Result result =
        testing(right).run("persona", "test", "阿远", "--model", WITH_MODEL, "--json");
    assertEquals(0, result.code(), result.out());
    assertEquals(2, result.object().get("held"));
    Shape row = cli.run("ledger", "list", "--what", "persona test", "--json").lines().getFirst();
    assertEquals(WITH_MODEL, row.get("model"));
    assertEquals(3, row.number("calls"));
  }

  @Test
  void aKnownFailureIsCountedAndOneThatHoldsIsAnError() {
    String known = TESTS + "        known: too small\n";
    Cli.Result failing =
        testing(known).run("persona", "test", "阿远", "--model", WITH_MODEL, "--json");
    assertEquals(0, failing.code(), failing.out());
    assertEquals(1, failing.object().get("known"));
    String fixed = known.replace("saysNot: 沱江", "says: 沱江");
    Cli.Result holding = testing(fixed).run("persona", "test", "阿远", "--model", WITH_MODEL);
    assertEquals(1, holding.code());
    assertTrue(holding.out().contains("holds now, although it is marked"), holding.out());
  }

  @Test
  void ownLinesAreTestedWithoutAModel() {
    String tests = "dialogues: [{name: a, turns: [{ask: 你养过什么动物？, says: 阿黄, cites: talk.txt}]}]";
    assertEquals(0, testing(tests).run("persona", "test", "阿远").code());
  }

  @Test
  void badInputIsOneSentenceAndExitsWithTwo() {
    Cli.Result none = cli.run("persona", "test", "阿远");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("tests.yaml"), none.err());
    Cli.Result wrong = testing("dialogues:\n  - nam: x\n").run("persona", "test", "阿远");
    assertEquals(2, wrong.code());
    assertEquals(1, wrong.err().lines().count());
    assertTrue(wrong.err().contains("tests.yaml, line 2: there is no field nam"), wrong.err());
    String later = "dialogues: [{name: a, turns: [{ask: b, until: nowhere, says: c}]}]";
    assertEquals(2, testing(later).run("persona", "test", "阿远").code());
    assertEquals(2, cli.run("persona", "test", "nobody").code());
  }

  @Test
  void junitsXmlCanBeReadBackWhateverWasSaid() throws Exception {
    String wrong = TESTS.replace("[猫, 狗]", "猫") + "        known: 小 < 大\n";
    testing(wrong).run("persona", "test", "阿远", "--model", WITH_MODEL, "--junit", "out.xml");
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("out.xml").toFile());
    Element suite = xml.getDocumentElement();
    assertEquals("testsuite", suite.getTagName());
    assertEquals("2", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("skipped"));
    Element first = (Element) suite.getElementsByTagName("testcase").item(0);
    assertEquals("动物 <&>", first.getAttribute("name"));
    String failure = first.getElementsByTagName("failure").item(0).getTextContent();
    assertTrue(failure.endsWith("replied: 一只<狗>，叫阿黄 & 它。"), failure);
    String skipped = suite.getElementsByTagName("skipped").item(0).getTextContent();
    assertTrue(skipped.contains("小 < 大"), skipped);
  }

  @Test
  void theTestsGoAlongWithThePersona() throws Exception {
    testing(TESTS);
    cli.run("persona", "export", "阿远", "out");
    assertEquals(TESTS, Files.readString(folder.resolve("out/tests.yaml")));
    Cli other = Cli.in(folder.resolve("other"));
    Files.createDirectories(folder.resolve("other"));
    assertEquals(0, other.run("persona", "import", "../out").code());
    Path kept = folder.resolve("other/home/personas/阿远/tests.yaml");
    assertEquals(TESTS, Files.readString(kept));
    cli.having("talk.txt", Cli.TRANSCRIPT.replace("木屋", "石屋"));
    cli.run("persona", "import", "talk.txt", "--merge");
    assertEquals(TESTS, Files.readString(folder.resolve("home/personas/阿远/tests.yaml")));
    cli.run("persona", "import", "talk.txt", "--replace");
    assertEquals(TESTS, Files.readString(folder.resolve("home/personas/阿远/tests.yaml")));
  }
}
