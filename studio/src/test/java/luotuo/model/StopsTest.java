package luotuo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopsTest {
  @Test
  void whatMayBecomeAStopTextIsHeldBack() {
    var stops = new Stops(List.of("\n李白："));
    assertEquals("好", stops.add("好"));
    assertEquals("。", stops.add("。\n李"));
    assertEquals("\n李", stops.add("\n李"));
    assertEquals("", stops.add("白"));
    assertEquals("", stops.add("：来"));
    assertTrue(stops.stopped());
    assertEquals("", stops.add("了"));
    assertEquals("来了", stops.rest());
    assertEquals("", stops.end());
  }

  @Test
  void whatTurnsOutToBeTextIsSaidAtTheEnd() {
    var stops = new Stops(List.of("<end>"));
    assertEquals("a ", stops.add("a <en"));
    assertEquals("<en", stops.end());
    assertFalse(stops.stopped());
  }

  @Test
  void halfACharacterIsHeldBack() {
    var stops = new Stops(List.of());
    assertEquals("骆", stops.add("骆\ud83d"));
    assertEquals("🐫", stops.add("\udc2b"));
    assertEquals("", stops.add("\ud83d"));
    assertEquals("\uFFFD", stops.end());
  }

  @Test
  void theStopTextThatIsCompleteFirstEndsTheText() {
    assertEquals("xa", all(new Stops(List.of("abcd", "bc")), "xabcd", new Random(0), 9));
    assertEquals("x", all(new Stops(List.of("bc", "abc")), "xabcd", new Random(0), 9));
  }

  /// However a text is cut into pieces, the same part of it is said.
  @Test
  void piecesDoNotMatter() {
    long seed = System.nanoTime();
    System.out.println("StopsTest seed " + seed);
    var random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      String text = letters(random, random.nextInt(30));
      var stops =
          List.of(letters(random, 1 + random.nextInt(4)), letters(random, 1 + random.nextInt(4)));
      String whole = all(new Stops(stops), text, random, text.length() + 1);
      assertEquals(whole, all(new Stops(stops), text, random, 1), () -> stops + " in " + text);
      assertEquals(whole, all(new Stops(stops), text, random, 4), () -> stops + " in " + text);
      assertTrue(text.startsWith(whole), text);
      assertTrue(stops.stream().noneMatch(whole::contains), () -> stops + " in " + text);
    }
  }

  private static String letters(Random random, int length) {
    var text = new StringBuilder();
    random.ints(length, 0, 3).forEach(i -> text.append("ab\n".charAt(i)));
    return text.toString();
  }

  private static String all(Stops stops, String text, Random random, int most) {
    var said = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(most));
      said.append(stops.add(text.substring(at, end)));
      at = end;
    }
    return said.append(stops.end()).toString();
  }
}
