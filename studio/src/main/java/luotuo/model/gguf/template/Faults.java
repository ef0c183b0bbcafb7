package luotuo.model.gguf.template;

import luotuo.job.Failure;

/// What can be wrong with the template of a file.
record Faults(String file) {
  /// Something that this interpreter does not know, or that is not written as it must be.
  Failure unknown(int line, String what) {
    return Failure.of("model.template.unknown", file, line, shortened(what));
  }

  /// Something that was opened is not closed.
  Failure unfinished(int line) {
    return Failure.of("model.template.unfinished", file, line);
  }

  /// Something that cannot be done with these values.
  Failure value(int line, String what) {
    return Failure.of("model.template.value", file, line, shortened(what));
  }

  /// The template itself refuses the messages.
  Failure raised(String sentence) {
    return Failure.of("model.template.raised", file, shortened(sentence));
  }

  /// More work, or text, than any chat takes.
  Failure endless(int line) {
    return Failure.of("model.template.endless", file, line);
  }

  private static String shortened(String what) {
    return what.length() <= 200 ? what : what.substring(0, 200) + "…";
  }
}
