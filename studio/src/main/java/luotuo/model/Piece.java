package luotuo.model;

/// A piece of a reply, as it comes.
public sealed interface Piece {
  /// Whole characters; never empty.
  String text();

  /// Words of the reply.
  record Said(String text) implements Piece {}

  /// What the model thinks before it speaks; no part of the reply.
  record Thought(String text) implements Piece {}
}
