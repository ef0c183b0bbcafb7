package luotuo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class MakePageTest {
  /// What a clockmaker's wife told, with two lines that say nothing.
  private static final String TRANSCRIPT =
      """
      记者：你们家有几座钟？
      周婶：三十座，响的二十九座，还有一座归我管，它不响。
      ：：：
      记者：老周吃饭准时吗？
      周婶：不准，钟都不准，他凭什么准。

      小满：下雨天有人来修表吗？
      周婶：有，来躲雨的，顺便就修了。
      （（（
      """;

  @TempDir static Path folder;
  private static PageServer server;
  private Browser browser;

  @BeforeAll
  static void serve() {
    Browser.assumeHere();
    server = new PageServer(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    browser = Browser.open(server.address(), Visitor.atDesk("zh-CN"));
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void aCharacterIsMadeOfAFileWithBrokenLines() throws Exception {
    Path file = Files.writeString(folder.resolve("周婶访谈.txt"), TRANSCRIPT);
    browser.go("#/make");
    browser.choose(".drop input:not([webkitdirectory])", file);
    browser.see(".understood-words", "2 行没读懂");
    assertEquals(List.of("周婶访谈.txt:3", "周婶访谈.txt:9"), browser.texts(".broken-lines .place"));

    browser.type(".broken-lines li:first-child input", "周婶：我数过，一座都没少。");
    browser.click(".broken-lines li:first-child button");
    browser.see(".understood-words", "1 行没读懂");
    browser.see(".scene-line", "我数过，一座都没少。");

    browser.see(".who .pick", "周婶").click();
    browser.click(".understood button.primary");
    browser.see(".made h2", "周婶");
    browser.see(".trying .question", "下雨天有人来修表吗").click();
    browser.see(".tried", "来躲雨的");

    browser.click(".made a.primary");
    assertEquals("#/talk/周婶", browser.hash());
    String reply = browser.say("老周吃饭准时吗？");
    assertTrue(reply.contains("他凭什么准"), reply);
    browser.see(".evidence .marked", "他凭什么准");
    assertEquals(List.of(), browser.harm());
  }

  @Test
  void aCharacterIsMadeOfPastedWords() {
    browser.go("#/make");
    browser.click(".paste summary");
    browser.type(".paste textarea", "记者：你怕黑吗？\n老周：怕，钟走得再响也怕。");
    browser.click(".paste button.primary");
    browser.see(".understood");
    assertEquals(List.of(), browser.all(".broken-lines"));
  }

  @Test
  void whatIsWrittenOfACharacterIsChanged() {
    browser.go("#/make/苗半升");
    browser.type("[name=greeting]", "门开着，茶还热。");
    browser.click(".persona-form button.primary");
    browser.see(".note", "苗半升");
    browser.go("#/talk/苗半升");
    browser.see(".opening-greeting", "门开着，茶还热。");
  }

  @Test
  void theCheckOfACharacterIsAPicture() throws Exception {
    browser.go("#/make");
    browser.choose(
        ".drop input:not([webkitdirectory])",
        Files.writeString(folder.resolve("周婶访谈.txt"), TRANSCRIPT));
    browser.see(".who .pick", "周婶").click();
    browser.click(".understood button.primary");
    browser.see(".made h2", "周婶");
    browser.go("#/make/周婶");
    browser.click(".check-card .button");
    browser.see(".check-words", "自己讲过的");
    assertTrue(browser.all(".check-picture .dot").size() >= 4);
  }
}
