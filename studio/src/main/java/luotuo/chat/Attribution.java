package luotuo.chat;

import java.util.List;
import luotuo.prompt.Prompt;

/// Tells how much a reply rests on each scene of its prompt.
@FunctionalInterface
interface Attribution {
  /// @return for each scene of the prompt, in its order, in 0 … 1; 0 where the reply does not rest
  ///   on it
  List<Double> of(Prompt prompt, String reply);
}
