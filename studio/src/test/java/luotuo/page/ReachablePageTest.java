package luotuo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The page for everybody: in both languages, at any width, by keyboard alone, with a screen
/// reader.
@Tag("browser")
class ReachablePageTest {
  @TempDir static Path folder;
  private static PageServer server;

  @BeforeAll
  static void serve() {
    Browser.assumeHere();
    server = new PageServer(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Browser browser(Visitor visitor) {
    return Browser.open(server.address(), visitor);
  }

  @Test
  void theBrowserSaysTheLanguageAndItCanBeSwitchedForGood() {
    try (Browser browser = browser(Visitor.atDesk("en-GB"))) {
      browser.go("#/talk");
      browser.see("h1", "Who would you like to talk to?");
      assertEquals("en", browser.run("return document.documentElement.lang"));
      browser.click(".switch");
      browser.see("h1", "想跟谁聊？");
      assertEquals("zh-CN", browser.run("return document.documentElement.lang"));
      browser.reload();
      browser.see("h1", "想跟谁聊？");
      browser.go("#/talk/谁也不是");
      browser.see(".trouble", "谁也不是");
      assertTrue(browser.texts(".trouble").getFirst().contains("没有"));
    }
  }

  @Test
  void bothLanguagesHaveWordsForTheSame() {
    try (Browser browser = browser(Visitor.atDesk("zh-CN"))) {
      browser.go("#/talk");
      Object keys =
          browser.runLong(
              """
              const tell = arguments[arguments.length - 1];
              Promise.all([import('/words.zh.js'), import('/words.en.js')]).then(([zh, en]) => tell(
                [zh, en].map((one) => Object.entries(one.default).map(([k, v]) => k + ' ' + typeof v).sort().join('\\n'))));
              """);
      List<?> both = (List<?>) keys;
      assertEquals(both.get(0), both.get(1));
    }
  }

  @Test
  void onAPhoneNothingSticksOutAndEvidenceIsASheet() {
    try (Browser browser = browser(Visitor.onPhone("zh-CN"))) {
      for (String place : List.of("#/talk", "#/group", "#/make", "#/models", "#/make/苗半升")) {
        browser.go(place);
        browser.see("main h1, main h2");
        assertEquals(Boolean.TRUE, fits(browser), place);
      }
      browser.go("#/talk/老周");
      browser.say("你养过猫吗");
      assertEquals(Boolean.TRUE, fits(browser));
      assertEquals(List.of(), browser.all("aside.evidence"));
      browser.click(".rests-on");
      browser.see("dialog .marked");
      assertEquals(Boolean.TRUE, fits(browser));
      browser.press(Keys.ESCAPE);
      browser.gone("dialog[open]");
    }
  }

  private static Object fits(Browser browser) {
    return browser.run(
        "return document.documentElement.scrollWidth <= innerWidth"
            + " && document.querySelector('main').scrollWidth <= innerWidth");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    try (Browser browser = browser(Visitor.atDesk("zh-CN"))) {
      browser.go("#/talk");
      browser.see(".person-card");
      browser.press(Keys.TAB);
      assertEquals("跳到正文", browser.focused().getText());
      browser.press(Keys.ENTER);
      assertEquals("main", browser.focused().getDomProperty("id"));
      tabTo(browser, "老周");
      browser.press(Keys.ENTER);
      browser.until(
          "the box has no focus", () -> "words".equals(browser.focused().getDomProperty("id")));
      browser.press("你养过猫吗", Keys.chord(Keys.SHIFT, Keys.ENTER), "说说看");
      assertEquals("你养过猫吗\n说说看", browser.focused().getDomProperty("value"));
      browser.press(Keys.ENTER);
      browser.see(".turn:not(.live) .rests-on");

      backTo(browser, "依据");
      browser.press(Keys.ENTER);
      browser.see(".evidence .marked");
      backTo(browser, "以前的对话");
      browser.press(Keys.ENTER);
      browser.see("dialog .talk-opening");
      assertEquals(
          Boolean.TRUE,
          browser.run("return document.querySelector('dialog').contains(document.activeElement)"));
      browser.press(Keys.ESCAPE);
      browser.gone("dialog[open]");
      assertEquals("以前的对话", browser.focused().getAccessibleName());
    }
  }

  @Test
  void enterThatEndsAChoiceOfAnInputMethodSendsNothing() {
    try (Browser browser = browser(Visitor.atDesk("zh-CN"))) {
      browser.go("#/talk/老周");
      browser.type("#words", "luotuo");
      browser.run(
          "document.getElementById('words').dispatchEvent(new KeyboardEvent('keydown',"
              + "{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))");
      assertEquals("luotuo", browser.see("#words").getDomProperty("value"));
      assertEquals(List.of(), browser.all(".turn"));
    }
  }

  @Test
  void aWholeReplyIsToldToAScreenReaderOnce() {
    try (Browser browser = browser(Visitor.atDesk("zh-CN"))) {
      browser.go("#/talk/老周");
      browser.run(
          "window.told = []; new MutationObserver(() => told.push(document.getElementById('told')"
              + ".textContent)).observe(document.getElementById('told'), {childList: true})");
      String reply = browser.say("你养过猫吗");
      browser.until(
          "the reply was not told",
          () -> browser.run("return window.told").toString().contains(reply));
      List<?> told = (List<?>) browser.run("return window.told");
      assertEquals(1, told.stream().filter(words -> words.toString().contains(reply)).count());
      assertFalse(told.size() > 6, told.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void axeFindsNoBarrier(boolean dark) throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "记者：你怕黑吗？\n老周：怕，钟走得再响也怕。\n（（（\n");
    for (Visitor visitor : List.of(Visitor.atDesk("zh-CN"), Visitor.onPhone("en-GB"))) {
      try (Browser browser = browser(dark ? visitor.inTheDark() : visitor)) {
        Map<String, String> places =
            Map.of(
                "#/talk", ".person-card",
                "#/talk/老周", ".question",
                "#/make", ".drop",
                "#/make/苗半升", ".persona-form",
                "#/models", ".model");
        places.forEach(
            (place, sign) -> {
              browser.go(place).see(sign);
              assertEquals(List.of(), browser.barriers(), place);
            });
        browser.go("#/talk/老周");
        browser.say("你养过猫吗");
        browser.say("火星上的股票怎么买");
        assertEquals(List.of(), browser.barriers(), "a talk");
        browser.click(".turn:last-child .rests-on");
        browser.see(".evidence-question");
        assertEquals(List.of(), browser.barriers(), "evidence");
        browser.go("#/make");
        browser.choose(".drop input:not([webkitdirectory])", file);
        browser.see(".broken-lines");
        assertEquals(List.of(), browser.barriers(), "what was understood");
      }
    }
  }

  private static void tabTo(Browser browser, String name) {
    step(browser, name, Keys.TAB);
  }

  private static void backTo(Browser browser, String name) {
    step(browser, name, Keys.chord(Keys.SHIFT, Keys.TAB));
  }

  private static void step(Browser browser, String name, CharSequence key) {
    for (int i = 0; i < 60; i++) {
      browser.press(key);
      if (browser.focused().getAccessibleName().contains(name)) {
        return;
      }
    }
    throw new AssertionError("no step leads to " + name);
  }
}
