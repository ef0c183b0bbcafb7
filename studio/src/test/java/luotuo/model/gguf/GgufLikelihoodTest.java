package luotuo.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import luotuo.model.ChatRequest;
import luotuo.model.LikelihoodModel;
import luotuo.model.LikelihoodModel.Context;
import luotuo.model.LikelihoodModelContract;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.model.ScoredToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tiny model of random weights keeps the contract of every likelihood model, and scores what it
/// says as it did while it said it.
class GgufLikelihoodTest extends LikelihoodModelContract {
  @TempDir static Path folder;
  private static GgufModel model;

  @BeforeAll
  static void open() {
    model = GgufModel.open(TinyFile.of("qwen3", 2).plain().write(folder), GgufOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Override
  protected LikelihoodModel likelihoods() {
    return model;
  }

  @Test
  void aGeneratedReplyHasTheLikelihoodsToldWhileGenerating() {
    var messages = List.of(Message.system("Be a camel."), Message.user("Who are you? 你是谁？"));
    int compared = 0;
    for (long seed = 0; seed < 40; seed++) {
      var sampling = Sampling.DEFAULT.withTemperature(0.5).withSeed(seed).withMaximum(12);
      var reply = model.complete(new ChatRequest(messages, sampling), piece -> {});
      var scored = model.score(new Context.Chat(messages), reply.text());
      if (texts(scored).equals(texts(reply.tokens()))) {
        compared++;
        for (int i = 0; i < scored.size(); i++) {
          assertEquals(
              reply.tokens().get(i).logProbability(), scored.get(i).logProbability(), 1e-3);
        }
      }
    }
    // another cutting into tokens of the same text may be likelier to be drawn
    assertTrue(compared >= 5, compared + " compared");
  }

  @Test
  void probabilitiesOfAllContinuationsAddUpToOne() {
    double sum = 0;
    for (String token : TinyFile.letters()) {
      for (ScoredToken scored : model.score(new Context.Plain("a camel"), token)) {
        sum += Math.exp(scored.logProbability());
      }
    }
    assertTrue(sum > 0.2 && sum < 1, "letters are some of the tokens: " + sum);
  }

  private static List<String> texts(List<ScoredToken> tokens) {
    return tokens.stream().map(ScoredToken::text).toList();
  }
}
