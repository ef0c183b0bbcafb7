package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PullLineTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MEGA = 1_000_000;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  private PullLine line(boolean watched) {
    PrintStream err = new PrintStream(screen, true, StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream(new byte[0]);
    return new PullLine(new Streams(in, err, err, watched, watched, watched), Messages.in("en"));
  }

  private String last() {
    String shown = screen.toString(StandardCharsets.UTF_8);
    return shown.substring(shown.lastIndexOf('\r') + 1).replace("\u001b[K", "");
  }

  @Test
  void itTellsSpeedAndTimeLeftWithoutWhatWasThereBefore() {
    PullLine line = line(true);
    line.at("model.pulling", 500 * MEGA, 600 * MEGA, 100 * SECOND);
    line.at("model.pulling", 510 * MEGA, 600 * MEGA, 101 * SECOND);
    assertEquals("pulling: 510 / 600 MB (85 %), 10 MB/s, about 9 s to go", last());
    line.at("model.pulling", 600 * MEGA, 600 * MEGA, 110 * SECOND);
    assertEquals("", last());
  }

  @Test
  void theSpeedIsThatOfTheLastSeconds() {
    PullLine line = line(true);
    long done = 0;
    for (int second = 0; second < 60; second++) {
      done += second < 30 ? 20 * MEGA : MEGA;
      line.at("model.pulling", done, 2000 * MEGA, second * SECOND);
    }
    double speed = Double.parseDouble(last().replaceAll(".*, ([0-9.]+) MB/s.*", "$1"));
    assertEquals(1.0, speed, 0.5);
    assertTrue(last().contains("minutes to go"), last());
  }

  @Test
  void nobodyWatchesNothingIsShown() {
    PullLine line = line(false);
    line.at("model.pulling", 1, 10, SECOND);
    line.at("model.pulling", 5, 10, 9 * SECOND);
    assertFalse(screen.size() > 0);
  }
}
