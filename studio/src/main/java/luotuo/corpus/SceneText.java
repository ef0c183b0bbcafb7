package luotuo.corpus;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a scene as the lines of a ChatHaruhi text file, one turn a line, so that reading them
/// gives the same turns again.
///
/// Of several ways to write a turn it takes the first that is read as that turn; the last way,
/// [Verbatim], always is.
public final class SceneText {
  private static final String NARRATOR = "旁白:";

  private final LineReader reader = new LineReader("");
  private final Scene scene;
  private final boolean dialogue;

  private SceneText(Scene scene) {
    this.scene = scene;
    this.dialogue = !scene.present().isEmpty();
  }

  public static List<String> lines(Scene scene) {
    SceneText text = new SceneText(scene);
    return scene.turns().stream().map(text::line).toList();
  }

  private String line(Turn turn) {
    return switch (oneLine(turn)) {
      case Turn.Said said -> first(said, said(said.speaker(), said.text()));
      case Turn.Did did -> first(did, did(did.speaker(), did.text()));
      case Turn.Narrated told -> first(told, told(told.text()));
      case Turn.Passage passage -> passage(passage);
    };
  }

  private static Stream<String> said(String speaker, String words) {
    String verbatim = Verbatim.of(words);
    return Stream.of(
        speaker + ":「" + words + "」",
        speaker + ":“" + words + "”",
        speaker + ":" + verbatim,
        Verbatim.of(speaker) + ":" + verbatim);
  }

  private static Stream<String> did(String speaker, String deed) {
    return Stream.of(
        speaker + ":（" + deed + "）",
        speaker + ":" + Verbatim.deedOf(deed),
        Verbatim.of(speaker) + ":" + Verbatim.deedOf(deed));
  }

  private static Stream<String> told(String words) {
    return Stream.of(NARRATOR + words, NARRATOR + Verbatim.of(words));
  }

  private String first(Turn turn, Stream<String> ways) {
    return ways.filter(way -> turn.equals(read(way))).findFirst().orElseThrow();
  }

  private @Nullable Turn read(String line) {
    return reader.read(new Line(0, line)) instanceof Reading.Uttered uttered
            && uttered.opened() == null
            && uttered.turns().size() == 1
        ? uttered.turns().getFirst()
        : null;
  }

  private String passage(Turn.Passage passage) {
    String text = passage.text();
    boolean plain =
        switch (reader.read(new Line(0, text))) {
          case Reading.Prose prose -> !dialogue && prose.text().equals(text);
          case Reading.Heading heading ->
              heading.text().equals(text) && !scene.present().contains(heading.name());
          case Reading.Blank _,
              Reading.Uttered _,
              Reading.Section _,
              Reading.Alone _,
              Reading.Empty _ ->
              false;
        };
    return plain ? text : Verbatim.of(text);
  }

  /// A line end within a text becomes a space, and where the words stood is of no matter.
  private static Turn oneLine(Turn turn) {
    Source nowhere = new Source("", 0);
    return switch (turn) {
      case Turn.Said said -> new Turn.Said(joined(said.speaker()), joined(said.text()), nowhere);
      case Turn.Did did -> new Turn.Did(joined(did.speaker()), joined(did.text()), nowhere);
      case Turn.Narrated told -> new Turn.Narrated(joined(told.text()), nowhere);
      case Turn.Passage passage -> new Turn.Passage(joined(passage.text()), nowhere);
    };
  }

  private static String joined(String text) {
    return text.indexOf('\n') < 0 ? text : text.replace("\r\n", " ").replace('\n', ' ');
  }
}
