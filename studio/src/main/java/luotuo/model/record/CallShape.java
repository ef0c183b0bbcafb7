package luotuo.model.record;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import luotuo.job.Problem;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.ScoredToken;
import luotuo.model.Usage;
import org.jspecify.annotations.Nullable;

/// A call as its file has it, made to be read by people: what was asked, the pieces as they came,
/// and how it ended.
///
/// @param request the canonical JSON whose hash is the file's name
/// @param number of the call among those with the same request, from 1
/// @param pieces in runs of one kind, `said` or `thought`
/// @param completion where there was a whole reply
/// @param failure where the model failed; without both, whoever listened broke it off
/// @param millis that the call took by the clock
record CallShape(
    Map<String, Object> request,
    int number,
    List<Run> pieces,
    @Nullable Reply completion,
    @Nullable Problem failure,
    long millis) {
  CallShape {
    requireNonNull(request);
    pieces = List.copyOf(pieces);
  }

  /// Pieces of one kind that came one after the other.
  record Run(String kind, List<String> pieces) {
    Run {
      requireNonNull(kind);
      pieces = List.copyOf(pieces);
    }

    Piece piece(String text) {
      return kind.equals("thought") ? new Piece.Thought(text) : new Piece.Said(text);
    }
  }

  /// A completion.
  record Reply(String text, String thoughts, String finish, Used usage, Tokens tokens) {
    static Reply of(Completion completion) {
      return new Reply(
          completion.text(),
          completion.thoughts(),
          completion.finish().name().toLowerCase(Locale.ROOT),
          Used.of(completion.usage()),
          Tokens.of(completion.tokens()));
    }

    Completion completion() {
      return new Completion(
          text,
          thoughts,
          Completion.Finish.valueOf(finish.toUpperCase(Locale.ROOT)),
          usage.usage(),
          tokens.tokens());
    }
  }

  /// A usage; the record of the seam also has a total, which is none of its parts.
  record Used(int prompt, int cached, int reply, boolean counted) {
    static Used of(Usage usage) {
      return new Used(usage.prompt(), usage.cached(), usage.reply(), usage.counted());
    }

    Usage usage() {
      return new Usage(prompt, cached, reply, counted);
    }
  }

  /// Tokens with their log-probabilities, side by side so that they take two lines.
  record Tokens(List<String> texts, List<Double> logProbabilities) {
    Tokens {
      texts = List.copyOf(texts);
      logProbabilities = List.copyOf(logProbabilities);
      if (texts.size() != logProbabilities.size()) {
        throw new IllegalArgumentException("texts and logProbabilities differ in number");
      }
    }

    static Tokens of(List<ScoredToken> tokens) {
      return new Tokens(
          tokens.stream().map(ScoredToken::text).toList(),
          tokens.stream().map(ScoredToken::logProbability).toList());
    }

    List<ScoredToken> tokens() {
      List<ScoredToken> tokens = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        tokens.add(new ScoredToken(texts.get(i), logProbabilities.get(i)));
      }
      return tokens;
    }
  }

  static List<Run> runs(List<Piece> pieces) {
    List<Run> runs = new ArrayList<>();
    String kind = "";
    List<String> run = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!kind.equals(kind(piece)) && !run.isEmpty()) {
        runs.add(new Run(kind, run));
        run = new ArrayList<>();
      }
      kind = kind(piece);
      run.add(piece.text());
    }
    if (!run.isEmpty()) {
      runs.add(new Run(kind, run));
    }
    return runs;
  }

  private static String kind(Piece piece) {
    return switch (piece) {
      case Piece.Said _ -> "said";
      case Piece.Thought _ -> "thought";
    };
  }

  Optional<Completion> reply() {
    return Optional.ofNullable(completion).map(Reply::completion);
  }

  Optional<Problem> problem() {
    return Optional.ofNullable(failure);
  }
}
