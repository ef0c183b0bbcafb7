package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import luotuo.corpus.Source;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.model.Usage;
import luotuo.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ConversationsTest {
  private static final Reply REPLY =
      new Reply(
          "你是哪一年加入商汤的？\n说真的",
          "13年。",
          false,
          List.of(
              new Evidence(
                  "001",
                  new Source("luotuo.txt", 2),
                  "13年的时候",
                  0.75,
                  List.of(new Source("b", 3)),
                  Evidence.Found.CITED)),
          "own-lines",
          "question 0.91",
          12,
          new Usage(320, 200, 12, true),
          "elsewhere");

  @TempDir Path here;
  private Database database;
  private Conversations conversations;

  @BeforeEach
  void open() {
    database = Database.open(here.resolve("luotuo.db"));
    conversations = new Conversations(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasSaidIsThereAfterARestart() {
    String id = conversations.start("李鲁鲁");
    ConversationTurn first = conversations.append(id, REPLY, "投资人");
    ConversationTurn second = conversations.append(id, ConversationReplies.numbered(2), "");
    close();
    open();
    assertEquals(List.of(first, second), conversations.turns(id));
    assertEquals(1, first.number());
    assertEquals("投资人", first.asker());
    assertEquals(id, first.reply().conversation());
    assertEquals(REPLY.evidence(), first.reply().evidence());
    assertEquals(REPLY.question(), first.reply().question());
  }

  @Test
  void theLatestIsTheOneThatWasTalkedInLast() {
    assertEquals(Optional.empty(), conversations.latest("李鲁鲁"));
    String older = conversations.start("李鲁鲁");
    String newer = conversations.start("李鲁鲁");
    conversations.start("郝远");
    assertEquals(Optional.of(newer), conversations.latest("李鲁鲁"));
    pause();
    conversations.append(older, REPLY, "");
    assertEquals(Optional.of(older), conversations.latest("李鲁鲁"));
  }

  @Test
  void theListShowsHowEachBegan() {
    String first = conversations.start("李鲁鲁");
    conversations.append(first, REPLY, "");
    conversations.append(first, ConversationReplies.numbered(2), "");
    pause();
    String second = conversations.start("郝远");
    assertEquals(List.of(second, first), ids(conversations.list(ConversationFilter.ALL, 10, 0)));
    assertEquals(List.of(first), ids(conversations.list(ConversationFilter.ALL, 10, 1)));
    assertEquals(List.of(first), ids(conversations.list(ConversationFilter.with("李鲁鲁"), 10, 0)));
    ConversationSummary summary = conversations.summary(first);
    assertEquals(2, summary.turns());
    assertEquals(REPLY.question(), summary.opening());
  }

  @Test
  void anUnknownConversationIsNoEmptyOne() {
    assertUnknown(() -> conversations.turns("tokumi27"));
    assertUnknown(() -> conversations.append("tokumi27", REPLY, ""));
    assertUnknown(() -> conversations.summary("tokumi27"));
    assertEquals(List.of(), conversations.turns(conversations.start("李鲁鲁")));
  }

  private static void assertUnknown(org.junit.jupiter.api.function.Executable work) {
    Failure failure = assertThrows(Failure.class, work);
    assertEquals("conversation.unknown", failure.problem().key());
    assertEquals(List.of("tokumi27"), failure.problem().arguments());
  }

  @Test
  void manySpeakAtOnceAndNoNumberIsMissing() {
    String id = conversations.start("李鲁鲁");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        threads.submit(() -> conversations.append(id, REPLY, ""));
      }
    }
    List<Integer> numbers = conversations.turns(id).stream().map(ConversationTurn::number).toList();
    assertEquals(java.util.stream.IntStream.rangeClosed(1, 40).boxed().toList(), numbers);
  }

  @Test
  void idsAreShortAndDiffer() {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      ids.add(conversations.start("李鲁鲁"));
    }
    assertEquals(200, ids.size());
    assertTrue(ids.stream().allMatch(id -> id.matches("[a-z]{6}[0-9]{2}")), ids.toString());
  }

  @Test
  void oddTextsComeBackAsTheyWere() {
    String id = conversations.start("'; DROP TABLE turns; --");
    for (String text : List.of("", "a\0b", "😀 𠮷", "\"'`\\", "\r\n\t", "长".repeat(100_000))) {
      Reply reply = new Reply(text, text, false, List.of(), "own-lines", text, 0, Usage.NONE, "");
      conversations.append(id, reply, text);
      ConversationTurn stored = conversations.turns(id).getLast();
      assertEquals(text, stored.reply().text());
      assertEquals(text, stored.asker());
    }
  }

  @Test
  void whatWasSaidOffTheRecordIsKeptAndNotLearnedFrom() {
    String id = conversations.start("李鲁鲁");
    ConversationTurn first = conversations.append(id, REPLY, "投资人");
    conversations.append(id, first.id(), ConversationReplies.numbered(2), "", true);
    ConversationTurn last = conversations.append(id, ConversationReplies.numbered(3), "");
    assertEquals(3, conversations.turns(id).size());
    assertEquals(
        List.of(first.id(), last.id()), List.copyOf(conversations.onRecord("李鲁鲁").keySet()));
  }

  @Test
  void aConversationGoesOutAsLinesAndAsAPage() {
    String id = conversations.start("李鲁鲁");
    conversations.append(id, REPLY, "投资人");
    conversations.append(id, ConversationReplies.numbered(1), "");
    ConversationSummary summary = conversations.summary(id);
    List<ConversationTurn> turns = conversations.turns(id);
    List<String> lines = ConversationExport.jsonLines(summary, turns).lines().toList();
    assertEquals(2, lines.size());
    assertEquals(REPLY.question(), Json.readObject(lines.getFirst()).get("question"));
    String page = ConversationExport.markdown(summary, turns, "你");
    assertTrue(page.startsWith("# 李鲁鲁 · " + id), page);
    assertTrue(page.contains("**投资人**: 你是哪一年加入商汤的？  \n说真的\n"), page);
    assertTrue(page.contains("**你**: 问1\n"), page);
    assertTrue(page.contains("> luotuo.txt:2 — 13年的时候\n"), page);
  }

  private static List<String> ids(List<ConversationSummary> summaries) {
    return summaries.stream().map(ConversationSummary::id).toList();
  }

  private static void pause() {
    long from = System.currentTimeMillis();
    while (System.currentTimeMillis() == from) {
      Thread.onSpinWait();
    }
  }
}
