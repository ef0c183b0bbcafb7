package luotuo.chat;

import java.util.Arrays;
import java.util.List;
import luotuo.job.Progress;
import luotuo.persona.Scope;

/// Learns when to decline: above what the best lines reach for questions that belong to others.
///
/// The threshold is the score that one foreign question in fifty passes, and one in ten in play,
/// where a wrong line does less harm than one evasion after another. It is never below the floor of
/// the scope: for facts that was fitted on the development questions under `bench/dev`, for play on
/// lines that were read (`Ranking`).
public final class Calibration {
  private static final double MARGIN = 0.01;

  private Calibration() {}

  /// The lowest threshold of a scope.
  public static double floor(Scope scope) {
    return switch (scope) {
      case FACTS -> 0.50;
      case PLAY -> 0.55;
    };
  }

  /// The share of foreign questions that may be answered.
  private static double passing(Scope scope) {
    return switch (scope) {
      case FACTS -> 0.02;
      case PLAY -> 0.10;
    };
  }

  /// @param voice speaks for the persona, with any threshold
  /// @param foreign questions that the persona can hardly have spoken of
  public static double declineBelow(
      OwnLines voice, Scope scope, List<String> foreign, Progress progress) {
    double[] scores = new double[foreign.size()];
    for (int i = 0; i < scores.length; i++) {
      progress.at("chat.calibrating", i, scores.length);
      scores[i] = voice.best(Voice.Question.of(foreign.get(i)));
    }
    progress.at("chat.calibrating", scores.length, scores.length);
    Arrays.sort(scores);
    int place = (int) Math.floor((1 - passing(scope)) * (scores.length - 1));
    double passed = scores.length == 0 ? 0 : scores[place];
    return Math.max(floor(scope), passed + MARGIN);
  }
}
