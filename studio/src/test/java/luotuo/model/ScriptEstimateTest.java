package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScriptEstimateTest {
  private final TokenCounter estimate = new ScriptEstimate();

  @Test
  void nothingIsNothing() {
    assertEquals(0, estimate.count(""));
    assertTrue(estimate.count(" ") <= 1);
  }

  @Test
  void scriptsCountDifferently() {
    within(6, 10, "不想当将军的士兵不是");
    within(8, 10, "Do you remember the day we first met?");
    within(2, 4, "2026");
    within(4, 8, "🐫🐫🐫");
    within(12, 30, "Ты помнишь тот день, когда мы встретились?");
    within(20, 45, "for (int i = 0; i < 10; i++) {\n  print(i);\n}");
  }

  @Test
  void twiceTheTextIsTwiceTheTokens() {
    String text = "李鲁鲁：「The camel 🐫 is 3 years old。」\n";
    int once = estimate.count(text);
    assertEquals(50 * once, estimate.count(text.repeat(50)), 50);
  }

  private void within(int least, int most, String text) {
    int count = estimate.count(text);
    assertTrue(count >= least && count <= most, text + ": " + count);
  }
}
