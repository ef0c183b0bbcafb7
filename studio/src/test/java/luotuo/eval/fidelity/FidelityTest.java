package luotuo.eval.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Evidence;
import luotuo.chat.Slip;
import luotuo.chat.Voice;
import luotuo.corpus.Scene;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.model.Completion;
import luotuo.model.FakeEmbedder;
import luotuo.model.LikelihoodModel;
import luotuo.model.Piece;
import luotuo.model.ScoredToken;
import luotuo.model.Usage;
import luotuo.model.scripted.Rule;
import luotuo.model.scripted.Script;
import luotuo.model.scripted.ScriptedModel;
import luotuo.persona.Persona;
import luotuo.prompt.Excerpt;
import org.junit.jupiter.api.Test;

/// Measures of cases in which the right numbers are known by calculation.
class FidelityTest {
  private static final double LIKELY = -1;
  private static final double UNLIKELY = -3;
  private static final double REMEMBERED = 0.25;

  private final HeldOut held = HeldOut.of(Numbered.persona(), 10, 5);

  /// Two tokens a line: likelier where the last letter that was said is the line's, and likelier
  /// again where the scene s0 came to mind.
  private record Knows(boolean right) implements LikelihoodModel {
    @Override
    public String name() {
      return "knows";
    }

    @Override
    public List<ScoredToken> score(Context context, String text) {
      String before = ((Context.Plain) context).text();
      String said = before.substring(before.lastIndexOf("呢呢"));
      boolean same = said.contains(text.substring(0, 3));
      double each = (same == right ? LIKELY : UNLIKELY) + (before.contains(S0) ? REMEMBERED : 0);
      return List.of(new ScoredToken("", each), new ScoredToken("", each));
    }

    @Override
    public void close() {}
  }

  private static final String S0 = Numbered.letter(0).repeat(3) + "哦哦";

  /// Says always the same, and declines what is foreign.
  ///
  /// @param written whether a model wrote it
  private record Says(String text, boolean evident, boolean written) implements Voice {
    Says(String text, boolean evident) {
      this(text, evident, true);
    }

    @Override
    public String name() {
      return "says";
    }

    @Override
    public Answer answer(
        Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
      Scene scene = Numbered.persona().scenes().getFirst();
      Evidence evidence =
          new Evidence(
              "s0", scene.turns().getFirst().source(), text, 1, List.of(), Evidence.Found.SAID);
      return new Answer(
          text,
          !question.text().startsWith("呢呢"),
          evident ? List.of(evidence) : List.of(),
          "",
          Usage.NONE,
          Optional.empty(),
          written ? Optional.of(completion()) : Optional.empty(),
          List.of());
    }

    private Completion completion() {
      return new Completion(text, "", Completion.Finish.STOP, Usage.NONE, List.of());
    }
  }

  private Report report(Voice voice, Optional<LikelihoodModel> likelihood) {
    return report(voice, likelihood, Optional.empty());
  }

  private Report report(
      Voice voice, Optional<LikelihoodModel> likelihood, Optional<ScriptedModel> judge) {
    Scene first = Numbered.persona().scenes().getFirst();
    Fidelity.Tools tools =
        new Fidelity.Tools(
            voice,
            likelihood,
            new FakeEmbedder(),
            Optional.of(_ -> List.of(new Excerpt(first, 0, 2))),
            judge.map(model -> model));
    return Fidelity.of(held, tools, 5, Progress.SILENT);
  }

  private static Measure of(Report report, Measured measured) {
    return report.of(measured).orElseThrow(() -> new AssertionError(measured + " is missing"));
  }

  private static void is(double value, Report report, Measured measured) {
    assertEquals(value, of(report, measured).value(), 1e-6, measured.name());
  }

  @Test
  void likelihoodsAreThoseOfTheModel() {
    Report report = report(new Says("哦哦", true), Optional.of(new Knows(true)));
    boolean s0 = held.samples().stream().anyMatch(sample -> sample.scene().id().equals("s0"));
    assertTrue(!s0, "another seed is needed: s0 is held out");
    is(1, report, Measured.NATS_BARE);
    is(0.75, report, Measured.NATS_RECALLED);
    is(0.25, report, Measured.NATS_SAVED);
    assertEquals(0, of(report, Measured.NATS_SAVED).error(), 1e-9);
  }

  @Test
  void theTrueLineIsFoundByWhoKnowsItAndNotByWhoDoesNot() {
    Report right = report(new Says("哦哦", true), Optional.of(new Knows(true)));
    is(1, right, Measured.NEXT_BY_LIKELIHOOD);
    is(1, right, Measured.NEXT_BY_MEANING);
    is(1, right, Measured.NEXT_BY_BOTH);
    assertEquals(OptionalDouble.of(0.1), of(right, Measured.NEXT_BY_BOTH).beside());
    Report wrong = report(new Says("哦哦", true), Optional.of(new Knows(false)));
    is(0, wrong, Measured.NEXT_BY_LIKELIHOOD);
  }

  @Test
  void repliesAreCounted() {
    Report report = report(new Says("哦哦，哦哦", true), Optional.empty());
    is(1, report, Measured.ATTRIBUTED);
    is(1, report, Measured.CLASSIFIER);
    is(1, report, Measured.IN_FORM);
    is(0.9, report, Measured.REPEATED);
    is(1, report, Measured.EVIDENCED);
    is(1, report, Measured.SUPPORTED);
    is(0, report, Measured.FOREIGN);
    is(0, report(new Says("呢呢，呢呢", false), Optional.empty()), Measured.ATTRIBUTED);
    is(0, report(new Says("呢呢，呢呢", false), Optional.empty()), Measured.EVIDENCED);
  }

  @Test
  void ownLinesAreNotAttributed() {
    Report report = report(new Says("哦哦，哦哦", true, false), Optional.empty());
    assertTrue(report.of(Measured.ATTRIBUTED).isEmpty());
    is(1, report, Measured.CLASSIFIER);
  }

  @Test
  void whatIsOutOfFormIsSeen() {
    Report report = report(new Says("作为一个AI，我不知道。", false), Optional.empty());
    is(0, report, Measured.IN_FORM);
    Score form =
        report.rows().getFirst().scores().stream()
            .filter(score -> score.measured() == Measured.IN_FORM)
            .findFirst()
            .orElseThrow();
    assertEquals(Slip.MACHINE.name(), form.explanation());
  }

  @Test
  void aJudgesPointsAreReadStrictly() {
    ScriptedModel judge =
        new ScriptedModel(
            "judge",
            Script.of(
                Rule.say("很像。\n得分：4").whenContains("口气"),
                Rule.say("得分：5 分左右").whenContains("性格"),
                Rule.say("我给 3。")));
    Report report = report(new Says("哦哦", true), Optional.empty(), Optional.of(judge));
    is(4, report, Measured.JUDGED_TONE);
    assertTrue(report.of(Measured.JUDGED_PERSONALITY).isEmpty());
    is(2.0 / 3, report, Measured.UNREADABLE);
    assertEquals(OptionalInt.of(2), ModelJudge.points("So so.\n\nScore: 2\n"));
    assertEquals(OptionalInt.empty(), ModelJudge.points("Score: 6"));
    assertEquals(OptionalInt.empty(), ModelJudge.points("Score: 4\nor so"));
    assertEquals(OptionalInt.empty(), ModelJudge.points(""));
  }

  @Test
  void aModelThatCannotTalkIsStillAskedHowLikelyLinesAre() {
    Voice mute =
        new Voice() {
          @Override
          public String name() {
            return "mute";
          }

          @Override
          public Answer answer(
              Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
            throw Failure.of("model.gguf.untemplated", "mute.gguf");
          }
        };
    Report report = report(mute, Optional.of(new Knows(true)));
    is(1, report, Measured.NATS_BARE);
    assertTrue(report.of(Measured.ATTRIBUTED).isEmpty());
    assertEquals(
        List.of("model.gguf.untemplated"),
        report.leftOut().stream().map(problem -> problem.key()).toList());
  }

  @Test
  void alonePersonaIsNotAttributed() {
    Persona alone =
        Numbered.persona()
            .withScenes(
                Numbered.persona().scenes().stream()
                    .map(s -> new Scene(s.id(), s.order(), s.turns()))
                    .toList()
                    .subList(0, 12));
    HeldOut few = HeldOut.of(alone, 4, 1);
    assertTrue(Attribution.taught(few.rest()).isEmpty(), "8 lines each are too few");
  }
}
