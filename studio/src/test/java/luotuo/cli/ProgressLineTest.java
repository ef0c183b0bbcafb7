package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ProgressLine on(boolean terminal) {
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    var none = new ByteArrayInputStream(new byte[0]);
    Streams streams = new Streams(none, print, print, false, false, terminal);
    return new ProgressLine(streams, Messages.in("en"));
  }

  @Test
  void longWorkIsShownWithWhatIsLeftAndTakenAway() throws InterruptedException {
    ProgressLine line = on(true);
    line.at("memory.building", 0, 1000);
    Thread.sleep(500);
    line.at("memory.building", 500, 1000);
    line.at("memory.building", 1000, 1000);
    String shown = err.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("Making the memory: 500 of 1000 (50 %), about 1 s to go"), shown);
    assertTrue(shown.endsWith("\r\u001b[K"), shown);
  }

  @Test
  void shortWorkIsNot() {
    ProgressLine line = on(true);
    line.at("chat.calibrating", 0, 48);
    line.at("chat.calibrating", 47, 48);
    line.at("chat.calibrating", 48, 48);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whereNobodyWatchesNothingIsShown() throws InterruptedException {
    ProgressLine line = on(false);
    line.at("memory.building", 0, 9000);
    Thread.sleep(450);
    line.at("memory.building", 4500, 9000);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }
}
