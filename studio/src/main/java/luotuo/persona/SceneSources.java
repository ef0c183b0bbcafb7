package luotuo.persona;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luotuo.corpus.Source;
import luotuo.json.Json;

/// A line of `sources.jsonl`: where the lines of an imported scene file were read first.
///
/// @param file the scene file's name
/// @param sha256 of the scene file; where it does not match, somebody has edited the file since
/// @param from for its non-blank lines in their order, the original lines, file by file
record SceneSources(String file, String sha256, List<Piece> from) {
  static final String FILE = "sources.jsonl";

  /// Lines that follow one another in a scene and were read from one file.
  record Piece(String file, List<Integer> lines) {}

  static SceneSources of(String file, String sha256, List<Source> sources) {
    List<Piece> pieces = new ArrayList<>();
    for (Source source : sources) {
      if (pieces.isEmpty() || !pieces.getLast().file().equals(source.file())) {
        pieces.add(new Piece(source.file(), new ArrayList<>()));
      }
      pieces.getLast().lines().add(source.line());
    }
    return new SceneSources(file, sha256, pieces);
  }

  /// One source for each non-blank line.
  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (Piece piece : from) {
      piece.lines().forEach(line -> sources.add(new Source(piece.file(), line)));
    }
    return sources;
  }

  /// By the scene file's name.
  static Map<String, SceneSources> read(String text) {
    Map<String, SceneSources> all = new HashMap<>();
    text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> Json.read(line, SceneSources.class))
        .forEach(scene -> all.put(scene.file(), scene));
    return all;
  }
}
