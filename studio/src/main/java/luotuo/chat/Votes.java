package luotuo.chat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import luotuo.memory.Recall;
import luotuo.memory.Span;

/// Where in a story what comes to mind lies: each part votes for its scene and its neighbours, the
/// more the nearer it is.
///
/// How near is told by the place among all by words and by meaning, added as reciprocals
/// (reciprocal rank fusion): in prose that is older than the question the two scores do not
/// compare.
final class Votes {
  private static final int MILD = 20;

  /// Of the nearest parts.
  private static final int VOTING = 60;

  /// Scenes to either side; a chapter has some nine.
  private static final int NEIGHBOURS = 4;

  /// What a place weighs beside the votes of its surroundings.
  private static final double SURROUNDINGS = 0.2;

  /// By the parts themselves: a memory has one object for each.
  private final Map<Span, Double> places = new IdentityHashMap<>();

  private final Map<Span, Recall> recalls = new IdentityHashMap<>();
  private final Map<Integer, Double> votes = new HashMap<>();

  /// @param asked what comes to mind by each of some ways to ask the same
  Votes(List<List<Recall>> asked) {
    for (List<Recall> one : asked) {
      place(one, Comparator.comparingDouble(Recall::meaning));
      place(one, Comparator.comparingDouble(Recall::words));
      one.forEach(recall -> recalls.putIfAbsent(recall.span(), recall));
    }
    nearest(this::placed).stream().limit(VOTING).forEach(this::vote);
  }

  private void place(List<Recall> recalls, Comparator<Recall> by) {
    List<Recall> sorted = recalls.stream().sorted(by.reversed()).toList();
    for (int i = 0; i < sorted.size(); i++) {
      places.merge(sorted.get(i).span(), 1.0 / (MILD + i), Double::sum);
    }
  }

  private void vote(Recall recall) {
    int at = recall.scene().order();
    for (int order = at - NEIGHBOURS; order <= at + NEIGHBOURS; order++) {
      votes.merge(order, placed(recall), Double::sum);
    }
  }

  private double placed(Recall recall) {
    return places.getOrDefault(recall.span(), 0.0);
  }

  private List<Recall> nearest(ToDoubleFunction<Recall> by) {
    return recalls.values().stream()
        .sorted(
            Comparator.comparingDouble(by)
                .reversed()
                .thenComparingInt(recall -> recall.scene().order())
                .thenComparingInt(recall -> recall.span().from()))
        .toList();
  }

  /// Those first that are near and among others that are near.
  List<Recall> inOrder() {
    double most = Math.max(most(Integer.MIN_VALUE, Integer.MAX_VALUE), Double.MIN_NORMAL);
    return nearest(
        recall ->
            placed(recall) + SURROUNDINGS * votes.getOrDefault(recall.scene().order(), 0.0) / most);
  }

  /// How far a place in the story and what is after it have the most votes, rather than what is
  /// before it: from -1 to 1.
  double later(int than) {
    double after = most(than, Integer.MAX_VALUE);
    double before = most(Integer.MIN_VALUE, than);
    return after + before == 0 ? 0 : (after - before) / (after + before);
  }

  private double most(int from, int to) {
    return votes.entrySet().stream()
        .filter(vote -> vote.getKey() >= from && vote.getKey() < to)
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }
}
