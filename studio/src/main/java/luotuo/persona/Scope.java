package luotuo.persona;

/// What a reply owes to the scenes.
public enum Scope {
  /// A real person or a body of knowledge: a wrong answer is worse than none.
  FACTS,
  /// A character of fiction, who may take up the nearest line that fits, and may evade.
  PLAY
}
