package luotuo.model.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.model.TokenVectors.Token;

/// A loaded model with its vocabulary: text to the rows of the last hidden state.
final class Encoder implements AutoCloseable {
  /// Tokens that the model has places for, its two marks among them.
  private static final int MOST_TOKENS = 512;

  /// Tokens of a pair, its three marks among them: no longer ones were learned from.
  private static final int MOST_OF_PAIR = 160;

  private final String name;
  private final Vocabulary vocabulary;
  private final WordPiece wordPiece;
  private final int begin;
  private final int end;
  private final Session session;

  private Encoder(String name, Vocabulary vocabulary, Session session) {
    this.name = name;
    this.vocabulary = vocabulary;
    this.session = session;
    wordPiece = new WordPiece(vocabulary);
    begin = vocabulary.mark("[CLS]");
    end = vocabulary.mark("[SEP]");
  }

  /// @throws Failure `model.unreadable` (name, reason) if it does not load
  static Encoder load(Source source, OnnxOptions options) {
    try {
      var vocabulary = source.vocabulary().read();
      var environment = Environment.open(options.folder());
      return new Encoder(
          source.name(),
          vocabulary,
          Session.open(environment, source.model().read(), options.threads()));
    } catch (IOException
        | OrtException
        | MalformedException
        | IllegalArgumentException
        | LinkageError e) {
      throw new Failure(Problem.of("model.unreadable", source.name(), reason(e)), e);
    }
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  int dimensions() {
    return session.dimensions();
  }

  /// The rows of one text.
  ///
  /// @param tokens its tokens
  /// @param rows `[tokens + 2][dimensions]`: the row of the text as a whole, one for each token,
  ///   and one for its end; empty if there are no tokens
  record Encoded(List<Token> tokens, float[][] rows) {}

  /// Tokens of a text with its two marks; 0 where there are none.
  int count(String text) {
    int pieces = wordPiece.cut(text, MOST_TOKENS - 2).size();
    return pieces == 0 ? 0 : pieces + 2;
  }

  /// @throws Failure `model.failed` (name, reason)
  Encoded encode(String text) {
    var pieces = wordPiece.cut(text, MOST_TOKENS - 2);
    if (pieces.isEmpty()) {
      return new Encoded(List.of(), new float[0][]);
    }
    try {
      long[] ids = ids(List.of(pieces));
      var rows = session.run(ids, new long[ids.length]);
      return new Encoded(pieces.stream().map(this::token).toList(), rows);
    } catch (OrtException e) {
      throw new Failure(Problem.of("model.failed", name, reason(e)), e);
    }
  }

  /// The one number that a network for pairs gives.
  ///
  /// @throws Failure `model.failed` (name, reason)
  float pair(String first, String second) {
    var one = wordPiece.cut(first, MOST_OF_PAIR / 2);
    var two = wordPiece.cut(second, MOST_OF_PAIR - 3 - one.size());
    long[] ids = ids(List.of(one, two));
    var kinds = new long[ids.length];
    Arrays.fill(kinds, one.size() + 2, ids.length, 1);
    try {
      return session.run(ids, kinds)[0][0];
    } catch (OrtException e) {
      throw new Failure(Problem.of("model.failed", name, reason(e)), e);
    }
  }

  /// A mark, then each text with a mark behind it.
  private long[] ids(List<List<WordPiece.Piece>> texts) {
    var ids = LongStream.builder().add(begin);
    for (var pieces : texts) {
      pieces.forEach(piece -> ids.add(piece.id()));
      ids.add(end);
    }
    return ids.build().toArray();
  }

  private Token token(WordPiece.Piece piece) {
    return new Token(vocabulary.token(piece.id()), piece.start(), piece.end());
  }

  @Override
  public void close() {
    session.close();
  }
}
