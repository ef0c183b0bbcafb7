package luotuo.chat;

import java.time.Instant;

/// A stored conversation, as a list of them shows it.
///
/// @param turns how many turns lead to where the conversation is now
/// @param opening the first thing that was ever said to the persona in it; empty where nothing was
///   yet
/// @param last when its latest turn was stored, or when it was started
public record ConversationSummary(
    String id, String persona, Instant created, int turns, String opening, Instant last) {}
