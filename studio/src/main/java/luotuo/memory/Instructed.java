package luotuo.memory;

import java.util.List;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;

/// A language model that is given one instruction, in either language.
record Instructed(ChatModel model, String chinese, String english, int mostTokens) {
  /// Its likeliest words; empty where it fails, because the rules then do.
  ///
  /// @param like words in the language of the instruction
  String about(String text, String like) {
    Message system = Message.system(Concepts.hasHan(like) ? chinese : english);
    Sampling sampling = Sampling.GREEDY.withMaximum(mostTokens);
    try {
      return model
          .complete(new ChatRequest(List.of(system, Message.user(text)), sampling), _ -> {})
          .text();
    } catch (Failure e) {
      return "";
    }
  }
}
