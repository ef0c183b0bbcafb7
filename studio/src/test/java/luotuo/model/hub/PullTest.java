package luotuo.model.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.store.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pulls from servers that cut, lie, stall and change their minds.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PullTest {
  private static final int SIZE = 300_000;
  private static final int HALF = SIZE / 2;
  private static final String TAG = "ETag: \"one\"";
  private static final String NAME = "camel-1b";
  private static final String FILE = "camel.gguf";
  private static final Patience HASTE =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofMillis(400),
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(50),
          10_000);

  @TempDir Path folder;
  private Shelf shelf;
  private byte[] bytes;
  private final List<Problem> troubles = new ArrayList<>();
  private long free = 1L << 40;
  private Optional<String> token = Optional.empty();

  @BeforeEach
  void fill() {
    shelf = new Shelf(folder);
    bytes = weights(1);
  }

  private static byte[] weights(long seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    System.arraycopy("GGUF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    return bytes;
  }

  private static Listed model(Optional<String> sha256, Source... sources) {
    return new Listed(
        NAME,
        "Camel",
        "Camel",
        "llama",
        "1B",
        List.of("zh"),
        Machine.Size.SMALL,
        FILE,
        SIZE,
        true,
        new Licence("Apache-2.0", "", false),
        0,
        sha256,
        List.of(sources),
        false);
  }

  private static Source at(HubServer server) {
    return at(server, "/file");
  }

  private static Source at(HubServer server, String path) {
    return new Source.Address(URI.create(server.uri() + path), false);
  }

  private Shelved pull(Listed model) {
    return pull(model, URI.create("https://hub.invalid"), false);
  }

  private Shelved pull(Listed model, URI hub, boolean anew) {
    Endpoints endpoints = new Endpoints(hub, hub, token);
    return new Pull(shelf, endpoints, new Proxies(Map.of()), HASTE, _ -> free)
        .pull(model, anew, new Pull.Listener((_, _, _) -> {}, troubles::add));
  }

  private Shelved pull(HubServer... servers) {
    Source[] sources = List.of(servers).stream().map(PullTest::at).toArray(Source[]::new);
    return pull(model(Optional.empty(), sources));
  }

  private String failing(Listed model) {
    return assertThrows(Failure.class, () -> pull(model)).problem().key();
  }

  private String failing(HubServer server) {
    return failing(model(Optional.empty(), at(server)));
  }

  private void assertWhole(Shelved model) throws IOException {
    assertArrayEquals(bytes, Files.readAllBytes(model.file()));
    assertEquals(Hash.sha256(bytes), model.sha256());
    assertEquals(folder.resolve(NAME).resolve(FILE), model.file());
    assertEquals(model, shelf.get(NAME));
    try (var files = Files.list(folder.resolve(NAME))) {
      assertEquals(2, files.count(), "the file and its manifest");
    }
  }

  private HubServer honest() {
    return new HubServer((request, reply) -> reply.file(request, bytes, TAG));
  }

  @Test
  void aFileComesWithItsChecksumAndManifest() throws IOException {
    try (HubServer server = honest()) {
      Shelved model = pull(server);
      assertWhole(model);
      assertEquals(Shelved.Known.FIRST_PULL, model.known());
      assertEquals("Apache-2.0", model.licence());
      assertEquals(server.uri() + "/file", model.source());
      pull(server);
      assertEquals(1, server.requests.size(), "what is here is not pulled again");
    }
  }

  @Test
  void progressIsInBytesAndEndsAtTheEnd() throws IOException {
    List<Long> done = new ArrayList<>();
    try (HubServer server = honest()) {
      var endpoints = new Endpoints(server.uri(), server.uri(), token);
      new Pull(shelf, endpoints, new Proxies(Map.of()), HASTE, _ -> free)
          .pull(
              model(Optional.empty(), at(server)),
              false,
              new Pull.Listener(
                  (what, at, total) -> {
                    assertEquals("model.pulling", what);
                    assertEquals(SIZE, total);
                    done.add(at);
                  },
                  troubles::add));
    }
    assertEquals(SIZE, done.getLast());
    assertEquals(done.stream().sorted().toList(), done);
  }

  @Test
  void aCutFileIsGoneOnWith() throws IOException {
    try (HubServer server =
        HubServer.saying(
            (request, reply) ->
                reply.head("200 OK", TAG, "Content-Length: " + SIZE).body(bytes, 0, HALF),
            (request, reply) -> reply.file(request, bytes, TAG))) {
      assertWhole(pull(server));
      assertEquals("bytes=" + HALF + "-", server.requests.getLast().header("range"));
      assertEquals("\"one\"", server.requests.getLast().header("if-range"));
      assertEquals("model.pull.cut", troubles.getFirst().key());
    }
  }

  @Test
  void aFileThatIsCutAgainAndAgainStillComes() throws IOException {
    try (HubServer server =
        new HubServer(
            (request, reply) -> {
              int first = request.first();
              String range = "Content-Range: bytes " + first + "-" + (SIZE - 1) + "/" + SIZE;
              reply
                  .head(
                      first > 0 ? "206 Partial" : "200 OK",
                      TAG,
                      "Content-Length: " + (SIZE - first),
                      first > 0 ? range : "X: y")
                  .body(bytes, first, Math.min(SIZE, first + 30_000));
            })) {
      assertWhole(pull(server));
      // A cut may swallow bytes that were sent, and so cost a request; none begins where another
      // did.
      List<Integer> firsts = server.requests.stream().map(HubServer.Request::first).toList();
      assertEquals(firsts.stream().distinct().sorted().toList(), firsts);
      assertTrue(firsts.size() >= 10, firsts.toString());
    }
  }

  @Test
  void aLaterPullGoesOn() throws IOException {
    try (HubServer cut =
        new HubServer(
            (request, reply) -> {
              if (request.first() == 0) {
                reply.head("200 OK", TAG, "Content-Length: " + SIZE).body(bytes, 0, HALF);
              } else {
                reply.file(request, bytes, TAG);
              }
            })) {
      Patience once =
          new Patience(HASTE.connect(), HASTE.stall(), 1, HASTE.pause(), HASTE.most(), SIZE * 2L);
      var endpoints = new Endpoints(cut.uri(), cut.uri(), token);
      Pull impatient = new Pull(shelf, endpoints, new Proxies(Map.of()), once, _ -> free);
      Listed model = model(Optional.empty(), at(cut));
      Failure failure =
          assertThrows(Failure.class, () -> impatient.pull(model, false, Pull.Listener.NOBODY));
      assertEquals("model.pull.cut", failure.problem().key());
      assertEquals(HALF, shelf.leftovers().getFirst().bytes());
      assertEquals(List.of(), shelf.list());
      assertWhole(pull(model));
      assertEquals("bytes=" + HALF + "-", cut.requests.getLast().header("range"));
      assertEquals(List.of(), shelf.leftovers());
    }
  }

  /// Leaves half a file, then answers the request for the rest.
  private HubServer halfThen(HubServer.Handler second, HubServer.Handler third) {
    return HubServer.saying(
        (request, reply) ->
            reply.head("200 OK", TAG, "Content-Length: " + SIZE).body(weights(7), 0, HALF),
        second,
        third);
  }

  @Test
  void aServerThatIgnoresRangesStartsAfresh() throws IOException {
    HubServer.Handler all =
        (request, reply) ->
            reply.head("200 OK", TAG, "Content-Length: " + SIZE).body(bytes, 0, SIZE);
    try (HubServer server = halfThen(all, all)) {
      assertWhole(pull(server));
      assertEquals(2, server.requests.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 0-299999/300000",
        "bytes 150001-299999/300000",
        "bytes 150000-299999/300001",
        "bytes 150000-299998/300000",
        "bytes 150000-9/8",
        "bytes 150000-99999999999999999999/300000",
        "nonsense"
      })
  void arangeThatDoesNotFitStartsAfresh(String range) throws IOException {
    try (HubServer server =
        halfThen(
            (request, reply) ->
                reply
                    .head("206 Partial", TAG, "Content-Length: " + HALF, "Content-Range: " + range)
                    .body(bytes, HALF, SIZE),
            (request, reply) -> reply.file(request, bytes, TAG))) {
      assertWhole(pull(server));
      assertEquals("", server.requests.getLast().header("range"), "afresh");
    }
  }

  @Test
  void aFileThatGrewMeanwhileStartsAfresh() throws IOException {
    byte[] grown = new byte[SIZE + 1];
    try (HubServer server =
        halfThen(
            (request, reply) -> reply.file(request, grown, TAG),
            (request, reply) -> reply.file(request, bytes, TAG))) {
      assertWhole(pull(server));
      assertEquals("", server.requests.getLast().header("range"), "afresh");
    }
  }

  @Test
  void aFileThatChangedMeanwhileStartsAfresh() throws IOException {
    try (HubServer server =
        halfThen(
            (request, reply) -> reply.file(request, bytes, "ETag: \"two\""),
            (request, reply) -> reply.file(request, bytes, "ETag: \"two\""))) {
      assertWhole(pull(server));
      assertEquals("", server.requests.getLast().header("range"), "afresh");
    }
  }

  @Test
  void aRangeThatIsRefusedStartsAfresh() throws IOException {
    try (HubServer server =
        halfThen(
            (request, reply) -> reply.nothing("416 Range Not Satisfiable"),
            (request, reply) -> reply.file(request, bytes, TAG))) {
      assertWhole(pull(server));
    }
  }

  @Test
  void withoutAValidatorOrAChecksumNothingIsGoneOnWith() throws IOException {
    try (HubServer server =
        HubServer.saying(
            (request, reply) ->
                reply.head("200 OK", "Content-Length: " + SIZE).body(weights(7), 0, HALF),
            (request, reply) -> reply.file(request, bytes))) {
      assertWhole(pull(server));
      assertEquals("", server.requests.getLast().header("range"));
    }
  }

  @Test
  void anotherSourceGoesOnWhereTheChecksumIsKnown() throws IOException {
    try (HubServer cut =
            HubServer.saying(
                (request, reply) ->
                    reply.head("200 OK", "Content-Length: " + SIZE).body(bytes, 0, HALF),
                (request, reply) -> reply.nothing("404 Not Found"));
        HubServer other = honest()) {
      assertWhole(pull(model(Optional.of(Hash.sha256(bytes)), at(cut), at(other))));
      assertEquals("bytes=" + HALF + "-", other.requests.getFirst().header("range"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"401 No", "403 No", "404 No", "410 No", "418 No", "429 No", "500 No", "503 No"})
  void theNextSourceIsAskedWhereOneRefuses(String status) throws IOException {
    try (HubServer refusing = new HubServer((request, reply) -> reply.nothing(status));
        HubServer other = honest()) {
      assertWhole(pull(refusing, other));
      boolean passing = status.matches("(429|5).*");
      assertEquals(passing ? 3 : 1, refusing.requests.size(), "tries");
      assertEquals(passing ? 3 : 1, troubles.size());
    }
  }

  @Test
  void aServerThatAsksForPatienceGetsIt() throws IOException {
    try (HubServer busy =
        HubServer.saying(
            (request, reply) -> reply.nothing("429 Slow down", "Retry-After: 1"),
            (request, reply) -> reply.file(request, bytes, TAG))) {
      long began = System.nanoTime();
      assertWhole(pull(busy));
      assertTrue(System.nanoTime() - began >= 45_000_000, "as long as the most that is granted");
    }
  }

  @Test
  void whoNeverAnswersOrStopsMidwayIsLeft() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (HubServer silent = new HubServer((request, reply) -> await(over));
        HubServer stopping =
            new HubServer(
                (request, reply) -> {
                  reply.head("200 OK", "Content-Length: " + SIZE).body(bytes, 0, 5_000);
                  await(over);
                });
        HubServer other = honest()) {
      assertWhole(pull(silent, stopping, other));
      assertEquals(
          List.of("model.pull.stalled"), troubles.stream().map(Problem::key).distinct().toList());
      over.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nobodyThereIsOneSentence() throws IOException {
    HubServer gone = honest();
    gone.close();
    assertEquals("model.pull.unreachable", failing(gone));
  }

  @Test
  void aFileThatIsShorterThanSaidIsCut() throws IOException {
    try (HubServer lying =
        new HubServer(
            (request, reply) ->
                reply.head("200 OK", "Content-Length: " + (SIZE + 1)).body(bytes, 0, SIZE))) {
      assertEquals("model.pull.cut", failing(lying));
      assertFalse(Files.exists(folder.resolve(NAME).resolve(FILE)), "it has no name");
    }
  }

  @Test
  void aFileThatIsLongerThanSaidIsNotBelieved() throws IOException {
    try (HubServer lying =
            new HubServer(
                (request, reply) ->
                    reply.head("200 OK", "Content-Length: " + HALF).body(bytes, 0, SIZE));
        HubServer other = honest()) {
      assertWhole(pull(model(Optional.of(Hash.sha256(bytes)), at(lying), at(other))));
      assertEquals("model.pull.checksum", troubles.getFirst().key());
    }
  }

  @Test
  void whatNeverEndsIsRefused() throws IOException {
    byte[] piece = weights(3);
    try (HubServer endless =
        new HubServer(
            (request, reply) -> {
              reply.head("200 OK", "Transfer-Encoding: chunked");
              while (true) {
                reply
                    .out()
                    .write(
                        (Integer.toHexString(SIZE) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                reply.body(piece, 0, SIZE);
                reply.out().write("\r\n".getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      assertEquals("model.pull.size", failing(endless));
      assertEquals(0, shelf.leftovers().size());
    }
  }

  @Test
  void aHugeLengthIsRefusedBeforeAByteIsWritten() throws IOException {
    try (HubServer huge =
        new HubServer(
            (request, reply) -> reply.head("200 OK", "Content-Length: 900000000000000000"))) {
      assertEquals("model.pull.size", failing(huge));
      assertFalse(Files.exists(folder.resolve(NAME)));
    }
  }

  @Test
  void aFileOfUnknownLengthComesToo() throws IOException {
    try (HubServer chunked =
        new HubServer(
            (request, reply) -> {
              reply.head("200 OK", "Transfer-Encoding: chunked");
              reply
                  .out()
                  .write((Integer.toHexString(SIZE) + "\r\n").getBytes(StandardCharsets.US_ASCII));
              reply.body(bytes, 0, SIZE);
              reply.out().write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            })) {
      assertWhole(pull(chunked));
    }
  }

  @Test
  void aPageInTheFilesPlaceIsNoModel() throws IOException {
    byte[] page = "<html>please log in</html>".getBytes(StandardCharsets.UTF_8);
    try (HubServer portal = new HubServer((request, reply) -> reply.file(request, page))) {
      assertEquals("model.pull.notGguf", failing(portal));
      assertEquals(List.of(), shelf.leftovers());
    }
  }

  @Test
  void aWrongChecksumSaysSoAndLeavesNothing() throws IOException {
    String right = Hash.sha256(weights(2));
    try (HubServer wrong = honest();
        HubServer missing = new HubServer((request, reply) -> reply.nothing("404 No"))) {
      Listed model = model(Optional.of(right), at(wrong), at(missing));
      Failure failure = assertThrows(Failure.class, () -> pull(model));
      assertEquals("model.pull.checksum", failure.problem().key());
      assertEquals(right, failure.problem().arguments().get(1));
      assertEquals(Hash.sha256(bytes), failure.problem().arguments().get(2));
      assertEquals(List.of(), shelf.list());
      assertEquals(List.of(), shelf.leftovers());
      assertEquals(1, missing.requests.size(), "the next source was asked");
    }
  }

  @Test
  void whatTheFirstPullBroughtHasToComeAgain() throws IOException {
    AtomicReference<byte[]> served = new AtomicReference<>(bytes);
    try (HubServer server =
        new HubServer((request, reply) -> reply.file(request, served.get(), TAG))) {
      pull(server);
      shelf.remove(NAME);
      pull(server);
      shelf.remove(NAME);
      bytes = weights(9);
      served.set(bytes);
      assertEquals("model.pull.changed", failing(server));
      assertWhole(pull(model(Optional.empty(), at(server)), server.uri(), true));
      shelf.remove(NAME);
      assertWhole(pull(server));
    }
  }

  private Listed onHub() {
    return model(
        Optional.empty(), new Source.HuggingFace("owner/repository", "other-name.gguf", true));
  }

  @Test
  void theHubRedirectsAndTellsTheChecksumAndTheTokenStaysWithIt() throws IOException {
    token = Optional.of("hf_secret");
    try (HubServer storage = honest();
        HubServer hub =
            new HubServer(
                (request, reply) ->
                    reply.nothing(
                        "302 Found",
                        "X-Linked-ETag: \"" + Hash.sha256(bytes) + "\"",
                        "X-Linked-Size: " + SIZE,
                        "Location: " + storage.uri() + "/signed?secret=1"))) {
      Shelved model = pull(onHub(), hub.uri(), false);
      assertWhole(model);
      assertEquals(Shelved.Known.HUB, model.known());
      assertEquals("hf:owner/repository/other-name.gguf", model.source());
      HubServer.Request asked = hub.requests.getFirst();
      assertEquals("/owner/repository/resolve/main/other-name.gguf", asked.target());
      assertEquals("Bearer hf_secret", asked.header("authorization"));
      assertEquals("", storage.requests.getFirst().header("authorization"));
    }
  }

  @Test
  void whatTheHubSaysIsChecked() throws IOException {
    try (HubServer storage = honest();
        HubServer hub =
            new HubServer(
                (request, reply) ->
                    reply.nothing(
                        "302 Found",
                        "X-Linked-ETag: \"" + Hash.sha256(weights(5)) + "\"",
                        "Location: " + storage.uri() + "/file"))) {
      Failure failure = assertThrows(Failure.class, () -> pull(onHub(), hub.uri(), false));
      assertEquals("model.pull.checksum", failure.problem().key());
    }
  }

  @Test
  void aSizeThatTheHubDidNotSayIsRefused() throws IOException {
    try (HubServer hub =
        new HubServer((request, reply) -> reply.file(request, bytes, "X-Linked-Size: 299999"))) {
      assertEquals("model.pull.length", failing(hub));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/file", "/", "ftp://localhost/file", "file:///etc/passwd", "http://[", ""})
  void redirectsThatLeadNowhereAreAnError(String location) throws IOException {
    try (HubServer hub =
        new HubServer((request, reply) -> reply.nothing("302 Found", "Location: " + location))) {
      assertEquals("model.pull.redirect", failing(hub));
      assertTrue(hub.requests.size() < 12, "it ends");
    }
  }

  @Test
  void noNameFromAServerIsAPath() throws IOException {
    try (HubServer server =
        new HubServer(
            (request, reply) ->
                reply.file(
                    request,
                    bytes,
                    "Content-Disposition: attachment; filename=\"../../x.gguf\""))) {
      assertWhole(pull(server));
    }
  }

  @Test
  void afullDiskIsToldBeforeAByteIsWritten() throws IOException {
    free = SIZE;
    try (HubServer server = honest()) {
      assertEquals("model.pull.disk", failing(server));
      assertFalse(Files.exists(folder.resolve(NAME)));
      free = SIZE + SIZE / 20;
      assertWhole(pull(server));
    }
  }

  @Test
  void interruptingEndsItAndWhatCameStays() throws Exception {
    CountDownLatch halfway = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (HubServer server =
        HubServer.saying(
            (request, reply) -> {
              reply.head("200 OK", TAG, "Content-Length: " + SIZE).body(bytes, 0, HALF);
              halfway.countDown();
              await(over);
            },
            (request, reply) -> reply.file(request, bytes, TAG))) {
      Endpoints none = new Endpoints(server.uri(), server.uri(), token);
      Patience patient =
          new Patience(HASTE.connect(), Duration.ofSeconds(30), 3, HASTE.pause(), HASTE.most(), 1);
      AtomicReference<Throwable> ended = new AtomicReference<>();
      CountDownLatch some = new CountDownLatch(1);
      Thread pulling =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      new Pull(shelf, none, new Proxies(Map.of()), patient, _ -> free)
                          .pull(
                              model(Optional.empty(), at(server)),
                              false,
                              new Pull.Listener(
                                  (_, done, _) -> {
                                    if (done == HALF) {
                                      some.countDown();
                                    }
                                  },
                                  troubles::add));
                    } catch (Cancelled e) {
                      ended.set(e);
                    }
                  });
      halfway.await();
      some.await();
      assertEquals("model.pull.busy", failing(server), "one pull of a model at a time");
      pulling.interrupt();
      pulling.join();
      over.countDown();
      assertTrue(ended.get() instanceof Cancelled);
      assertEquals(HALF, shelf.leftovers().getFirst().bytes());
      assertWhole(pull(server));
      assertEquals("bytes=" + HALF + "-", server.requests.getLast().header("range"));
    }
  }

  @Test
  void aFileThatWasNamedAndNotYetListedIsTakenBack() throws IOException {
    Path place = Files.createDirectories(folder.resolve(NAME));
    Files.write(place.resolve(FILE), bytes);
    try (HubServer server = honest()) {
      Files.writeString(
          place.resolve(Part.RECORD),
          "source: " + server.uri() + "/file\nvalidator: '\"one\"'\nlength: " + SIZE + "\n");
      assertWhole(pull(server));
      assertEquals(0, server.requests.size(), "all of it was there");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "source: x\nlength: 5\n",
        "nonsense",
        "length: -1\nsource: x",
        "a: [",
        "other: x"
      })
  void aBrokenRecordStartsAfresh(String record) throws IOException {
    Path place = Files.createDirectories(folder.resolve(NAME));
    Files.write(place.resolve("weights.part"), new byte[1000]);
    Files.writeString(place.resolve(Part.RECORD), record);
    try (HubServer server = honest()) {
      assertWhole(pull(server));
      assertEquals("", server.requests.getFirst().header("range"));
    }
  }

  @Test
  void somebodyElsesFolderIsLeftAlone() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve(NAME)).resolve("judge.onnx");
    Files.writeString(foreign, "not ours");
    try (HubServer server = honest()) {
      assertEquals("model.taken", failing(server));
      assertEquals(0, server.requests.size());
      assertEquals("not ours", Files.readString(foreign));
    }
  }

  @Test
  void aProxyIsAsked() throws IOException {
    try (HubServer proxy = honest()) {
      var environment = Map.of("http_proxy", proxy.uri().toString());
      Endpoints none = new Endpoints(proxy.uri(), proxy.uri(), token);
      Source far = new Source.Address(URI.create("http://models.invalid/file"), false);
      Shelved model =
          new Pull(shelf, none, new Proxies(environment), HASTE, _ -> free)
              .pull(model(Optional.empty(), far), false, Pull.Listener.NOBODY);
      assertWhole(model);
      assertEquals("http://models.invalid/file", proxy.requests.getFirst().target());
    }
  }
}
