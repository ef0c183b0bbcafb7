package luotuo.chat;

import java.util.List;
import luotuo.model.Usage;

/// What the persona says, and why.
///
/// @param outOfScope whether nothing in memory supports an answer, so that this is a refusal
/// @param evidence best first; empty for small talk and refusals
/// @param voice the name of the voice that spoke, such as `own-lines`
/// @param why in the log's terms, how the reply was found; shown by `/why`
/// @param millis time from question to reply
/// @param usage what a language model took; nothing where none was asked
/// @param conversation the id of the conversation that the reply is stored in
public record Reply(
    String question,
    String text,
    boolean outOfScope,
    List<Evidence> evidence,
    String voice,
    String why,
    long millis,
    Usage usage,
    String conversation) {
  public Reply {
    evidence = List.copyOf(evidence);
  }
}
