package luotuo.chat;

import java.time.Instant;

/// An end of a conversation that went several ways.
///
/// @param turn the last turn of this way
/// @param turns how many turns lead there
/// @param last what was said to the persona in the last of them
/// @param at when that turn was stored
/// @param current whether the conversation is there now
public record Branch(long turn, int turns, String last, Instant at, boolean current) {}
