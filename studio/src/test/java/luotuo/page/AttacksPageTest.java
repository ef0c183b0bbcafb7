package luotuo.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luotuo.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// Whatever words come from, none of them runs, and none becomes part of the page but as words.
@Tag("browser")
class AttacksPageTest {
  /// Elements and attributes that no words may ever have become.
  private static final String FOREIGN =
      """
      const ours = new Set([...document.head.querySelectorAll('script, link, meta')]);
      const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc'];
      return [...document.querySelectorAll('*')].filter((node) =>
        (node.matches('script, iframe, object, embed, base, style, link, meta, template, math, video, audio')
          && !ours.has(node))
        || [...node.attributes].some(({ name, value }) => name.startsWith('on') || name === 'style'
          || (leads.includes(name) && !/^(#|\\/|https?:|mailto:|blob:|[a-z/]+\\.(js|css|svg)$)/.test(value))))
        .map((node) => node.outerHTML.slice(0, 200));
      """;

  @TempDir static Path folder;
  private static PageServer server;
  private final List<String> attacks = Attacks.all();
  private final List<String> lines = Attacks.lines();
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

  private void assertNothingRan(String where) {
    assertNothingRan(browser, where);
  }

  private static void assertNothingRan(Browser browser, String where) {
    browser.run("for (const one of document.querySelectorAll('details')) one.open = true");
    assertEquals(List.of(), browser.harm(), where);
    assertEquals(List.of(), browser.run(FOREIGN), where);
  }

  @Test
  void thereAreEnoughOfThem() {
    assertTrue(attacks.stream().distinct().count() >= 60, attacks.size() + " attacks");
  }

  /// The watch itself is watched: what does run is seen to have run.
  @Test
  void whatRunsIsNoticed() {
    browser.go("#/talk");
    browser.run("attack('on purpose')");
    browser.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=attack(0)>')");
    browser.until("the policy said nothing", () -> browser.harm().size() >= 2);
    assertEquals(1, ((List<?>) browser.run(FOREIGN)).size());
  }

  @Test
  void noMarkdownOfAModelRunsNorAnyBeginningOfIt() {
    browser.go("#/talk");
    browser.runLong(
        """
        const [attacks, tell] = arguments;
        import('/markdown.js').then(({ markdown, plain }) => {
          for (const attack of attacks) {
            for (let end = 1; end <= attack.length; end++) {
              const place = document.createElement('div');
              place.append(markdown(attack.slice(0, end)), plain(attack.slice(0, end)));
              document.getElementById('page').append(place);
            }
          }
          setTimeout(tell, 500);
        });
        """,
        attacks);
    assertNothingRan("Markdown");
  }

  @Test
  void noLineNoSpeakerAndNoFileNameRuns() throws Exception {
    StringBuilder transcript = new StringBuilder();
    for (String line : lines) {
      transcript.append("来客：").append(line).append("\n小驼：").append(line).append("\n\n");
      transcript.append(line.replaceAll("[:：]", "")).append("：你好\n小驼：好。\n\n（（（\n\n");
    }
    String name = "<img src=x onerror=attack('file')>.txt";
    Path file = Files.writeString(folder.resolve(name), transcript);
    browser.go("#/make");
    browser.choose(".drop input:not([webkitdirectory])", file);
    browser.see(".broken-lines .place", "onerror=attack('file')");
    assertNothingRan("what was understood");

    browser.see(".who .pick", "小驼").click();
    browser.click(".understood button.primary");
    browser.see(".made h2", "小驼");
    assertNothingRan("what was made");

    String id = conversation("小驼");
    for (String line : lines) {
      assertEquals(200, say(id, line), line);
    }
    browser.go("#/talk/小驼/" + id);
    browser.see(".turn:last-child .rests-on");
    browser.run("for (const one of document.querySelectorAll('.rests-on')) one.click()");
    browser.see(".evidence-question");
    assertNothingRan("the talk");
    browser.clickNamed("以前的对话");
    browser.see("dialog .talk-opening");
    assertNothingRan("the earlier talks");
  }

  /// A character of fiction who speaks English: what such a one says is not held against sources.
  @Test
  void noReplyRunsWhileItStreams() throws Exception {
    Path texts = Files.createDirectories(folder.resolve("home/Clockmaker/texts"));
    Files.writeString(texts.resolve("01.txt"), "Visitor:「Have you a cat?」\nClockmaker:「One.」\n");
    Files.writeString(
        texts.resolveSibling("persona.yaml"), "name: Clockmaker\nlanguage: en\nscope: play\n");
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < attacks.size(); i += 10) {
      String reply = String.join("\n\n", attacks.subList(i, Math.min(i + 10, attacks.size())));
      rules.add(Json.write(Map.of("contains", "Question " + i + "?", "reply", reply)));
    }
    server.letSpeak(Files.writeString(folder.resolve("script.jsonl"), String.join("\n", rules)));
    browser.go("#/talk/Clockmaker");
    for (int i = 0; i < attacks.size(); i += 10) {
      String reply = browser.say("Have you a cat? Question " + i + "?");
      assertTrue(reply.contains("attack("), reply);
      assertNothingRan("reply " + i);
    }
    browser.clickNamed("模型得到的提示");
    browser.see("dialog .prompt-message");
    assertNothingRan("the prompt");
  }

  @Test
  void nothingWrittenOfACharacterRuns() {
    String all = String.join(" ", lines);
    var written =
        Map.of(
            "profile",
            all,
            "greeting",
            all,
            "instructions",
            all,
            "questions",
            lines,
            "outOfScope",
            lines,
            "aliases",
            lines.subList(0, 20));
    change("老周", written);
    browser.go("#/talk").see(".person-card");
    assertNothingRan("the cards");
    browser.go("#/talk/老周").see(".opening .question");
    assertNothingRan("the opening");
    browser.say("火星上的股票怎么买？");
    assertNothingRan("declining");
    browser.go("#/make/老周").see(".persona-form");
    assertNothingRan("the form");
    change("老周", Map.of("aliases", List.of())); // which the other tests would meet as names
  }

  private static void change(String persona, Map<String, ?> changes) {
    String path = "personas/" + encoded(persona);
    assertEquals(200, server.ask("PATCH", path, Json.write(changes)).statusCode());
  }

  @Test
  void noNameOfACharacterRuns(@TempDir Path other) throws Exception {
    for (int i = 0; i < lines.size(); i++) {
      String name = Json.write(lines.get(i));
      Path texts = Files.createDirectories(other.resolve("p" + i + "/texts"));
      Files.writeString(texts.resolve("01.txt"), "来客:「你是谁？」\n" + lines.get(i) + ":「我。」\n");
      Files.writeString(texts.resolveSibling("persona.yaml"), "name: " + name + "\nlanguage: zh\n");
    }
    try (PageServer crowded = new PageServer(other);
        Browser there = Browser.open(crowded.address(), Visitor.atDesk("zh-CN"))) {
      there.go("#/talk").see(".person-card:nth-child(40)");
      assertNothingRan(there, "the cards");
      List<String> names = lines.stream().filter(name -> !name.contains("/")).toList();
      for (int i = 0; i < names.size(); i += 5) {
        there.go("#/talk/" + encoded(names.get(i))).see(".opening");
        assertNothingRan(there, "talk with " + names.get(i));
        there.go("#/make/" + encoded(names.get(i))).see(".persona-form");
        assertNothingRan(there, "the page of " + names.get(i));
      }
    }
  }

  @Test
  void nothingRememberedOrSaidAmongSeveralRuns() {
    String group =
        server.ask("POST", "groups", Json.write(Map.of("personas", List.of("老周", "苗半升")))).body();
    String talk = "groups/" + Json.read(group, Map.class).get("id");
    String id = conversation("老周");
    for (String line : lines.subList(0, 30)) {
      assertEquals(200, say(id, "我家的门牌上写着" + line + "，我住了三年。"), line);
      String words = Json.write(Map.of("text", line, "as", line, "to", List.of("老周")));
      assertEquals(200, server.ask("POST", talk + "/lines", words).statusCode(), line);
    }
    browser.go("#/talk/老周").clickNamed("记得的事");
    browser.see("dialog .memory", "attack(");
    assertNothingRan("what is remembered");
    browser.see("dialog .memories .icon-button").click();
    browser.see("dialog .memory-turn");
    assertNothingRan("where it comes from");
    browser.go("#/" + talk.replace("groups", "group")).see(".asker");
    assertNothingRan("the talk among several");
  }

  @Test
  void noNameInTheAddressRuns() {
    for (String attack : attacks) {
      browser.go("#/talk/" + encoded(attack)).see(".trouble");
      assertNothingRan(attack);
    }
  }

  @Test
  void nothingThatAServerSaysOfItselfRuns() throws Exception {
    try (FakeModels models = new FakeModels(attacks)) {
      browser.go("#/models");
      for (String attack : lines.subList(0, 12)) {
        models.says(attack);
        browser.type("[name=url]", models.address());
        browser.type("[name=model]", attack);
        browser.click(".endpoint button[type=button]");
        browser.see(".endpoint .good-words");
        assertNothingRan(attack);
      }
      browser.press(Keys.TAB);
      browser.click(".endpoint .primary");
      browser.see(".note");
      assertNothingRan("the model in use");
    }
  }

  private String conversation(String persona) {
    String made =
        server.ask("POST", "conversations", Json.write(Map.of("persona", persona))).body();
    return String.valueOf(Json.read(made, Map.class).get("id"));
  }

  private int say(String conversation, String words) {
    String path = "conversations/" + conversation + "/turns";
    return server.ask("POST", path, Json.write(Map.of("text", words))).statusCode();
  }

  private static String encoded(String name) {
    return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
