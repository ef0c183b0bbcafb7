package luotuo.corpus;

import java.util.List;

/// The lines of a file.
///
/// @param name as a user would find it: within a folder, the path below the folder
/// @param stem the file's own name without its ending
record TextFile(String name, String stem, List<Line> lines) {

  static TextFile of(String name, byte[] bytes) {
    return new TextFile(name, stem(name), Decoding.lines(bytes, name));
  }

  static String stem(String name) {
    String own = name.substring(name.lastIndexOf('/') + 1);
    int dot = own.lastIndexOf('.');
    return dot > 0 ? own.substring(0, dot) : own;
  }

  List<Reading> readings() {
    LineReader reader = new LineReader(name);
    return Continuations.join(lines.stream().map(reader::read).toList());
  }
}
