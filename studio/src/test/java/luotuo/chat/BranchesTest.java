package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Conversations that go several ways.
@SuppressWarnings("NullAway.Init")
class BranchesTest {
  @TempDir Path here;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(here.resolve("luotuo.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void goingBackLosesNothing() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁");
    ConversationTurn one = said(conversations, id, 1);
    ConversationTurn two = said(conversations, id, 2);
    conversations.goTo(id, one.id());
    ConversationTurn other = said(conversations, id, 3);
    assertEquals(List.of(one, other), conversations.turns(id));
    assertEquals(2, other.number());
    assertEquals(List.of(two, other), conversations.siblings(id, one.id()));
    List<Branch> branches = conversations.branches(id);
    assertEquals(List.of(other.id(), two.id()), branches.stream().map(Branch::turn).toList());
    assertEquals(List.of(true, false), branches.stream().map(Branch::current).toList());
    conversations.goTo(id, two.id());
    assertEquals(List.of(one, two), conversations.turns(id));
    assertEquals(2, conversations.summary(id).turns());
    conversations.goTo(id, Conversations.BEGINNING);
    assertEquals(List.of(), conversations.turns(id));
    assertEquals("问1", conversations.summary(id).opening());
    ConversationTurn afresh = said(conversations, id, 4);
    assertEquals(List.of(one, afresh), conversations.siblings(id, Conversations.BEGINNING));
  }

  @Test
  void theWayToAnyTurnIsKnown() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁");
    ConversationTurn one = said(conversations, id, 1);
    ConversationTurn two = said(conversations, id, 2);
    conversations.goBack(id);
    ConversationTurn other = said(conversations, id, 3);
    assertEquals(List.of(one, two), conversations.turns(id, two.id()));
    assertEquals(List.of(one, other), conversations.turns(id, other.id()));
    assertEquals(List.of(one, other), conversations.turns(id));
    String foreign = conversations.start("李鲁鲁");
    assertEquals("turn.unknown", refused(() -> conversations.turns(foreign, one.id())));
    assertEquals("conversation.unknown", refused(() -> conversations.turns("none", one.id())));
    assertEquals(
        Map.of(one.id(), List.of(two.id(), other.id())),
        conversations.forks(id),
        "what nothing else stands beside is no fork");
  }

  @Test
  void goingBackEndsAtTheBeginning() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁", "scripted");
    said(conversations, id, 1);
    conversations.goBack(id);
    assertEquals(List.of(), conversations.turns(id));
    assertEquals("conversation.nothing", refused(() -> conversations.goBack(id)));
    assertEquals("conversation.unknown", refused(() -> conversations.goBack("none")));
    assertEquals("scripted", conversations.summary(id).model());
  }

  private static String refused(Executable work) {
    return assertThrows(Failure.class, work).problem().key();
  }

  @Test
  void goingThroughATurnLeadsToWhatWasSaidLastBelowIt() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁");
    ConversationTurn one = said(conversations, id, 1);
    said(conversations, id, 2);
    conversations.goTo(id, one.id());
    ConversationTurn three = said(conversations, id, 3);
    ConversationTurn four = said(conversations, id, 4);
    conversations.goTo(id, Conversations.BEGINNING);
    said(conversations, id, 5);
    conversations.goThrough(id, one.id());
    assertEquals(List.of(one, three, four), conversations.turns(id));
  }

  @Test
  void aTurnOfAnotherConversationIsUnknown() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁");
    String other = conversations.start("李鲁鲁");
    long foreign = said(conversations, other, 1).id();
    for (long turn : List.of(foreign, 99L, -1L)) {
      assertUnknown(() -> conversations.goTo(id, turn));
      assertUnknown(() -> conversations.goThrough(id, turn));
      assertUnknown(
          () -> conversations.append(id, turn, ConversationReplies.numbered(1), "", false));
    }
    assertEquals(List.of(), conversations.turns(id));
  }

  private static void assertUnknown(org.junit.jupiter.api.function.Executable work) {
    assertEquals("turn.unknown", assertThrows(Failure.class, work).problem().key());
  }

  @Test
  void wordsAreFoundInQuestionsAndReplies() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁");
    said(conversations, id, 7);
    String other = conversations.start("郝远");
    said(conversations, other, 8);
    assertEquals(List.of(id), found(conversations, "", "问7"));
    assertEquals(List.of(other), found(conversations, "", "第8句"));
    assertEquals(List.of(), found(conversations, "李鲁鲁", "第8句"));
    assertEquals(List.of(), found(conversations, "", "%"));
    assertEquals(2, conversations.count(ConversationFilter.ALL));
    assertEquals(1, conversations.count(new ConversationFilter("", "第8句")));
  }

  private static List<String> found(Conversations conversations, String persona, String words) {
    return conversations.list(new ConversationFilter(persona, words), 10, 0).stream()
        .map(ConversationSummary::id)
        .toList();
  }

  @Test
  void aRemovedConversationIsGoneAndOthersStay() {
    Conversations conversations = new Conversations(database);
    String id = conversations.start("李鲁鲁");
    said(conversations, id, 1);
    String other = conversations.start("李鲁鲁");
    said(conversations, other, 2);
    conversations.remove(id);
    assertThrows(Failure.class, () -> conversations.turns(id));
    assertEquals(1, conversations.turns(other).size());
  }

  @Test
  void whatWasStoredBeforeThereWereBranchesIsOneWay() {
    database.migrate(ConversationTables.ROOM, ConversationTables.STEPS.subList(0, 2));
    for (String id : List.of("bbbbbb11", "aaaaaa22")) {
      database.update("INSERT INTO conversations VALUES (?, '李鲁鲁', 5)", id);
      for (int number = 1; number <= 3; number++) {
        database.update(
            """
            INSERT INTO turns (conversation, number, asker, question, reply, out_of_scope, voice,
              why, millis, evidence, at) VALUES (?, ?, '', ?, '答', 0, 'own-lines', '', 1, '[]', 9)
            """,
            id,
            number,
            id + number);
      }
    }
    database.update("INSERT INTO conversations VALUES ('empty333', '李鲁鲁', 5)");
    Conversations conversations = new Conversations(database);
    for (String id : List.of("bbbbbb11", "aaaaaa22")) {
      List<ConversationTurn> turns = conversations.turns(id);
      assertEquals(
          List.of(id + 1, id + 2, id + 3), turns.stream().map(t -> t.reply().question()).toList());
      assertEquals(4, said(conversations, id, 1).number());
    }
    assertEquals(List.of(), conversations.turns("empty333"));
    assertTrue(said(conversations, "empty333", 1).number() == 1);
  }

  private static ConversationTurn said(Conversations conversations, String id, int number) {
    return conversations.append(id, ConversationReplies.numbered(number), "");
  }
}
