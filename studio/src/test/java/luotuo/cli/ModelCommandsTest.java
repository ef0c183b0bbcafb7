package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import luotuo.app.Defaults;
import luotuo.app.HashedModels;
import luotuo.app.Studio;
import luotuo.model.gguf.TinyFile;
import luotuo.store.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `luotuo model …` against a hub on this machine.
class ModelCommandsTest {
  private static final String REGISTRY =
      """
      models:
        - name: camel-1b
          title: Camel 1B
          family: Camel
          architecture: llama
          parameters: 1B
          languages: [zh, en]
          machine: small
          file: camel.gguf
          size: ~2000000
          licence: {name: Apache-2.0}
          context: 4096
          sources:
            - {hf: nobody/here}
            - {hf: owner/camel, checked: true}
        - name: yak-1b
          title: Yak 1B
          family: Yak
          architecture: llama
          parameters: 1B
          languages: [en]
          machine: small
          file: yak.gguf
          size: 1000
          licence: {name: Yak, page: "https://example.org/terms", agreement: true}
          sources:
            - {hf: owner/yak}
      """;

  @TempDir Path folder;
  private HttpServer hub;
  private byte[] weights = ("GGUF" + "w".repeat(1_999_996)).getBytes(StandardCharsets.UTF_8);

  @BeforeEach
  void serve() throws IOException {
    Path models = Files.createDirectories(folder.resolve("program/models"));
    Files.writeString(models.resolve("registry.yaml"), REGISTRY);
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    hub.createContext(
        "/",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().startsWith("/owner/camel/");
          exchange.sendResponseHeaders(known ? 200 : 404, known ? weights.length : -1);
          if (known) {
            exchange.getResponseBody().write(weights);
          }
          exchange.close();
        });
    hub.start();
  }

  @AfterEach
  void stop() {
    hub.stop(0);
  }

  private Session session(String language, Streams streams) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LUOTUO_HOME", folder.resolve("home").toString());
    environment.put("TERM", "dumb");
    environment.put("HF_ENDPOINT", "http://localhost:" + hub.getAddress().getPort());
    Surroundings surroundings =
        new Surroundings(
            environment,
            Map.of("luotuo.home.program", folder.resolve("program").toString()),
            folder,
            Locale.ROOT);
    return new Session(
        streams,
        surroundings,
        language,
        (settings, progress) -> new Studio(settings, progress, new HashedModels()));
  }

  private interface Work {
    int in(Session session);
  }

  private Cli.Result run(String language, boolean terminal, String typed, Work work) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            terminal,
            terminal,
            terminal);
    int code;
    try (Session session = session(language, streams)) {
      code = work.in(session);
    }
    streams.out().flush();
    streams.err().flush();
    return new Cli.Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Cli.Result run(String... arguments) {
    return run("en", false, "", s -> Program.tree(s, EchoModel.OPENS).execute(arguments));
  }

  private Cli.Result offer(String language, boolean terminal, String typed) {
    return run(language, terminal, typed, s -> new ModelOffer(s).make("zh").map(_ -> 77).orElse(0));
  }

  private Defaults defaults() {
    return Defaults.of(new Workspace(folder.resolve("home")));
  }

  @Test
  void aListTellsWhatIsHereAndWhatIsToBeHad() {
    List<Shape> before = run("model", "list", "--json").lines();
    assertEquals(List.of("camel-1b", "yak-1b"), before.stream().map(s -> s.get("name")).toList());
    assertFalse(before.getFirst().is("here"));
    assertFalse(before.getFirst().is("tried"));
    assertFalse(before.getFirst().is("exact"));
    assertEquals("open", before.getFirst().get("checksumFrom"));
    assertFalse(before.getFirst().list("sources").getFirst().is("checked"));
    String text = run("model", "list").out();
    assertTrue(text.contains("camel-1b  1B  ~2 MB  Apache-2.0  4k  to be had, untried"), text);
    assertTrue(text.contains("Yak*"), text);
    assertTrue(text.contains("no model, in their own lines"), text);
    assertFalse(Files.exists(folder.resolve("home")), "listing leaves no trace");
  }

  @Test
  void pullingAsksSourceAfterSourceAndSaysSo() {
    Cli.Result pulled = run("model", "pull", "camel-1b");
    assertEquals(0, pulled.code(), pulled.err());
    assertTrue(pulled.out().startsWith("camel-1b is ready (2 MB), in "), pulled.out());
    assertTrue(pulled.out().contains("known by the first pull"), pulled.out());
    assertTrue(pulled.err().contains("/nobody/here/resolve/main/camel.gguf"), pulled.err());
    Shape shown = run("model", "show", "CAMEL-1B", "--json").object();
    assertTrue(shown.is("here"));
    assertEquals("first pull", shown.get("checksumFrom"));
    assertEquals("hf:owner/camel/camel.gguf", shown.get("from"));
    assertEquals(2_000_000, shown.get("bytes"));
    assertTrue(Files.exists(folder.resolve("home/models/camel-1b/camel.gguf")));
    Shape again = run("model", "pull", "camel-1b", "--json").object();
    assertFalse(again.is("pulled"));
  }

  @Test
  void aPullThatFailsIsOneSentence() {
    Cli.Result pulled = run("model", "pull", "yak-1b", "--json");
    assertEquals(1, pulled.code());
    assertEquals("", pulled.out());
    assertEquals(1, pulled.err().lines().count(), pulled.err());
    assertTrue(pulled.err().contains("HTTP 404"), pulled.err());
    assertTrue(run("model", "pull", "yak-1b").err().contains("https://example.org/terms"));
    assertEquals(1, run("model", "pull", "nobody").code());
  }

  @Test
  void aChangedFileHasToBeAccepted() {
    run("model", "pull", "camel-1b");
    run("model", "remove", "camel-1b");
    weights = ("GGUF" + "v".repeat(1_999_996)).getBytes(StandardCharsets.UTF_8);
    Cli.Result refused = run("model", "pull", "camel-1b");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("--accept-changed"), refused.err());
    assertEquals(0, run("model", "pull", "camel-1b", "--accept-changed").code());
  }

  @Test
  void aFileIsAddedShownAndRemoved() throws IOException {
    Files.move(TinyFile.of("qwen3", 3).write(folder), folder.resolve("my.gguf"));
    Shape added = run("model", "add", "my.gguf", "--name", "mine", "--json").object();
    assertEquals("mine", added.get("name"));
    assertFalse(added.is("listed"));
    assertEquals("added", added.get("checksumFrom"));
    assertTrue(run("model", "show", "mine").out().contains("counted when it was added"));
    assertTrue(run("model", "list").out().startsWith("mine "));
    assertTrue(run("model", "remove", "mine", "--json").object().is("removed"));
    assertEquals(1, run("model", "remove", "mine").code());
    Files.writeString(folder.resolve("no.gguf"), "zip");
    Cli.Result refused = run("model", "add", "no.gguf");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("is not a GGUF file"), refused.err());
  }

  @Test
  void aFileThatCannotRunIsNotAdded() throws IOException {
    Path file = TinyFile.of("llama", 3).write(folder);
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(sound, sound.length / 2));
    Cli.Result cut = run("model", "add", file.toString(), "--name", "broken");
    assertEquals(1, cut.code());
    assertTrue(cut.err().contains("is damaged"), cut.err());
    assertEquals(1, run("model", "show", "broken").code(), "it is not on the shelf");
  }

  @Test
  void insteadOfOneThatIsTooLargeAnotherIsProposed() throws IOException {
    Path file = TinyFile.of("llama", 3).write(folder);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(1L << 40); // sparse: more than any memory, and nothing on the disk
    }
    Cli.Result result =
        run("en", false, "", s -> Program.tree(s).execute("model", "run", file.toString(), "x"));
    assertEquals(1, result.code());
    assertTrue(result.err().contains("camel-1b fits it"), result.err());
  }

  @Test
  void whatABrokenPullLeftIsListedAndRemoved() throws IOException {
    Path place = Files.createDirectories(folder.resolve("home/models/camel-1b"));
    Files.write(place.resolve("weights.part"), new byte[1_200_000]);
    Files.writeString(place.resolve("part.yaml"), "source: hf:owner/camel/camel.gguf\n");
    assertTrue(run("model", "list").out().contains("begun (1 MB)"));
    assertTrue(run("model", "show", "camel-1b").out().contains("luotuo model pull camel-1b"));
    assertEquals(0, run("model", "remove", "camel-1b").code());
    assertFalse(Files.exists(place));
  }

  @Test
  void aModelIsChosen() throws IOException {
    assertEquals(1, run("model", "use", "camel-1b").code(), "it is not here");
    assertEquals(1, run("model", "use", "nobody").code());
    assertEquals(1, run("model", "use", "none.gguf").code());
    assertEquals(1, run("model", "use", "http://localhost:1").code());
    run("model", "pull", "camel-1b");
    assertEquals("camel-1b", run("model", "use", "Camel-1B", "--json").object().get("model"));
    assertEquals("camel-1b", defaults().model().orElseThrow());
    assertTrue(run("model", "show", "camel-1b", "--json").object().is("inUse"));
    run("model", "remove", "camel-1b");
    assertTrue(defaults().model().isEmpty(), "what is gone is not used");
    run("model", "use", "http://localhost:11434/v1#qwen3:0.6b");
    assertEquals("http://localhost:11434/v1#qwen3:0.6b", defaults().model().orElseThrow());
    Files.writeString(folder.resolve("a.gguf"), "GGUF");
    run("model", "use", "a.gguf");
    assertEquals(folder.resolve("a.gguf").toString(), defaults().model().orElseThrow());
    run("model", "use", "none");
    assertTrue(defaults().model().isEmpty());
  }

  @Test
  void settingsThatNobodyKnowsAreAnError() throws IOException {
    Path settings = Files.createDirectories(folder.resolve("home")).resolve("settings.yaml");
    Files.writeString(settings, "offered: true\nmodle: x\n");
    Cli.Result refused = run("model", "list");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("settings.yaml, line 2: modle"), refused.err());
    Files.writeString(settings, "model: [a]\n");
    assertTrue(run("model", "list").err().contains("line 1: model"));
    Files.writeString(settings, "offered: {\n");
    assertTrue(run("model", "list").err().contains("not YAML"));
  }

  @Test
  void runStreamsTheReply() {
    EchoModel.ASKED.clear();
    Cli.Result said = run("model", "run", "echo", "你好", "骆驼", "--system", "Be brief.");
    assertEquals("你好 骆驼\n", said.out());
    assertEquals("", said.err(), "thoughts and counts are for who watches");
    assertEquals("Be brief.", EchoModel.ASKED.getFirst().messages().getFirst().text());
    Shape shape =
        run(
                "model",
                "run",
                "echo",
                "abcdef",
                "--max",
                "3",
                "--seed",
                "5",
                "--temperature",
                "0",
                "--json")
            .object();
    assertEquals("abc", shape.get("text"));
    assertEquals(3, shape.get("replyTokens"));
    assertEquals(5, EchoModel.ASKED.getLast().sampling().seed().orElseThrow());
    assertEquals(0, EchoModel.ASKED.getLast().sampling().temperature());
    assertEquals(2, run("model", "run", "echo", "x", "--temperature", "3").code());
    assertEquals(2, run("model", "run", "echo", "x", "--max", "0").code());
    assertEquals(2, run("model", "run", "echo").code());
    assertEquals(1, run("model", "run", "none", "x").code());
  }

  @Test
  void benchCountsWhatWasComputed() {
    Shape shape =
        run("model", "bench", "echo", "--prompt", "100", "--reply", "9", "--json").object();
    assertTrue(shape.number("promptTokens") >= 100);
    assertEquals(9, shape.get("replyTokens"));
    assertTrue(shape.real("promptPerSecond") > 0);
    assertTrue(shape.real("firstSeconds") <= shape.real("seconds"));
    assertTrue(run("model", "bench", "echo").out().contains("speaking: 64 tokens"));
    assertEquals(2, run("model", "bench", "echo", "--rounds", "0").code());
  }

  @Test
  void scoreIsTheSameHoweverTheTextIsCut() throws IOException {
    String text = "骆驼走过沙漠。\n".repeat(100);
    Files.writeString(folder.resolve("text.txt"), text);
    for (String window : List.of("2", "50", "512", "100000")) {
      EchoModel.CONTEXTS.clear();
      Shape shape =
          run("model", "score", "echo", "text.txt", "--window", window, "--json").object();
      assertEquals(800, shape.get("tokens"));
      assertEquals(8.0, shape.real("perplexityPerToken"), 1e-9);
      assertEquals(8.0, shape.real("perplexityPerCharacter"), 1e-9);
      assertEquals(shape.get("windows"), EchoModel.CONTEXTS.size());
      assertEquals("", EchoModel.CONTEXTS.getFirst());
    }
    assertTrue(run("model", "score", "echo", "text.txt").out().contains("8.000 a token"));
    Files.writeString(folder.resolve("empty.txt"), " \n");
    assertEquals(1, run("model", "score", "echo", "empty.txt").code());
    assertEquals(1, run("model", "score", "echo", "none.txt").code());
  }

  @Test
  void withoutAnEngineItIsOneSentence() {
    Cli.Result result =
        run("zh", false, "", s -> Program.tree(s).execute("model", "run", "camel-1b", "你好"));
    assertEquals(1, result.code());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void aModelIsOfferedOnceAndPulledAfterAYes() {
    Cli.Result yes = offer("en", true, "Y\n");
    assertEquals(77, yes.code(), yes.err());
    assertTrue(yes.out().contains("Camel 1B: ~2 MB, licence Apache-2.0"), yes.out());
    assertTrue(yes.out().contains("Untried"), yes.out());
    assertEquals("camel-1b", defaults().model().orElseThrow());
    assertEquals("", offer("en", true, "y\n").out());
  }

  @Test
  void anythingElseIsANo() {
    for (String typed : List.of("\n", "n\n", "", "what?\n")) {
      Cli.Result no = offer("zh", true, typed);
      assertEquals(0, no.code());
      assertTrue(no.out().contains("luotuo model pull camel-1b"), no.out());
      assertTrue(defaults().offered());
      assertEquals("", offer("zh", true, "y\n").out(), "once");
      Defaults.NONE.write(new Workspace(folder.resolve("home")));
    }
    assertFalse(Files.exists(folder.resolve("home/models")));
  }

  @Test
  void nothingIsOfferedAwayFromATerminalOrWhereAModelIsChosen() {
    assertEquals("", offer("zh", false, "y\n").out());
    assertFalse(Files.exists(folder.resolve("home")));
    run("model", "use", "scripted");
    assertEquals("", offer("zh", true, "y\n").out());
  }

  @Test
  void anOfferWhosePullFailsIsNoReasonNotToTalk() {
    weights = "<html>".getBytes(StandardCharsets.UTF_8);
    Cli.Result failed = offer("zh", true, "好\n");
    assertEquals(0, failed.code());
    assertTrue(failed.err().contains("GGUF"), failed.err());
    assertTrue(defaults().offered());
    assertTrue(defaults().model().isEmpty());
  }
}
