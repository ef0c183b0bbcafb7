package luotuo.eval.golden;

import java.util.List;
import java.util.Optional;

/// What has to hold of a reply.
///
/// @param says texts that stand in it: of each list at least one
/// @param saysNot texts that do not
/// @param declines whether it is a refusal; empty where either will do
/// @param cites places that it rests on, each a scene, a file or `FILE:LINE`: of each list at least
///   one
public record Expected(
    List<List<String>> says,
    List<String> saysNot,
    Optional<Boolean> declines,
    List<List<String>> cites) {
  public static final Expected NOTHING =
      new Expected(List.of(), List.of(), Optional.empty(), List.of());

  public Expected {
    says = says.stream().map(List::copyOf).toList();
    saysNot = List.copyOf(saysNot);
    cites = cites.stream().map(List::copyOf).toList();
  }

  boolean isNothing() {
    return equals(NOTHING);
  }
}
