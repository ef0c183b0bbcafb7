package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;

/// Lines between blank lines. A blank line stays with the block that it ends.
final class Blocks {
  private Blocks() {}

  static List<List<Reading>> of(List<Reading> readings) {
    List<List<Reading>> blocks = new ArrayList<>();
    List<Reading> block = new ArrayList<>();
    boolean text = false;
    boolean ended = false;
    for (Reading reading : readings) {
      boolean blank = reading instanceof Reading.Blank;
      if (ended && !blank) {
        blocks.add(block);
        block = new ArrayList<>();
      }
      block.add(reading);
      text |= !blank;
      ended = blank && text;
    }
    blocks.add(block);
    return blocks;
  }

  /// Whether there is a blank line after nearly every line, so that it parts nothing.
  static boolean doubleSpaced(List<List<Reading>> blocks) {
    long spoken = blocks.stream().filter(Scribe::dialogue).count();
    long single = blocks.stream().filter(b -> Scribe.dialogue(b) && lines(b) == 1).count();
    return spoken >= 4 && single * 5 >= spoken * 4;
  }

  private static long lines(List<Reading> block) {
    return block.stream().filter(reading -> !(reading instanceof Reading.Blank)).count();
  }

  static List<List<Turn>> windows(List<Turn> turns, int most) {
    List<List<Turn>> windows = new ArrayList<>();
    for (int from = 0; from < turns.size(); from += most) {
      windows.add(turns.subList(from, Math.min(turns.size(), from + most)));
    }
    return windows;
  }
}
