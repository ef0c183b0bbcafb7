package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.List;

/// How unlikely a model finds the true line, with scenes that came to mind before it and without.
final class LineNats implements Scorer {
  private final ScriptText script;

  LineNats(ScriptText script) {
    this.script = script;
  }

  @Override
  public List<Score> score(Trial trial) {
    String line = trial.sample().line();
    List<Score> scores = new ArrayList<>();
    double bare = script.nats(trial.sample(), List.of(), line);
    scores.add(Score.of(Measured.NATS_BARE, bare, line));
    if (!trial.recalled().isEmpty()) {
      double recalled = script.nats(trial.sample(), trial.recalled(), line);
      scores.add(Score.of(Measured.NATS_RECALLED, recalled, line));
      scores.add(Score.of(Measured.NATS_SAVED, bare - recalled, line));
    }
    return scores;
  }
}
