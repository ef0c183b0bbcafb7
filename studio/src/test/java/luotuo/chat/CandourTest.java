package luotuo.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import luotuo.corpus.Source;
import luotuo.model.Usage;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;

class CandourTest {
  private static final Persona PLAY = Persona.of("阿远", Language.ZH, Scope.PLAY, List.of());
  private static final Evidence SAID =
      new Evidence("s", new Source("船.txt", 7), "船不卖，只租。", 1, List.of(), Evidence.Found.SAID);

  private static ConversationTurn turn(int number, String question, List<Evidence> evidence) {
    Reply reply = new Reply(question, "答" + number, false, evidence, "s", "", 1, Usage.NONE, "c");
    return new ConversationTurn(number, number - 1, number, "", Instant.EPOCH, reply);
  }

  private static String first(Persona persona, String text, ConversationTurn... history) {
    List<Voice.Answer> answers =
        new Candour(persona).answers(Voice.Question.of(text), List.of(history));
    return answers.isEmpty() ? "" : answers.getFirst().text();
  }

  @Test
  void whatHasEvidenceStandsSomewhere() {
    String said = first(PLAY, "这是真的吗？", turn(1, "船卖不卖？", List.of(SAID)));
    assertTrue(said.contains("船.txt:7") && said.contains("船不卖，只租。"), said);
  }

  @Test
  void whatHasNoneWasMadeUpOrHasNoSourceByTheScope() {
    assertTrue(first(PLAY, "这是你编的吗？", turn(1, "天上有什么？", List.of())).contains("编的"));
    Persona facts = Persona.of("阿远", Language.ZH, Scope.FACTS, List.of());
    String said = first(facts, "这是你编的吗？", turn(1, "天上有什么？", List.of()));
    assertTrue(said.contains("没有出处") || said.contains("拿不出根据"), said);
    Persona english = Persona.of("Reed", Language.EN, Scope.PLAY, List.of());
    assertTrue(
        first(english, "Did you make that up?", turn(1, "And then?", List.of())).contains("story"));
  }

  @Test
  void askedTwiceItIsStillAboutTheReplyBefore() {
    String said =
        first(PLAY, "真的是原话吗？这是原话吗？", turn(1, "船卖不卖？", List.of(SAID)), turn(2, "这是真的吗？", List.of()));
    assertTrue(said.contains("船.txt:7"), said);
  }

  @Test
  void nothingWasSaidYet() {
    assertEquals("", first(PLAY, "这是真的吗？"));
  }

  @Test
  void thoseWhoPlayAPartAreNotAnsweredOutOfIt() {
    Voice.Question played =
        new Voice.Question(
            "这是真的吗？",
            "小满",
            Integer.MAX_VALUE,
            List.of(),
            List.of(),
            List.of("小满"),
            false,
            List.of());
    List<ConversationTurn> history = List.of(turn(1, "船卖不卖？", List.of(SAID)));
    assertEquals(List.of(), new Candour(PLAY).answers(played, history));
    assertEquals(List.of(), new Candour(PLAY).answers(played.withText("好。\n小满：这是真的吗？"), history));
  }

  /// Rows that were not looked at while the patterns were written.
  @Test
  void heldOutMessagesAreMostlyTold() throws IOException {
    int asked = 0;
    int near = 0;
    Path file = Path.of("src/test/resources/questions/candour.tsv");
    for (String line : Files.readAllLines(file, UTF_8).subList(1, 41)) {
      String[] row = line.split("\t");
      boolean asks = Candour.asks(row[0]);
      if (asks != row[1].equals("yes")) {
        System.out.println("candour: missed " + line);
      }
      asked += asks && row[1].equals("yes") ? 1 : 0;
      near += asks && row[1].equals("no") ? 1 : 0;
    }
    System.out.println("candour: " + asked + " of 20 told, " + near + " of 20 others taken for it");
    assertTrue(asked >= 14, "told: " + asked);
    assertTrue(near <= 2, "taken for it: " + near);
  }
}
