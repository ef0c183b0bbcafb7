package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [Embedder] keeps.
public abstract class EmbedderContractTest {
  private static final List<String> TEXTS =
      List.of(
          "你还记得我们第一次见面的那天吗？",
          "Do you remember the day we first met?",
          "",
          "特训！",
          "天下大势，分久必合，合久必分。".repeat(12),
          "特训！");

  /// An embedder that the tests share and leave open.
  protected abstract Embedder embedder();

  /// An embedder of the same kind that a test may close.
  protected abstract Embedder another();

  /// How far a component may move when a text travels in other company.
  protected float tolerance() {
    return 0;
  }

  @Test
  void aTextHasTheSameVectorAloneAndInCompanyAndOrderIsKept() {
    var together = embedder().embed(TEXTS);
    assertEquals(TEXTS.size(), together.size());
    for (int i = 0; i < TEXTS.size(); i++) {
      var alone = embedder().embed(List.of(TEXTS.get(i))).getFirst();
      assertArrayEquals(alone, together.get(i), tolerance(), TEXTS.get(i));
    }
  }

  @Test
  void vectorsHaveTheLengthSaidAndNormOne() {
    for (String text : TEXTS) {
      var vector = embedder().embed(List.of(text)).getFirst();
      assertEquals(embedder().dimensions(), vector.length);
      assertEquals(text.isBlank() ? 0 : 1, dot(vector, vector), 1e-5, text);
    }
  }

  @Test
  void blankTextsGetZeros() {
    for (String blank : List.of("", " ", "\n\t ", "　", "\u200b")) {
      var vector = embedder().embed(List.of(blank)).getFirst();
      assertArrayEquals(new float[embedder().dimensions()], vector);
    }
    assertEquals(List.of(), embedder().embed(List.of()));
  }

  @Test
  void namesThatDifferDoNotFallTogether() {
    var vectors = embedder().embed(List.of("Harry Potter", "Ron Weasley", "harry potter"));
    assertTrue(dot(vectors.get(0), vectors.get(1)) < 0.9, "Harry is not Ron");
    assertTrue(dot(vectors.get(0), vectors.get(2)) > 0.9999, "capitals say nothing");
  }

  @Test
  void aLongTextIsCut() {
    var vector = embedder().embed(List.of("不想当将军的士兵不是好士兵。".repeat(3000))).getFirst();
    assertEquals(1, dot(vector, vector), 1e-5);
  }

  @Test
  void anyThreadMayCall() throws Exception {
    var expected = embedder().embed(TEXTS);
    var calls = new ArrayList<Callable<List<float[]>>>();
    IntStream.range(0, 12).forEach(i -> calls.add(() -> embedder().embed(TEXTS)));
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var call : threads.invokeAll(calls)) {
        for (int i = 0; i < TEXTS.size(); i++) {
          assertArrayEquals(expected.get(i), call.get().get(i), tolerance());
        }
      }
    }
  }

  @Test
  void aClosedOneSaysSo() {
    var closed = another();
    closed.embed(List.of("特训！"));
    closed.close();
    closed.close();
    var e = assertThrows(IllegalStateException.class, () -> closed.embed(List.of("特训！")));
    assertTrue(String.valueOf(e.getMessage()).contains(closed.name()), e.getMessage());
  }

  @Test
  void nameAndDimensionsAreKnownWithoutLoading() {
    var unused = another();
    assertEquals(embedder().name(), unused.name());
    assertEquals(embedder().dimensions(), unused.dimensions());
    unused.close();
  }

  protected static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
