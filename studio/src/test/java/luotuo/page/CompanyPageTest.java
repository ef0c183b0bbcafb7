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
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// What a character remembers of people, and talks among several.
@Tag("browser")
class CompanyPageTest {
  @TempDir static Path folder;
  private static PageServer server;
  private Browser browser;

  @BeforeAll
  static void serve() throws Exception {
    Browser.assumeHere();
    server = new PageServer(folder.resolve("home"));
    Path texts = Files.createDirectories(folder.resolve("home/personas/小满/texts"));
    Files.writeString(texts.resolve("01.txt"), "老周:「你养过什么？」\n小满:「我养过一只绿鹦鹉。」\n");
    Files.writeString(
        texts.resolveSibling("persona.yaml"), "name: 小满\nlanguage: zh\nscope: facts\n");
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

  private void openMemories() {
    browser.go("#/talk/" + Zhou.NAME).see(".opening, .turn");
    browser.clickNamed("记得的事");
  }

  @Test
  void whatPeopleTellIsShownTracedChangedAndForgotten() {
    browser.go("#/talk/" + Zhou.NAME);
    browser.say("我在码头修船，修了六年。");
    browser.clickNamed("记得的事");
    browser.see("dialog .memory", "我在码头修船");
    assertEquals(List.of(), browser.barriers());

    browser.clickNamed("“我在码头修船，修了六年。”从哪里来");
    browser.see("dialog .memory-turn", "我在码头修船");
    browser.see("dialog .memory-history", "记下");
    browser.see("dialog .button", "回到全部").click();

    browser.clickNamed("改“我在码头修船，修了六年。”");
    browser.type("#memory-editor", "我在码头修船，修了七年。");
    browser.see("dialog .editor .primary").click();
    browser.see("dialog .memory", "七年");

    browser.clickNamed("忘掉“我在码头修船，修了七年。”");
    browser.see("dialog .danger").click();
    browser.see("dialog .empty");
    assertEquals(List.of(), browser.harm());
  }

  @Test
  void nothingIsKeptOfWhatIsSaidOffTheRecord() {
    browser.go("#/talk/" + Zhou.NAME);
    browser.clickNamed("我是谁、故事到哪里、谁在场");
    browser.see("dialog .check", "这段不记").click();
    browser.see("dialog .primary").click();
    browser.see(".chip", "不记");
    browser.say("我养了一只乌龟。");
    openMemories();
    browser.see("dialog .empty, dialog .memory");
    assertTrue(browser.texts("dialog .memory").stream().noneMatch(one -> one.contains("乌龟")));
  }

  private void sitTogether() {
    browser.go("#/group").see(".pick", "小满").click();
    browser.see(".pick", Zhou.NAME).click();
    browser.see(".together .primary").click();
    browser.see(".opening-greeting");
  }

  @Test
  void whoeverIsCalledRepliesAndTheOthersHearIt() {
    sitTogether();
    browser.type("#words", "小满，你养过什么？");
    browser.press(Keys.ENTER);
    browser.see(".replied .prose", "绿鹦鹉");
    assertEquals("小满", browser.see(".replied-name").getText());
    assertTrue(browser.all(".whisper").isEmpty());
    browser.see(".group-words .rests-on").click();
    browser.see("dialog .marked", "绿鹦鹉");
    browser.press(Keys.ESCAPE);
    assertEquals(List.of(), browser.barriers());

    String place = browser.hash();
    browser.reload();
    browser.see(".replied .prose", "绿鹦鹉");
    assertTrue(place.matches("#/group/\\d+"), place);
    assertEquals(List.of(), browser.harm());
  }

  @Test
  void whatIsWhisperedSaysWhoHeardIt() {
    sitTogether();
    browser.see("select.to").findElement(By.cssSelector("option[value='老周']")).click();
    browser.type("#words", "你养过猫吗？");
    browser.press(Keys.ENTER);
    browser.see(".replied .prose", "发条");
    assertEquals("老周", browser.see(".replied-name").getText());
    browser.see(".whisper", "只有老周听见");
    browser.see(".whisper", "只有你听见");
  }

  private void set(String css, String text) {
    browser.clickNamed("我是谁、故事到哪里");
    browser.see("dialog option[value='01']");
    browser.see(css, text).click();
    browser.see("dialog .primary").click();
    browser.gone("dialog[open]");
  }

  @Test
  void whatIsToldAmongSeveralIsRememberedAndShowsItsTalk() {
    sitTogether();
    browser.clickNamed("我是谁、故事到哪里");
    browser.type("dialog input[list]", "阿梅");
    assertEquals(List.of(), browser.barriers());
    browser.see("dialog .primary").click();
    browser.see(".chip", "阿梅");
    tellAll("我在码头卖票，卖了九年。");
    assertEquals("阿梅", browser.see(".asker").getText());
    browser.clickNamed("去掉“我是阿梅”");
    set("dialog .check", "这段不记");
    browser.see(".chip", "不记");
    tellAll("我养了一只鹦鹉。");
    String place = browser.hash();

    browser.go("#/talk/小满").see(".opening, .turn");
    browser.clickNamed("记得的事");
    browser.see("dialog .memory", "我在码头卖票");
    assertTrue(browser.texts("dialog .memory").stream().noneMatch(one -> one.contains("鹦鹉")));
    browser.clickNamed("“我在码头卖票，卖了九年。”从哪里来");
    browser.see("dialog .memory-turn", "我在码头卖票");
    browser.see("dialog a", "第 1 句").click();
    browser.see(".group-words .asked", "我在码头卖票");
    assertEquals(place, browser.hash());
    assertEquals(List.of(), browser.harm());
  }

  private void tellAll(String words) {
    int before = browser.all(".replied .prose").size();
    browser.type("#words", words);
    browser.press(Keys.ENTER);
    browser.until(
        "nobody replied",
        () ->
            browser.all(".replied .prose").size() > before
                && browser.all("[aria-busy='true']").isEmpty());
  }

  @Test
  void howFarTheStoryHasComeHoldsForAll() {
    sitTogether();
    set("dialog option[value='01']", "");
    browser.see(".chip", "01");
    browser.type("#words", "小满，你养过什么？");
    browser.press(Keys.ENTER);
    browser.see(".trouble", "老周没有场景 01");
    assertEquals("小满，你养过什么？", browser.see("#words").getAttribute("value"));

    browser.see(".chip button").click();
    browser.gone(".chip");
    browser.see(".trouble button", "再试一次").click();
    browser.see(".replied .prose", "绿鹦鹉");
    assertEquals(1, browser.all(".asked-words").size(), "the words are said once");
    assertEquals("", browser.see("#words").getAttribute("value"));
  }

  @Test
  void aTalkAmongSeveralIsTakenAlong() {
    sitTogether();
    tellAll("小满，你养过什么？");
    browser.clickNamed("把这段对话存成文件");
    browser.see("dialog .choices .button", "Markdown");
    assertEquals(List.of(), browser.barriers());
    browser.run(
        "window.saved = []; HTMLAnchorElement.prototype.click = function () {"
            + " saved.push(this.download); }");
    browser.see("dialog .choices .button", "Markdown").click();
    browser.until("nothing was saved", () -> !((List<?>) browser.run("return saved")).isEmpty());
    assertTrue(browser.run("return saved[0]").toString().endsWith(".md"));
    assertEquals(List.of(), browser.harm());
  }

  @Test
  void theyTalkByThemselves() {
    sitTogether();
    browser.see(".composer-foot .link").click();
    browser.until(
        "they did not talk", () -> browser.all(".group-words .replied .prose").size() == 4);
    browser.go("#/group").see(".talks .talk-opening", "老周");
    browser.see(".talks .quiet", "4 句");
  }
}
