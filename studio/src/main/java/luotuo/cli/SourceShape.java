package luotuo.cli;

import luotuo.corpus.Source;

/// A file and a line as JSON.
record SourceShape(String file, int line) {
  static SourceShape of(Source source) {
    return new SourceShape(source.file(), source.line());
  }
}
