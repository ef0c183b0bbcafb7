package luotuo.model;

import java.util.List;

/// Tells how likely it is that something said answers a question.
public interface Judge extends AutoCloseable {
  /// Names weights and arithmetic; scores of two judges with different names do not compare.
  String name();

  /// @return for each candidate, in the same order, a probability in 0 … 1
  double[] judge(String question, List<Candidate> candidates);

  /// Something said, and the question that it was said to.
  ///
  /// @param asked the question that it replied to; empty for prose
  /// @param said the words that may answer
  record Candidate(String asked, String said) {}

  @Override
  void close();
}
