package luotuo.memory;

/// Whose memories: what one persona knows of one person. No other persona and no other person ever
/// gets at them.
///
/// @param person as named by `--as`; empty for the one who gives no name
public record Whose(String persona, String person) {}
