package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.model.FakeEmbedder;
import luotuo.model.Judge;
import luotuo.model.scripted.Rule;
import luotuo.model.scripted.Script;
import luotuo.model.scripted.ScriptedModel;
import luotuo.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a persona keeps of people, and how it comes back.
class RemembranceTest {
  private static final Whose MEI = new Whose("阿远", "阿梅");
  private static final Whose GUO = new Whose("阿远", "老郭");
  private static final Whose NOBODY = new Whose("阿远", "");
  private static final Instant FIRST = Instant.parse("2026-05-01T08:00:00Z");

  @TempDir Path folder;
  private Database database;
  private long turn;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("luotuo.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Remembrance remembrance() {
    return remembrance(Weighing.LUOTUO);
  }

  private Remembrance remembrance(Weighing weighing) {
    return remembrance(weighing, Optional.empty());
  }

  private Remembrance remembrance(Weighing weighing, Optional<Judge> reader) {
    return new Remembrance(
        new Facts(database),
        new RuleListener(),
        new RuleContradictions(),
        new FakeEmbedder(),
        reader,
        weighing);
  }

  private void say(Whose whose, String words, String before, int day) {
    remembrance().hear(heard(whose, words, before, day, ++turn));
  }

  private static Heard heard(Whose whose, String words, String before, int day, long turn) {
    var origin = new Fact.Origin("tokumi27", turn, (int) turn);
    return new Heard(whose, words, before, origin, FIRST.plus(Duration.ofDays(day)));
  }

  private List<String> recall(Whose whose, String words) {
    return remembrance().recall(whose, words, FIRST.plus(Duration.ofDays(100))).stream()
        .map(r -> r.fact().text())
        .toList();
  }

  @Test
  void aFactKnowsWhereAndWhenItWasSaid() {
    say(MEI, "我在灯塔书店上班。", "你做什么工作？", 3);
    Fact fact = remembrance().facts().of(MEI).getFirst();
    assertEquals("我在灯塔书店上班。", fact.text());
    assertEquals(new Fact.Origin("tokumi27", 1, 1), fact.origin());
    assertEquals(FIRST.plus(Duration.ofDays(3)), fact.at());
    assertTrue(fact.importance() > 0 && fact.importance() <= 1, fact.toString());
    assertFalse(fact.outdated() || fact.forgotten());
    var history = remembrance().facts().history(fact.id());
    assertEquals(List.of(FactChange.What.WRITTEN), history.stream().map(FactChange::what).toList());
  }

  @Test
  void whatWasSaidBeforeIsKeptWithAStatementOnlyWhereItAsked() {
    say(MEI, "一只橘猫，叫芝麻。", "你养了什么？", 1);
    say(MEI, "还有一只乌龟。", "没看见的事我不说。", 2);
    List<Fact> facts = remembrance().facts().of(MEI);
    assertEquals(List.of("你养了什么？", ""), facts.stream().map(Fact::asked).toList());
  }

  @Test
  void nothingReachesAnotherPersonOrPersona() {
    say(MEI, "我在灯塔书店上班。", "", 0);
    say(GUO, "我在码头修船。", "", 0);
    String asked = "我在哪里上班？";
    assertEquals(List.of("我在灯塔书店上班。"), recall(MEI, asked));
    assertEquals(List.of("我在码头修船。"), recall(GUO, asked));
    assertEquals(List.of(), recall(NOBODY, asked));
    assertEquals(List.of(), recall(new Whose("小满", "阿梅"), asked));
  }

  @Test
  void onlyThePersonsOwnWordsAreLearned() {
    say(MEI, "是吗？", "我在灯塔书店上班，我养了一只猫。", 0);
    assertEquals(List.of(), remembrance().facts().of(MEI));
    say(MEI, "我爱喝茶。", "你说过：“我在灯塔书店上班。”", 1);
    say(MEI, "我叫什么，我在哪儿上班？", "", 2);
    assertEquals(List.of("我爱喝茶。"), remembrance().facts().of(MEI).stream().map(Fact::text).toList());
  }

  @Test
  void whatIsSaidAgainIsMerged() {
    say(MEI, "我在灯塔书店上班。", "", 0);
    say(MEI, "我在灯塔书店上班！", "", 9);
    List<Fact> facts = remembrance().facts().of(MEI);
    assertEquals(1, facts.size());
    assertEquals(FIRST, facts.getFirst().at());
    List<FactChange> history = remembrance().facts().history(facts.getFirst().id());
    assertEquals(
        List.of(FactChange.What.WRITTEN, FactChange.What.TOLD_AGAIN),
        history.stream().map(FactChange::what).toList());
  }

  /// Takes what holds a word for the answer and nothing else, and keeps what it read.
  private record Looking(String word, List<String> read) implements Judge {
    @Override
    public String name() {
      return "looking";
    }

    @Override
    public double[] judge(String question, List<Candidate> candidates) {
      candidates.forEach(candidate -> read.add(candidate.said()));
      return candidates.stream()
          .mapToDouble(c -> c.said().contains(word) ? 0.99999 : 0.00001)
          .toArray();
    }

    @Override
    public void close() {}
  }

  private List<Remembered> reading(String word, List<String> read, String words) {
    Judge reader = new Looking(word, read);
    return remembrance(Weighing.LUOTUO, Optional.of(reader))
        .recall(MEI, words, FIRST.plus(Duration.ofDays(100)));
  }

  @Test
  void whatMayAnswerAQuestionIsReadAndPutInOrder() {
    say(MEI, "我在灯塔书店上班。", "", 0);
    say(MEI, "我在灯塔书店楼上住。", "", 1);
    for (String word : List.of("上班", "楼上")) {
      Remembered first = reading(word, new ArrayList<>(), "灯塔书店里有什么？").getFirst();
      assertTrue(first.fact().text().contains(word) && first.sure(), first.toString());
    }
    assertTrue(reading("乌龟", new ArrayList<>(), "灯塔书店里有什么？").stream().noneMatch(Remembered::sure));
  }

  @Test
  void whatIsToldIsNotReadNorWhatNothingIsNearTo() {
    say(MEI, "我在灯塔书店上班。", "", 0);
    List<String> read = new ArrayList<>();
    reading("上班", read, "我养了一只乌龟。");
    reading("上班", read, "光合作用是什么？");
    assertEquals(List.of(), read);
    reading("上班", read, "我在哪里上班？");
    assertEquals(List.of("我在灯塔书店上班。"), read);
  }

  @Test
  void aTurnIsLearnedFromOnce() {
    Heard heard = heard(MEI, "我养了一只乌龟。", "", 0, 7);
    remembrance().hear(heard);
    remembrance().hear(heard);
    long id = remembrance().facts().of(MEI).getFirst().id();
    assertEquals(1, remembrance().facts().history(id).size());
    assertEquals(Set.of(8L), remembrance().facts().unheard(List.of(7L, 8L)));
  }

  private void sayInGroup(Whose whose, String words, long talk, int line) {
    remembrance().hear(new Heard(whose, words, "", Fact.Origin.inGroup(talk, line), FIRST));
  }

  @Test
  void aLineAmongSeveralIsLearnedFromOnceByEachWhoHeardIt() {
    Whose other = new Whose("小满", "阿梅");
    for (int again = 0; again < 2; again++) {
      sayInGroup(MEI, "我养了一只乌龟。", 5, 3);
      sayInGroup(other, "我养了一只乌龟。", 5, 3);
    }
    sayInGroup(MEI, "我在灯塔书店上班。", 6, 3);
    Facts facts = remembrance().facts();
    assertEquals(2, facts.of(MEI).size());
    Fact fact = facts.of(other).getFirst();
    assertEquals(Fact.Origin.inGroup(5, 3), fact.origin());
    assertEquals("group-5", fact.origin().called());
    assertEquals(1, facts.history(fact.id()).size());
    assertEquals(Set.of(3), facts.heard("小满", 5));
    assertEquals(Set.of(), facts.heard("小满", 6));
    assertEquals(Set.of(3L), facts.unheard(List.of(3L)), "a turn of that number is another thing");
  }

  @Test
  void factsOfBeforeThereWereGroupsStay() {
    database.migrate(FactTables.ROOM, FactTables.STEPS.subList(0, 1));
    database.update(
        "INSERT INTO facts (persona, person, kind, text, asked, conversation, turn, number,"
            + " importance, at, recalled, embedder, vector)"
            + " VALUES ('阿远', '阿梅', 'STATED', '我爱喝茶。', '', 'tokumi27', 4, 2, 0.5, 0, 0, '', x'')");
    Fact fact = remembrance().facts().of(MEI).getFirst();
    assertEquals(new Fact.Origin("tokumi27", 4, 2), fact.origin());
  }

  @Test
  void ofAContradictionBothAreKeptAndTheLaterComesFirst() {
    say(MEI, "我住在球场街的老房子六楼。", "", 0);
    say(MEI, "我养了一只乌龟。", "", 1);
    say(MEI, "我不再住球场街的老房子六楼，我住十七楼。", "", 30);
    List<Fact> facts = remembrance().facts().of(MEI);
    assertEquals(3, facts.size());
    assertEquals(facts.get(2).id(), facts.get(0).replacedBy());
    assertFalse(facts.get(1).outdated());
    List<Remembered> recalled =
        remembrance().recall(MEI, "我现在住在几楼？", FIRST.plus(Duration.ofDays(60)));
    assertTrue(recalled.getFirst().fact().text().contains("十七楼"), recalled.toString());
    assertTrue(
        recalled.size() > 1 && recalled.get(1).fact().text().contains("六楼"), recalled.toString());
    assertEquals(facts.get(0).id(), recalled.getFirst().earlier().orElseThrow().id());
    assertEquals(
        FactChange.What.REPLACED,
        remembrance().facts().history(facts.get(0).id()).getLast().what());
  }

  @Test
  void whatOnlySoundsLikeItIsNotReplaced() {
    say(MEI, "我姐姐住在武汉，开花店。", "", 0);
    say(MEI, "我哥哥住在宜昌，开面馆。", "", 1);
    assertTrue(remembrance().facts().of(MEI).stream().noneMatch(Fact::outdated));
  }

  static List<Weighing> profiles() {
    return Weighing.ALL;
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void atMostFiveComeToMindAndScoresAreNumbers(Weighing weighing) {
    for (int i = 0; i < 12; i++) {
      say(MEI, "我喜欢吃第" + i + "家的面。", "", 0);
    }
    List<Remembered> recalled =
        remembrance(weighing).recall(MEI, "我喜欢吃哪家的面？", FIRST.plus(Duration.ofDays(1)));
    assertEquals(Remembrance.MOST, recalled.size());
    assertTrue(recalled.stream().allMatch(r -> Double.isFinite(r.score())), recalled.toString());
  }

  @Test
  void whatIsForgottenNeverComesBackAndStaysInTheHistory() {
    say(MEI, "我在灯塔书店上班。", "", 0);
    Facts facts = remembrance().facts();
    long id = facts.of(MEI).getFirst().id();
    assertTrue(facts.forget(id, FIRST).forgotten());
    assertEquals(List.of(), recall(MEI, "我在哪里上班？"));
    assertEquals(FactChange.What.FORGOTTEN, facts.history(id).getLast().what());
    assertThrows(Failure.class, () -> facts.forget(99, FIRST));
  }

  @Test
  void anEditedFactIsRecalledByItsNewWords() {
    say(MEI, "我在灯塔书店上班。", "", 0);
    long id = remembrance().facts().of(MEI).getFirst().id();
    remembrance().edit(id, "我在渡口卖船票。", FIRST);
    assertEquals(List.of("我在渡口卖船票。"), recall(MEI, "我在渡口做什么？"));
    assertEquals(
        List.of("我在灯塔书店上班。", "我在渡口卖船票。"),
        remembrance().facts().history(id).stream().map(FactChange::text).toList());
  }

  @Test
  void aWriteThatBreaksOffLeavesNothingAndIsDoneLater() {
    Heard heard = heard(MEI, "我在灯塔书店上班。我养了一只乌龟。", "", 0, 7);
    remembrance();
    database.update(
        "CREATE TRIGGER breaks BEFORE INSERT ON fact_changes WHEN NEW.text LIKE '%书店%' BEGIN SELECT"
            + " RAISE(ABORT, 'broken off'); END");
    assertThrows(RuntimeException.class, () -> remembrance().hear(heard));
    assertEquals(List.of(), remembrance().facts().of(MEI));
    assertEquals(Set.of(7L), remembrance().facts().unheard(List.of(7L)));
    database.update("DROP TRIGGER breaks");
    remembrance().hear(heard);
    assertEquals(1, remembrance().facts().of(MEI).size());
    close();
    open();
    assertEquals(1, remembrance().facts().of(MEI).size());
  }

  private static ScriptedModel saying(String to, String reply) {
    return new ScriptedModel("scripted", Script.of(Rule.say(reply).whenContains(to)));
  }

  @Test
  void aModelMayPickStatementsButInventsNone() {
    String words = "今天真热，我在灯塔书店上班，你呢？我养了一只乌龟。";
    Heard heard = heard(MEI, words, "", 0, 1);
    Listener rule = new RuleListener();
    var picks = new ModelListener(saying("乌龟", "- 我在灯塔书店上班\n- 我有三个孩子\n- 我养了一只乌龟"), rule);
    assertEquals(List.of("我在灯塔书店上班", "我养了一只乌龟"), picks.statements(heard));
    var invents = new ModelListener(saying("乌龟", "我住在上海，有 3 个孩子"), rule);
    assertEquals(rule.statements(heard), invents.statements(heard));
    assertEquals(List.of(), picks.statements(heard(MEI, "你养乌龟吗？", "", 0, 2)), "no model is asked");
  }

  @Test
  void whatIsReadAsReplacedIsToldByNothingElse() {
    Fact rent = Fact.stated(MEI, "我在码头边租房。", "", Fact.Origin.NONE, 0.5, FIRST);
    Fact boat = Fact.stated(MEI, "我有一条船。", "", Fact.Origin.NONE, 0.5, FIRST);
    Fact later = Fact.stated(MEI, "我搬进书店楼上了。", "", Fact.Origin.NONE, 0.5, FIRST);
    List<String> read = new ArrayList<>();
    var near =
        List.of(
            new Contradictions.Near(boat, 0.7, Set.of()),
            new Contradictions.Near(rent, 0.4, Set.of()));
    Contradictions reading = new ReadContradictions(new Looking("租房", read));
    assertEquals(List.of(rent), reading.replaced(later, near));
    assertEquals(List.of("我有一条船。", "我在码头边租房。"), read);
    Contradictions none = new ReadContradictions(new Looking("乌龟", read));
    assertEquals(List.of(), none.replaced(later, near));
    assertEquals(List.of(), none.replaced(later, List.of()));
  }

  @Test
  void aModelMayTellWhatChanged() {
    Fact old = Fact.stated(MEI, "我爱喝茶。", "", Fact.Origin.NONE, 0.5, FIRST);
    Fact other = Fact.stated(MEI, "我爱下棋。", "", Fact.Origin.NONE, 0.5, FIRST);
    Fact later = Fact.stated(MEI, "我只喝咖啡。", "", Fact.Origin.NONE, 0.5, FIRST);
    var near =
        List.of(
            new Contradictions.Near(other, 0.7, Set.of()),
            new Contradictions.Near(old, 0.6, Set.of()));
    Contradictions rule = new RuleContradictions();
    assertEquals(
        List.of(old), new ModelContradictions(saying("咖啡", "2"), rule).replaced(later, near));
    assertEquals(List.of(), new ModelContradictions(saying("咖啡", "0"), rule).replaced(later, near));
    assertEquals(
        List.of(), new ModelContradictions(saying("咖啡", "不知道"), rule).replaced(later, near));
  }

  @Test
  void conclusionsAreDrawnWhenEnoughWasSaidAndNameWhatTheyRestOn() {
    Reflection reflection = new Reflection(saying("1.", "她很顾家（1, 2）\n她会飞（99）\n没有依据的话"));
    say(MEI, "我妈妈跟我住，我给她做饭。", "", 0);
    assertEquals(0, remembrance().reflect(MEI, reflection, FIRST));
    for (int i = 0; i < 16; i++) {
      say(MEI, "我的女儿" + i + "岁那年我在家陪她上学。", "", i);
    }
    assertEquals(1, remembrance().reflect(MEI, reflection, FIRST.plus(Duration.ofDays(30))));
    Facts facts = remembrance().facts();
    Fact concluded =
        facts.of(MEI).stream()
            .filter(f -> f.kind() == Fact.Kind.CONCLUDED)
            .findFirst()
            .orElseThrow();
    assertEquals("她很顾家", concluded.text());
    assertEquals(2, facts.grounds(concluded.id()).size());
    assertEquals(0, remembrance().reflect(MEI, reflection, FIRST.plus(Duration.ofDays(31))));
  }
}
