package luotuo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Scenes and lines of six Chinese folders of ChatHaruhi, in a seeded order.
record EmbeddingTexts(List<Scene> scenes) {
  static final long SEED = 20261124;
  static final List<String> FOLDERS =
      List.of("haruhi", "baizhantang", "guofurong", "tongxiangyu", "liyunlong", "duanyu");

  /// One file: its lines, such as `春日:「特训！」`.
  record Scene(String folder, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }

    Scene without(int line) {
      var rest = new ArrayList<>(lines);
      rest.remove(line);
      return new Scene(folder, rest);
    }
  }

  static EmbeddingTexts read(Path chatharuhi) throws IOException {
    var scenes = new ArrayList<Scene>();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.list(chatharuhi.resolve(folder).resolve("texts"))) {
        files.sorted().map(file -> scene(folder, file)).forEach(scenes::add);
      }
    }
    Collections.shuffle(scenes, new Random(SEED));
    return new EmbeddingTexts(List.copyOf(scenes));
  }

  /// @return so many scenes of one folder, with at least four lines each
  List<Scene> of(String folder, int count) {
    return scenes.stream()
        .filter(s -> s.folder().equals(folder) && s.lines().size() >= 4)
        .limit(count)
        .toList();
  }

  List<String> whole(int count) {
    return scenes.stream().map(Scene::text).limit(count).toList();
  }

  List<String> lines(int count) {
    var lines =
        new ArrayList<>(scenes.stream().flatMap(s -> s.lines().stream()).distinct().toList());
    Collections.shuffle(lines, new Random(SEED));
    return lines.subList(0, Math.min(count, lines.size()));
  }

  /// `春日:「特训！」` → `特训！`
  static String said(String line) {
    int open = line.indexOf('「');
    int close = line.lastIndexOf('」');
    return open >= 0 && close > open ? line.substring(open + 1, close) : line;
  }

  private static Scene scene(String folder, Path file) {
    try {
      var text = Files.readString(file, UTF_8);
      return new Scene(folder, text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
