package luotuo.corpus;

import java.util.List;

/// Where the scenes of one file begin and end.
@FunctionalInterface
interface SceneCut {
  /// Files of more lines are parted at their blank lines, and what stands around a line is looked
  /// for between these.
  int ONE_SCENE = 40;

  /// @param account told what became of every line
  /// @return the turns of each scene; none is empty
  List<List<Turn>> scenes(TextFile file, Account account);

  /// The lines by which it is decided whether prose stands beside dialogue.
  static List<List<Reading>> units(TextFile file, List<Reading> readings) {
    return file.lines().size() > ONE_SCENE ? Blocks.of(readings) : List.of(readings);
  }
}
