package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel.Context;
import org.junit.jupiter.api.Test;

/// What every [LikelihoodModel] keeps.
public abstract class LikelihoodModelContract {
  private static final List<Context> CONTEXTS =
      List.of(
          new Context.Plain(""),
          new Context.Plain("从前有一只骆驼，"),
          new Context.Plain("Once upon a time there was a camel."),
          new Context.Chat(List.of(Message.user("你好"))),
          new Context.Chat(
              List.of(
                  Message.system("You are a camel."),
                  Message.user("Who are you?"),
                  Message.assistant("A camel."),
                  Message.user("Sure?"))));
  private static final List<String> TEXTS =
      List.of("它住在沙漠里。", " Yes, I am a camel!", "a", "🐫\n\n🐫");

  /// A model that the tests share and leave open.
  protected abstract LikelihoodModel likelihoods();

  /// A text that is longer than any model of this kind takes.
  protected String tooLong() {
    return "骆驼 and camel ".repeat(20_000);
  }

  /// How far a log-probability may move when it is computed again in other company.
  protected double tolerance() {
    return 1e-4;
  }

  @Test
  void tokensAreTheTextAndHaveLogProbabilities() {
    for (Context context : CONTEXTS) {
      for (String text : TEXTS) {
        var tokens = likelihoods().score(context, text);
        assertFalse(tokens.isEmpty());
        var joined = new StringBuilder();
        for (ScoredToken token : tokens) {
          joined.append(token.text());
          assertTrue(token.logProbability() <= 0, token.toString());
          assertTrue(token.logProbability() > -1000, token.toString());
        }
        // a token may be a part of a character and then cannot be shown by itself
        if (joined.indexOf("\uFFFD") < 0) {
          assertEquals(text, joined.toString());
        }
      }
    }
  }

  @Test
  void anEmptyTextHasNoTokens() {
    for (Context context : CONTEXTS) {
      assertEquals(List.of(), likelihoods().score(context, ""));
    }
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    for (Context context : CONTEXTS) {
      var first = likelihoods().score(context, TEXTS.getFirst());
      likelihoods().score(new Context.Plain("something else"), TEXTS.getLast());
      var again = likelihoods().score(context, TEXTS.getFirst());
      assertEquals(first.size(), again.size());
      for (int i = 0; i < first.size(); i++) {
        assertEquals(
            first.get(i).logProbability(), again.get(i).logProbability(), tolerance(), "at " + i);
      }
    }
  }

  @Test
  void whatComesLaterDoesNotChangeWhatCameBefore() {
    var context = new Context.Chat(List.of(Message.user("Count.")));
    var shorter = likelihoods().score(context, "one, two\n");
    var longer = likelihoods().score(context, "one, two\nthree, four\n");
    for (int i = 0; i < shorter.size() - 1; i++) {
      assertEquals(shorter.get(i).text(), longer.get(i).text());
      assertEquals(
          shorter.get(i).logProbability(), longer.get(i).logProbability(), tolerance(), "at " + i);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndTheModelStaysUsable() {
    var context = new Context.Plain("");
    var failure = assertThrows(Failure.class, () -> likelihoods().score(context, tooLong()));
    assertEquals("model.context", failure.problem().key());
    assertFalse(likelihoods().score(context, TEXTS.getFirst()).isEmpty());
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThrows(
        Cancelled.class, () -> likelihoods().score(new Context.Plain("a"), TEXTS.getFirst()));
    assertFalse(Thread.interrupted(), "the interrupt is used up");
  }
}
