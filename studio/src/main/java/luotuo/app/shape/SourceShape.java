package luotuo.app.shape;

import luotuo.corpus.Source;

/// A file and a line as JSON.
public record SourceShape(String file, int line) {
  public static SourceShape of(Source source) {
    return new SourceShape(source.file(), source.line());
  }
}
