package luotuo.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import luotuo.model.Embedder;
import luotuo.model.EmbedderContractTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringEmbedderTest extends EmbedderContractTest {
  private static final List<String> TOLD =
      List.of("我在码头开吊车", "大女儿去年嫁到佛山", "一到阴天膝盖就疼", "阳台上种了六盆茉莉", "我最怕打雷");

  @Override
  protected Embedder embedder() {
    return OnnxEmbedders.ANSWERING;
  }

  @Override
  protected Embedder another() {
    return OnnxEmbedder.answering(OnnxEmbedders.OPTIONS);
  }

  @ParameterizedTest
  @CsvSource({
    "我靠什么吃饭？, 我在码头开吊车",
    "我家老大现在住哪座城, 大女儿去年嫁到佛山",
    "我身上哪里不舒服？, 一到阴天膝盖就疼",
    "我养了些什么花, 阳台上种了六盆茉莉",
    "我胆小在什么事上？, 我最怕打雷",
  })
  void aQuestionIsNearestToWhatAnswersItInOtherWords(String question, String answer) {
    float[] asked = embedder().question(question);
    List<float[]> told = embedder().embed(TOLD);
    String nearest =
        TOLD.stream()
            .max(Comparator.comparingDouble(t -> dot(asked, told.get(TOLD.indexOf(t)))))
            .orElseThrow();
    assertTrue(nearest.equals(answer), nearest);
  }

  @Test
  void theMarksAtTheEndDoNotCount() {
    List<float[]> vectors = embedder().embed(List.of("我在码头开吊车", "我在码头开吊车。", "我在码头开吊车……！"));
    assertArrayEquals(vectors.get(0), vectors.get(1));
    assertArrayEquals(vectors.get(0), vectors.get(2));
  }
}
