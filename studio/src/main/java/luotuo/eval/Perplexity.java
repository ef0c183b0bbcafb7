package luotuo.eval;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Cancelled;
import luotuo.job.Progress;
import luotuo.model.LikelihoodModel;
import luotuo.model.ScoredToken;

/// How likely a model finds a text: exp(−Σ log p / n), where n counts tokens or characters. Only
/// the latter can be compared between models with different tokens.
///
/// @param logLikelihood natural, of the whole text
/// @param tokens of the model
/// @param characters code points of the text
/// @param windows in which it was scored
public record Perplexity(double logLikelihood, long tokens, long characters, int windows) {

  /// Scores a text window by window, each after the second half of the one before.
  ///
  /// @param window characters that are scored at once, at least 2; the model's context has to hold
  ///   one and a half of it
  public static Perplexity of(LikelihoodModel model, String text, int window, Progress progress) {
    List<String> pieces = windows(text, window);
    double sum = 0;
    long tokens = 0;
    String before = "";
    for (int i = 0; i < pieces.size(); i++) {
      Cancelled.check();
      progress.at("model.scoring", i, pieces.size());
      List<ScoredToken> scored =
          model.score(new LikelihoodModel.Context.Plain(before), pieces.get(i));
      sum += scored.stream().mapToDouble(ScoredToken::logProbability).sum();
      tokens += scored.size();
      before = secondHalf(pieces.get(i));
    }
    progress.at("model.scoring", pieces.size(), pieces.size());
    return new Perplexity(sum, tokens, text.codePointCount(0, text.length()), pieces.size());
  }

  public double perToken() {
    return Math.exp(-logLikelihood / tokens);
  }

  public double perCharacter() {
    return Math.exp(-logLikelihood / characters);
  }

  /// The text in pieces, which end after a line where one ends in their last quarter.
  static List<String> windows(String text, int window) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from, window);
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static int end(String text, int from, int window) {
    int most = whole(text, Math.min(text.length(), from + window));
    if (most == text.length()) {
      return most;
    }
    int line = text.lastIndexOf('\n', most - 1) + 1;
    return line > from + window * 3 / 4 ? line : most;
  }

  /// No piece ends within a character.
  private static int whole(String text, int at) {
    boolean within =
        at > 1
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return within ? at - 1 : at;
  }

  private static String secondHalf(String piece) {
    return piece.substring(whole(piece, piece.length() / 2));
  }
}
