package luotuo.model.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReplayTest {
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private final TalkingModel model = new TalkingModel("talking");

  @BeforeEach
  void place() {
    folder = temporary.resolve("录");
  }

  /// What a call gave: pieces, and the completion or the failure.
  private record Heard(List<Piece> pieces, Object end) {}

  private static Heard ask(ChatModel model, String text) {
    List<Piece> pieces = new ArrayList<>();
    try {
      return new Heard(pieces, model.complete(request(text), pieces::add));
    } catch (Failure e) {
      return new Heard(pieces, e.problem());
    }
  }

  private static ChatRequest request(String text) {
    return new ChatRequest(List.of(Message.system("你是骆驼。"), Message.user(text)), Sampling.DEFAULT);
  }

  private static String key(ChatModel model, String text) {
    return assertThrows(Failure.class, () -> model.complete(request(text), piece -> {}))
        .problem()
        .key();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void aReplayGivesTheSameSequenceWithoutAModel() {
    List<String> asked =
        List.of("a", "b", "a", TalkingModel.FAIL, "a", TalkingModel.FAIL_AT_ONCE, "b", "\ud83d x");
    List<Heard> recorded = new ArrayList<>();
    try (var recording = new RecordingModel(model, folder)) {
      asked.forEach(text -> recorded.add(ask(recording, text)));
    }
    int calls = model.calls.get();
    assertNotEquals(recorded.get(0), recorded.get(2), "the model draws each time");
    for (int run = 0; run < 2; run++) {
      try (var replay = new ReplayingModel(folder)) {
        assertEquals(recorded, asked.stream().map(text -> ask(replay, text)).toList());
      }
    }
    assertEquals(calls, model.calls.get());
  }

  @Test
  void whatWasNotRecordedIsAFailureThatSaysWhat() {
    try (var recording = new RecordingModel(model, folder)) {
      ask(recording, "a");
    }
    var replay = new ReplayingModel(folder);
    String longer = "讲一讲\n骆驼".repeat(10);
    var failure = assertThrows(Failure.class, () -> replay.complete(request(longer), piece -> {}));
    assertEquals("model.replay.missing", failure.problem().key());
    String start = ("讲一讲 骆驼".repeat(10)).substring(0, 40) + "…";
    assertEquals(List.of("talking", start, folder.toString()), failure.problem().arguments());
    ask(replay, "a");
    assertEquals("model.replay.ended", key(replay, "a"));
    assertEquals("model.replay.ended", key(replay, "a"));
  }

  @Test
  void everyPartOfTheRequestCounts() {
    try (var recording = new RecordingModel(model, folder)) {
      ask(recording, "a");
    }
    var replay = new ReplayingModel(folder);
    ChatRequest asked = request("a");
    List<Sampling> others = new ArrayList<>();
    others.add(asked.sampling().withSeed(1));
    others.add(asked.sampling().withTemperature(0.71));
    others.add(asked.sampling().withStops(List.of("x")));
    others.add(asked.sampling().withMaximum(511));
    for (Sampling other : others) {
      var request = new ChatRequest(asked.messages(), other);
      assertThrows(Failure.class, () -> replay.complete(request, piece -> {}), other.toString());
    }
    var turned =
        new ChatRequest(List.of(Message.user("你是骆驼。"), Message.user("a")), asked.sampling());
    assertThrows(Failure.class, () -> replay.complete(turned, piece -> {}));
    replay.complete(asked, piece -> {});
  }

  @Test
  void anEmptyFolderIsNoRecord() {
    var failure = assertThrows(Failure.class, () -> new ReplayingModel(folder));
    assertEquals("model.replay.none", failure.problem().key());
    assertFalse(Files.exists(folder), "a replay makes no folder");
  }

  @Test
  void anotherModelNeedsAnotherFolder() {
    new RecordingModel(model, folder).close();
    var other = new TalkingModel("other");
    var failure = assertThrows(Failure.class, () -> new RecordingModel(other, folder));
    assertEquals("model.record.other", failure.problem().key());
  }

  @Test
  void aSecondRunAddsAndChangesNothing() throws IOException {
    Heard first = ask(new RecordingModel(model, folder), "a");
    List<Path> before = files();
    Heard second = ask(new RecordingModel(model, folder), "a");
    assertEquals(before.size() + 1, files().size());
    var replay = new ReplayingModel(folder);
    assertEquals(List.of(first, second), List.of(ask(replay, "a"), ask(replay, "a")));
  }

  @Test
  void aReplyThatWasBrokenOffIsReplayedThatFar() {
    class Enough extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }
    List<Piece> told = new ArrayList<>();
    try (var recording = new RecordingModel(model, folder)) {
      assertThrows(
          Enough.class,
          () ->
              recording.complete(
                  request("a"),
                  piece -> {
                    told.add(piece);
                    if (told.size() == 3) {
                      throw new Enough();
                    }
                  }));
    }
    var replay = new ReplayingModel(folder);
    List<Piece> again = new ArrayList<>();
    var failure = assertThrows(Failure.class, () -> replay.complete(request("a"), again::add));
    assertEquals("model.replay.brokenOff", failure.problem().key());
    assertEquals(told, again);
  }

  @Test
  void aListenersOwnFailureIsNotTheModels() {
    var own = Failure.of("file.full", "x");
    try (var recording = new RecordingModel(model, folder)) {
      assertThrows(
          Failure.class,
          () ->
              recording.complete(
                  request("a"),
                  piece -> {
                    throw own;
                  }));
    }
    assertEquals("model.replay.brokenOff", key(new ReplayingModel(folder), "a"));
  }

  @Test
  void whatWasCancelledIsNotRecorded() {
    Heard whole;
    try (var recording = new RecordingModel(model, folder)) {
      assertThrows(
          Cancelled.class,
          () -> recording.complete(request("a"), piece -> Thread.currentThread().interrupt()));
      whole = ask(recording, "a");
    }
    assertEquals(whole, ask(new ReplayingModel(folder), "a"));
  }

  @Test
  void anInterruptThatComesLateLosesNothing() {
    List<Piece> pieces = new ArrayList<>();
    try (var recording = new RecordingModel(new LateInterrupt(model), folder)) {
      recording.complete(request("a"), pieces::add);
      assertTrue(Thread.interrupted(), "still to be seen by the caller");
      recording.tokens().count("b");
    }
    var replay = new ReplayingModel(folder);
    assertEquals(pieces, ask(replay, "a").pieces());
    assertEquals(1, replay.tokens().count("b"));
  }

  /// Is interrupted when its reply is complete.
  private static final class LateInterrupt extends Wrapper {
    LateInterrupt(ChatModel model) {
      super(model);
    }

    @Override
    public Completion complete(ChatRequest request, java.util.function.Consumer<Piece> pieces) {
      Completion completion = model().complete(request, pieces);
      Thread.currentThread().interrupt();
      return completion;
    }
  }

  @Test
  void countsOfTokensAreThoseOfTheRecordedRun() {
    List<Message> prompt = List.of(Message.system("骆驼"), Message.user("沙漠之舟"));
    int tokens;
    int whole;
    try (var recording = new RecordingModel(model, folder)) {
      tokens = recording.tokens().count("骆驼🐫");
      recording.tokens().count("骆驼🐫");
      whole = recording.count(prompt);
    }
    int counted = model.counted.get();
    assertEquals(3, counted, "each text once");
    var replay = new ReplayingModel(folder);
    assertEquals(tokens, replay.tokens().count("骆驼🐫"));
    assertEquals(whole, replay.count(prompt));
    assertEquals(0, replay.tokens().count(""));
    assertEquals(4096, replay.context());
    var failure = assertThrows(Failure.class, () -> replay.tokens().count("never"));
    assertEquals("model.replay.count", failure.problem().key());
    assertEquals(counted, model.counted.get());
  }

  @Test
  void peopleCanReadAFile() throws IOException {
    try (var recording = new RecordingModel(model, folder)) {
      ask(recording, "你好，\"骆驼\"？");
    }
    Path file =
        files().stream()
            .filter(f -> f.getNameCount() > folder.getNameCount() + 1)
            .findFirst()
            .orElseThrow();
    String name = String.valueOf(file.getFileName());
    assertTrue(name.matches("[0-9a-f]{64}\\.json"), name);
    assertEquals(name.substring(0, 2), file.getName(file.getNameCount() - 2).toString());
    String text = Files.readString(file);
    assertTrue(text.contains("\"text\" : \"你好，\\\"骆驼\\\"？\""), text);
    assertTrue(text.contains("\"pieces\" : [ \"1 \", \"“骆\", \"驼”\""), text);
    assertTrue(text.lines().count() < 60, text);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    try (var recording = new RecordingModel(model, folder)) {
      ask(recording, "a");
    }
    for (Path file : files()) {
      if (!String.valueOf(file.getFileName()).matches("[a-z]+\\.jsonl?")) {
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));
        var replay = new ReplayingModel(folder);
        var failure = assertThrows(Failure.class, () -> replay.complete(request("a"), piece -> {}));
        assertEquals("model.record.damaged", failure.problem().key());
        assertEquals(file.toString(), failure.problem().arguments().getFirst());
      }
    }
  }

  @Test
  void aTornLineOfCountsIsPassedOver() throws IOException {
    try (var recording = new RecordingModel(model, folder)) {
      recording.tokens().count("a");
      Files.writeString(
          folder.resolve("counts.jsonl"),
          Files.readString(folder.resolve("counts.jsonl")) + "{\"sha256\":\"abc\n");
      recording.tokens().count("bcd");
    }
    assertEquals(2, new ReplayingModel(folder).tokens().count("bcd"));
  }

  @Test
  void manyThreadsRecordEveryCallOnce() throws Exception {
    int each = 50;
    Set<Heard> heard = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(4);
        var one = new RecordingModel(model, folder);
        var other = new RecordingModel(model, folder)) {
      List<Callable<List<Heard>>> work = new ArrayList<>();
      for (ChatModel recording : List.of(one, other, one, other)) {
        work.add(
            () -> {
              List<Heard> mine = new ArrayList<>();
              for (int i = 0; i < each; i++) {
                mine.add(ask(recording, "a"));
              }
              return mine;
            });
      }
      for (var done : threads.invokeAll(work)) {
        heard.addAll(done.get());
      }
    }
    assertEquals(4 * each, heard.size());
    var replay = new ReplayingModel(folder);
    Set<Heard> again = new HashSet<>();
    for (int i = 0; i < 4 * each; i++) {
      again.add(ask(replay, "a"));
    }
    assertEquals(heard, again);
    assertEquals("model.replay.ended", key(replay, "a"));
  }
}
