package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;

/// `Name: words` a line; also any text that has no other form.
final class PlainForm implements TranscriptForm {
  private static final int WINDOW = 30;
  private static final double ANY_TEXT = 0.05;

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public double likelihood(Sample sample) {
    Shape shape = sample.shape();
    return ANY_TEXT + 0.8 * shape.share(shape.bare());
  }

  @Override
  public Transcript read(Sample sample, Options options) {
    SceneCut cut = (file, account) -> scenes(file, file.readings(), account);
    return new TextReading(name(), sample, options, true, cut).read();
  }

  /// Scenes between blank lines; where these part nothing, so many turns at a time.
  static List<List<Turn>> scenes(TextFile file, List<Reading> readings, Account account) {
    Scribe scribe = new Scribe(file.name(), account, Scribe.speakers(readings));
    List<List<Reading>> blocks = Blocks.of(readings);
    boolean parted = blocks.size() > 1 && !Blocks.doubleSpaced(blocks);
    boolean dialogue = Scribe.dialogue(readings);
    boolean together = !parted || file.lines().size() <= SceneCut.ONE_SCENE;
    List<List<Turn>> scenes = new ArrayList<>();
    List<Turn> all = new ArrayList<>();
    for (List<Reading> block : blocks) {
      List<Turn> turns = scribe.write(block, together ? dialogue : Scribe.dialogue(block));
      all.addAll(turns);
      scenes.add(turns);
    }
    return parted
        ? scenes.stream().filter(turns -> !turns.isEmpty()).toList()
        : Blocks.windows(all, WINDOW);
  }
}
