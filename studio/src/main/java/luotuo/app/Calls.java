package luotuo.app;

/// Calls of language models at this moment.
///
/// @param waiting for their turn
/// @param served now
public record Calls(int waiting, int served) {}
