package luotuo.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shows transcripts in a form that tests can state: `said(甲) 你好`.
final class Typed {
  private Typed() {}

  static Path file(Path folder, String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Transcript read(Path folder, String form, String... lines) {
    return Transcripts.read(file(folder, "t.txt", lines), Options.DEFAULT.withForm(form));
  }

  /// Every turn of a file that is read as ChatHaruhi's.
  static List<String> turns(Path folder, String... lines) {
    return turns(read(folder, "chatharuhi", lines));
  }

  static List<String> turns(Transcript transcript) {
    List<String> shown = new ArrayList<>();
    transcript.scenes().forEach(scene -> shown.addAll(turns(scene)));
    return shown;
  }

  static List<String> turns(Scene scene) {
    return scene.turns().stream().map(turn -> kind(turn) + " " + turn.text()).toList();
  }

  static String kind(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> "said(" + said.speaker() + ")";
      case Turn.Did did -> "did(" + did.speaker() + ")";
      case Turn.Narrated _ -> "narrated";
      case Turn.Passage _ -> "passage";
    };
  }

  static List<String> ids(Transcript transcript) {
    return transcript.scenes().stream().map(Scene::id).toList();
  }

  static List<Integer> lines(Scene scene) {
    return scene.turns().stream().map(turn -> turn.source().line()).toList();
  }
}
