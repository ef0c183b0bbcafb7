package luotuo.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of words, one below the other, the columns as wide as their widest word. The first column
/// is set to the left, the others to the right.
final class Table {
  private Table() {}

  /// @param cells rows of as many cells each
  static List<String> of(List<List<String>> cells) {
    int[] widths = new int[cells.getFirst().size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    return cells.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - Columns.of(row.get(i)));
      padded.add(i == 0 ? row.get(i) + space : space + row.get(i));
    }
    return String.join("  ", padded).stripTrailing();
  }
}
