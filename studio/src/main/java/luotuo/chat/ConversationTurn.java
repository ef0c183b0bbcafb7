package luotuo.chat;

import java.time.Instant;

/// A stored turn of a conversation: what was said to the persona, and its reply.
///
/// @param id of the turn, above 0
/// @param parent the turn that it follows; 0 where it begins the conversation
/// @param number place in the conversation, from 1
/// @param asker who spoke; empty where nobody in particular
/// @param at when the reply was stored
public record ConversationTurn(
    long id, long parent, int number, String asker, Instant at, Reply reply) {}
