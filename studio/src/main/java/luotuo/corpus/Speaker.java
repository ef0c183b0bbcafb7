package luotuo.corpus;

/// Somebody who speaks or acts, and how often.
public record Speaker(String name, int turns) {}
