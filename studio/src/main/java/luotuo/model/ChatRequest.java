package luotuo.model;

import java.util.List;

/// What a chat model is asked.
///
/// @param messages in order; the last is not the assistant's
public record ChatRequest(List<Message> messages, Sampling sampling) {
  public ChatRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty() || messages.getLast().role() == Message.Role.ASSISTANT) {
      throw new IllegalArgumentException("the last message must be somebody else's");
    }
  }
}
