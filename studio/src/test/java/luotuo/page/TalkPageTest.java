package luotuo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
class TalkPageTest {
  private static final String LULU = "#/talk/李鲁鲁";
  private static final String SCRIPT =
      """
      {"contains": "断掉", "reply": "说到一半", "fail": "model.remote.cut", "arguments": ["server"]}
      {"contains": "慢慢说", "reply": "一个字一个字地说，说很久很久，一直说到有人不想听了为止。", "delay": 400}
      {"reply": "这是**编出来**的一句。"}
      """;

  @TempDir Path folder;
  private PageServer server;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    Files.writeString(folder.resolve("script.jsonl"), SCRIPT);
    server = new PageServer(folder);
    browser = Browser.open(server.address(), Visitor.atDesk("zh-CN"));
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  /// From now on a script speaks in the place of a model.
  private void letTheScriptSpeak() {
    String model = "scripted:" + folder.resolve("script.jsonl");
    assertEquals(
        200, server.ask("PUT", "models/default", "{\"model\":\"" + model + "\"}").statusCode());
  }

  @Test
  void aReplyIsShownWithTheLineThatItRestsOn() {
    browser.go(LULU);
    browser.see(".question", "骆驼是一家公司吗").click();
    String reply = browser.see(".turn:not(.live) .prose").getText();
    browser.see(".evidence .marked", reply);
    assertTrue(browser.see(".evidence .place").getText().matches("texts/\\d+\\.txt:\\d+"));
    assertFalse(browser.all(".evidence .signals .bar").isEmpty());

    String place = browser.hash();
    assertTrue(place.matches("#/talk/李鲁鲁/\\w+"), place);
    browser.reload();
    assertEquals(reply, browser.see(".turn .prose").getText());
    assertEquals(place, browser.hash());
    assertEquals(List.of(), browser.harm());
  }

  @Test
  void whatWasNeverToldIsDeclinedAndTheNearestIsShown() {
    browser.go(LULU);
    browser.say("你拿多少年薪");
    browser.see(".rests-on.not");
    browser.see(".evidence .button", "看看想起了什么").click();
    browser.see(".recalls .scene-line");
  }

  @Test
  void wordsAreChangedTakenBackAndFoundAgain() {
    browser.go(LULU);
    browser.say("骆驼是一家公司吗");
    browser.clickNamed("改这句话");
    browser.type("#editor", "Chat凉宫春日是什么？");
    browser.press(org.openqa.selenium.Keys.ENTER);
    browser.see(".pager", "2/2");
    browser.see(".asked", "Chat凉宫春日是什么？");
    browser.clickNamed("前一种");
    browser.see(".pager", "1/2");
    browser.see(".asked", "骆驼是一家公司吗");

    browser.clickNamed("收回这一轮");
    browser.gone(".turn");
    assertEquals("骆驼是一家公司吗", browser.see("#words").getDomProperty("value"));

    browser.say("介绍一下你自己吧");
    browser.clickNamed("以前的对话");
    browser.type("dialog input", "介绍一下");
    browser.see("dialog .talk-opening", "介绍一下你自己吧");
    browser.type("dialog input", "没有说过的词");
    browser.gone("dialog .talk-opening");
  }

  @Test
  void aModelSpeaksMarkdownGivesAnotherReplyAndShowsItsPrompt() {
    letTheScriptSpeak();
    browser.go(LULU);
    assertEquals("这是编出来的一句。", browser.say("骆驼是一家公司吗"));
    assertEquals("编出来", browser.see(".prose strong").getText());
    browser.clickNamed("换一句回答");
    browser.see(".pager", "2/2");
    browser.clickNamed("模型得到的提示");
    browser.see("dialog .prompt-message", "骆驼是一家公司吗");
    assertTrue(browser.all("dialog .split rect").size() >= 3);
  }

  @Test
  void wordsThatCouldNotBeSaidStayInTheBox() {
    letTheScriptSpeak();
    browser.go(LULU);
    browser.type("#words", "骆驼是一家公司吗，说到一半断掉");
    browser.press(org.openqa.selenium.Keys.ENTER);
    assertFalse(browser.see(".broken .trouble span").getText().isBlank());
    assertEquals("骆驼是一家公司吗，说到一半断掉", browser.see("#words").getDomProperty("value"));
    browser.reload();
    assertEquals("骆驼是一家公司吗，说到一半断掉", browser.see("#words").getDomProperty("value"));
  }

  @Test
  void aReplyIsStopped() {
    letTheScriptSpeak();
    browser.go(LULU);
    browser.type("#words", "骆驼是一家公司吗，慢慢说");
    browser.press(org.openqa.selenium.Keys.ENTER);
    browser.see(".live .prose");
    browser.clickNamed("停下");
    browser.see(".broken .trouble", "已经停下");
    assertEquals("骆驼是一家公司吗，慢慢说", browser.see("#words").getDomProperty("value"));
  }

  @Test
  void whoAsksIsSaid() {
    browser.go(LULU);
    browser.clickNamed("我是谁、故事到哪里、谁在场");
    browser.type("dialog input", "投资人");
    browser.see("dialog .primary").click();
    browser.see(".chip", "投资人");
    browser.say("骆驼是一家公司吗");
    assertEquals("投资人", browser.see(".asker").getText());
  }
}
