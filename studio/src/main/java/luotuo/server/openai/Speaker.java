package luotuo.server.openai;

import luotuo.model.Sampling;

/// Finds the words of a reply, and tells them as they come.
@FunctionalInterface
interface Speaker {
  /// @param reply which of several, from 0
  Said say(Sampling sampling, int reply, Telling telling);
}
