package luotuo.corpus;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;

class CorrectionTest {
  private static final String TEXT = "甲:一\n乙:\n丙:三\n";

  private static String corrected(byte[] text, int line, String words) {
    return new String(Correction.of(text, "a.txt", line, words), UTF_8);
  }

  @Test
  void oneLineIsSaidOtherwiseAndTheOthersStay() {
    assertEquals("甲:一\n乙:二\n丙:三\n", corrected(TEXT.getBytes(UTF_8), 2, "乙:二\n"));
    assertEquals("甲:一\n\n丙:三\n", corrected(TEXT.getBytes(UTF_8), 2, ""));
    assertEquals("甲:一\n乙:\n没有换行\n", corrected("甲:一\n乙:\n丙:三".getBytes(UTF_8), 3, "没有换行"));
  }

  @Test
  void theTextIsUtf8ThenWhateverItWas() {
    assertEquals("甲:一\n乙:二\n丙:三\n", corrected(TEXT.getBytes(Charset.forName("GB18030")), 2, "乙:二"));
    assertEquals("甲:一\n乙:二\n丙:三\n", corrected(("\uFEFF" + TEXT).getBytes(UTF_16LE), 2, "乙:二"));
    assertEquals(
        "甲:一\n乙:二\n丙:三\n", corrected(TEXT.replace("\n", "\r\n").getBytes(UTF_8), 2, "乙:二\r\n"));
  }

  @Test
  void whatIsNoLineIsRefused() {
    for (int line : new int[] {-1, 0, 4}) {
      assertEquals("corpus.line", refused(line, "x"));
    }
    assertEquals("corpus.severalLines", refused(2, "乙:二\n丁:四"));
  }

  private static String refused(int line, String words) {
    return assertThrows(Failure.class, () -> corrected(TEXT.getBytes(UTF_8), line, words))
        .problem()
        .key();
  }
}
