package luotuo.prompt;

/// What was said to the persona earlier, and what it replied.
///
/// @param asker who spoke; empty where nobody in particular
public record Exchange(String asker, String said, String replied) {}
