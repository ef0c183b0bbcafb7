package luotuo.corpus;

import java.util.List;

/// A folder of scenes, a file each, `角色:「台词」` a line, and instructions in `system_prompt.txt`; or
/// one such file. A long file with blank lines has a scene between each two of them.
final class ChatHaruhiForm implements TranscriptForm {
  static final String NAME = "chatharuhi";
  private static final double FEW = 0.3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double likelihood(Sample sample) {
    if (sample.files().laidOut()) {
      return 1;
    }
    Shape shape = sample.shape();
    double share = shape.share(shape.quoted() + shape.narrated());
    return shape.quoted() == 0 || share < FEW ? 0 : share;
  }

  @Override
  public Transcript read(Sample sample, Options options) {
    return new TextReading(NAME, sample, options, false, ChatHaruhiForm::scenes).read();
  }

  static List<List<Turn>> scenes(TextFile file, Account account) {
    List<Reading> readings = file.readings();
    Scribe scribe = new Scribe(file.name(), account, Scribe.speakers(readings));
    return SceneCut.units(file, readings).stream()
        .map(unit -> scribe.write(unit, Scribe.dialogue(unit)))
        .filter(turns -> !turns.isEmpty())
        .toList();
  }
}
