package luotuo.chat;

import java.util.List;

/// A member's attention to the people in a talk among several: what they told before comes to its
/// mind, and it learns from what they say now.
public interface Ears {
  /// Whether it learns from what is said now.
  boolean open();

  /// The question with what comes to mind of whoever said a line.
  Voice.Question recall(Voice.Question question, GroupLine said);

  /// Learns from lines of a talk, from each of them once.
  ///
  /// @param told all that it may learn from, oldest first
  void learn(long talk, List<Told> told);
}
