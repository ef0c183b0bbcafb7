package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FakeEmbedderTest extends EmbedderContractTest {
  private final Embedder embedder = new FakeEmbedder();

  @Override
  protected Embedder embedder() {
    return embedder;
  }

  @Override
  protected Embedder another() {
    return new FakeEmbedder();
  }

  @Test
  void textsThatShareWordsAreNear() {
    var v = embedder.embed(List.of("春日喜欢棒球", "春日讨厌棒球", "骆驼嵌入是什么"));
    assertTrue(dot(v.get(0), v.get(1)) > dot(v.get(0), v.get(2)) + 0.3);
  }
}
