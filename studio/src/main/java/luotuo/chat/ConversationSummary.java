package luotuo.chat;

import java.time.Instant;

/// A stored conversation, as a list of them shows it.
///
/// @param model that it was begun with; empty where none was named
/// @param turns how many turns lead to where the conversation is now
/// @param opening the first thing that was ever said to the persona in it; empty where nothing was
///   yet
/// @param last when its latest turn was stored, or when it was started
public record ConversationSummary(
    String id,
    String persona,
    String model,
    Instant created,
    int turns,
    String opening,
    Instant last) {}
