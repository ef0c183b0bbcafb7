package luotuo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.openqa.selenium.Keys;

@Tag("browser")
class TalkPageTest {
  private static final String ZHOU = "#/talk/" + Zhou.NAME;
  private static final String SCRIPT =
      """
      {"contains": "断掉", "reply": "说到一半", "fail": "model.remote.cut", "arguments": ["server"]}
      {"contains": "慢慢说", "reply": "修钟要慢。钟不急。我也不急。先看摆。再看轮。再看弦。擦一遍油。再听一会。听它走。听它停。", "delay": 300}
      {"reply": "这是**编出来**的一句。"}
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
    server.letSpeakOwnLines();
    browser = Browser.open(server.address(), Visitor.atDesk("zh-CN"));
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private static void letTheScriptSpeak() throws IOException {
    server.letSpeak(Files.writeString(folder.resolve("script.jsonl"), SCRIPT));
  }

  @Test
  void aReplyIsShownWithTheLineThatItRestsOn() {
    browser.go(ZHOU);
    browser.see(".question", "你养过猫吗").click();
    String reply = browser.see(".turn:not(.live) .prose").getText();
    browser.see(".evidence .marked", reply);
    assertTrue(browser.see(".evidence .place").getText().matches("老周访谈\\.txt:\\d+"));
    assertFalse(browser.all(".evidence .signals .bar").isEmpty());

    String place = browser.hash();
    assertTrue(place.matches("#/talk/老周/\\w+"), place);
    browser.reload();
    assertEquals(reply, browser.see(".turn .prose").getText());
    assertEquals(place, browser.hash());
    assertEquals(List.of(), browser.harm());
  }

  @Test
  void whatWasNeverToldIsDeclinedAndTheNearestIsShown() {
    browser.go(ZHOU);
    browser.say("火星上的股票怎么买");
    browser.see(".rests-on.not");
    browser.see(".evidence .button", "看看想起了什么").click();
    browser.see(".recalls .scene-line");
  }

  @Test
  void wordsAreChangedTakenBackAndFoundAgain() {
    browser.go(ZHOU);
    browser.say("你养过猫吗");
    browser.clickNamed("改这句话");
    browser.type("#editor", "你的店开在哪里？");
    browser.press(Keys.ENTER);
    browser.see(".pager", "2/2");
    browser.see(".asked", "你的店开在哪里？");
    browser.clickNamed("前一种");
    browser.see(".pager", "1/2");
    browser.see(".asked", "你养过猫吗");
    browser.clickNamed("走过的路");
    browser.see("dialog .way", "你的店开在哪里？").click();
    browser.see(".pager", "2/2");
    browser.clickNamed("前一种");
    browser.see(".pager", "1/2");

    browser.clickNamed("收回这一轮");
    browser.gone(".turn");
    assertEquals("你养过猫吗", browser.see("#words").getDomProperty("value"));

    browser.say("谁教你修钟的？");
    browser.clickNamed("以前的对话");
    browser.type("dialog input", "谁教你");
    browser.see("dialog .talk-opening");
    browser.type("dialog input", "没有说过的词");
    browser.gone("dialog .talk-opening");
  }

  @Test
  void aModelSpeaksMarkdownGivesAnotherReplyAndShowsItsPrompt() throws Exception {
    letTheScriptSpeak();
    browser.go(ZHOU);
    assertEquals("这是编出来的一句。", browser.say("你养过猫吗"));
    assertEquals("编出来", browser.see(".prose strong").getText());
    browser.clickNamed("换一句回答");
    browser.see(".pager", "2/2");
    browser.clickNamed("模型得到的提示");
    browser.see("dialog .prompt-message", "你养过猫吗");
    assertTrue(browser.all("dialog .split rect").size() >= 3);
  }

  @Test
  void wordsThatCouldNotBeSaidStayInTheBox() throws Exception {
    letTheScriptSpeak();
    browser.go(ZHOU);
    browser.type("#words", "你养过猫吗，说到一半断掉");
    browser.press(Keys.ENTER);
    assertFalse(browser.see(".broken .trouble span").getText().isBlank());
    assertEquals("你养过猫吗，说到一半断掉", browser.see("#words").getDomProperty("value"));
    browser.reload();
    assertEquals("你养过猫吗，说到一半断掉", browser.see("#words").getDomProperty("value"));
  }

  @Test
  void aReplyIsStopped() throws Exception {
    letTheScriptSpeak();
    browser.go(ZHOU);
    browser.type("#words", "你养过猫吗，慢慢说");
    browser.press(Keys.ENTER);
    browser.see(".live .prose");
    browser.clickNamed("停下");
    browser.see(".broken .trouble", "已经停下");
    assertEquals("你养过猫吗，慢慢说", browser.see("#words").getDomProperty("value"));
  }

  @Test
  void whoAsksIsSaid() {
    browser.go(ZHOU);
    browser.clickNamed("我是谁、故事到哪里、谁在场");
    browser.type("dialog input", "小满");
    browser.see("dialog .primary").click();
    browser.see(".chip", "小满");
    browser.say("你养过猫吗");
    assertEquals("小满", browser.see(".asker").getText());
  }
}
