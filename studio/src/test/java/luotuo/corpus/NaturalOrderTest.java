package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersCountAsNumbers() {
    List<String> sorted =
        List.of("a", "t_2", "t_02b", "t_10", "t_10a", "t_111111111111111111111", "雪");
    List<String> mixed = new java.util.ArrayList<>(sorted.reversed());
    mixed.sort(NaturalOrder::compare);
    assertEquals(sorted, mixed);
  }
}
