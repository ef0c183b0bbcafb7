package luotuo.model;

/// A token and how likely it was.
///
/// @param text what it stands for; where it is part of a character, that may be `\uFFFD`
/// @param logProbability natural logarithm, at most 0
public record ScoredToken(String text, double logProbability) {}
