package luotuo.memory;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.Judge;

/// Reads a statement beside the nearest earlier ones, with a model that was taught what replaces
/// what (`bench/remember/replaces.py`).
public final class ReadContradictions implements Contradictions {
  /// From this probability on an earlier fact is taken for replaced; chosen on the dialogues 01 to
  /// 30 (docs/log.md).
  private static final double SURE = 0.5;

  private final Judge reader;

  /// @param reader stays open
  public ReadContradictions(Judge reader) {
    this.reader = reader;
  }

  @Override
  public List<Fact> replaced(Fact later, List<Near> near) {
    double[] shares = shares(later.text(), near);
    List<Fact> replaced = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] >= SURE) {
        replaced.add(near.get(i).fact());
      }
    }
    return replaced;
  }

  /// What each of them is likely to be the one that is replaced, against none of them.
  private double[] shares(String later, List<Near> near) {
    if (near.isEmpty()) {
      return new double[0];
    }
    List<Judge.Candidate> earlier =
        near.stream().map(n -> new Judge.Candidate("", n.fact().text())).toList();
    return Weights.shares(Reading.logOdds(reader.judge(later, earlier)));
  }
}
