package luotuo.memory;

import java.util.List;

/// By rule: a statement that tells of a change holds in the place of the nearest earlier one that
/// is about the same thing.
public final class RuleContradictions implements Contradictions {
  private static final double NEAR = 0.55;
  private static final double VERY_NEAR = 0.7;
  private static final int MOST = 1;

  @Override
  public List<Fact> replaced(Fact later, List<Near> near) {
    if (!Cues.tellsChange(later.text())) {
      return List.of();
    }
    return near.stream()
        .filter(n -> n.meaning() >= (n.shared().isEmpty() ? VERY_NEAR : NEAR))
        .limit(MOST)
        .map(Near::fact)
        .toList();
  }
}
