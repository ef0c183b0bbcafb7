package luotuo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class MakePageTest {
  private static final String TRANSCRIPT =
      """
      记者：你最早是做什么的？
      老周：修钟的。修了二十年，没修过一个准的。
      ：：：
      记者：那你怕什么？
      老周：怕整点。一到整点，满屋子都响，可是没有两个是一起响的。

      小满：你养过猫吗？
      老周：养过一只，叫发条，它只在我上钟的时候来。
      （（（
      小满：修一块表多少钱？
      老周：不收钱，下回来告诉我它慢了几分就行。
      """;

  @TempDir Path folder;
  private PageServer server;
  private Browser browser;

  @BeforeEach
  void open() {
    server = new PageServer(folder.resolve("home"));
    browser = Browser.open(server.address(), Visitor.atDesk("zh-CN"));
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  @Test
  void aCharacterIsMadeOfAFileWithBrokenLines() throws Exception {
    Path file = Files.writeString(folder.resolve("老周访谈.txt"), TRANSCRIPT);
    browser.go("#/make");
    browser.choose(".drop input:not([webkitdirectory])", file);
    browser.see(".understood-words", "2 行没读懂");
    assertEquals(List.of("老周访谈.txt:3", "老周访谈.txt:9"), browser.texts(".broken-lines .place"));

    browser.type(".broken-lines li:first-child input", "老周：指针从来不听我的。");
    browser.click(".broken-lines li:first-child button");
    browser.see(".understood-words", "1 行没读懂");
    browser.see(".scene-line", "指针从来不听我的。");

    browser.see(".who .pick", "老周").click();
    browser.click(".understood button.primary");
    browser.see(".made h2", "老周");
    browser.see(".trying .question", "你养过猫吗").click();
    browser.see(".tried", "叫发条");

    browser.click(".made a.primary");
    assertEquals("#/talk/老周", browser.hash());
    String reply = browser.say("那你怕什么？");
    assertTrue(reply.contains("怕整点"), reply);
    browser.see(".evidence .marked", "怕整点");
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
        Files.writeString(folder.resolve("老周访谈.txt"), TRANSCRIPT));
    browser.see(".who .pick", "老周").click();
    browser.click(".understood button.primary");
    browser.see(".made h2", "老周");
    browser.go("#/make/老周");
    browser.click(".check-card .button");
    browser.see(".check-words", "自己讲过的");
    assertTrue(browser.all(".check-picture .dot").size() >= 4);
  }
}
