package luotuo.corpus;

/// One thing that happens in a scene, with the place where it was read.
public sealed interface Turn {
  String text();

  Source source();

  /// Words uttered by a named speaker, without marks and quotation brackets.
  record Said(String speaker, String text, Source source) implements Turn {}

  /// An action of a named person, such as a stage direction beside a name, without its brackets.
  record Did(String speaker, String text, Source source) implements Turn {}

  /// What a narrator tells within a scene.
  record Narrated(String text, Source source) implements Turn {}

  /// Prose outside any dialogue: an essay, a note, a profile. The character knows it.
  record Passage(String text, Source source) implements Turn {}
}
