package luotuo.memory;

import java.util.List;

/// What is looked for, and what may be recalled.
///
/// @param text the words
/// @param most how many recalls at the most
/// @param until only scenes whose order is below this
/// @param present where not empty, only scenes in which all of these took part
public record Query(String text, int most, int until, List<String> present) {
  public Query {
    present = List.copyOf(present);
    if (most < 1) {
      throw new IllegalArgumentException("most: " + most);
    }
  }

  public static Query of(String text, int most) {
    return new Query(text, most, Integer.MAX_VALUE, List.of());
  }

  public Query withText(String to) {
    return new Query(to, most, until, present);
  }

  public Query withMost(int to) {
    return new Query(text, to, until, present);
  }
}
