package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import luotuo.corpus.Turn;
import luotuo.persona.Persona;

/// Whether a reply is taken for the persona's, by a classifier of the cast's lines that was taught
/// with the scenes that are not held out. Only what a model wrote is told apart: own lines are
/// among those that the classifier was taught with.
final class Attribution implements Scorer {
  private final Persona persona;
  private final CastClassifier classifier;

  private Attribution(Persona persona, CastClassifier classifier) {
    this.persona = persona;
    this.classifier = classifier;
  }

  /// Empty where nobody else says enough.
  static Optional<Attribution> taught(Persona rest) {
    CastClassifier classifier = CastClassifier.taught(rest, HeldOut.said(rest.scenes()).toList());
    return classifier.cast().size() < 2
        ? Optional.empty()
        : Optional.of(new Attribution(rest, classifier));
  }

  @Override
  public List<Score> score(Trial trial) {
    return trial.answer().stream()
        .filter(answer -> answer.completion().isPresent())
        .map(
            answer -> {
              String by = classifier.of(answer.text());
              return Score.of(Measured.ATTRIBUTED, by.equals(persona.name()), by);
            })
        .toList();
  }

  /// For each of the cast who speaks in the held-out scenes, the share of lines there that are
  /// taken for theirs.
  List<Score> accuracy(HeldOut held) {
    Map<String, List<Boolean>> right = right(held);
    List<Score> scores = new ArrayList<>();
    right.forEach(
        (speaker, taken) -> scores.add(Score.of(Measured.CLASSIFIER, share(taken), speaker)));
    return scores;
  }

  /// What a blind guess would reach.
  double chance() {
    return 1.0 / classifier.cast().size();
  }

  /// The share of the persona's own held-out lines that are taken for its.
  OptionalDouble ofTrueLines(HeldOut held) {
    List<Boolean> own = right(held).getOrDefault(persona.name(), List.of());
    return own.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(share(own));
  }

  private Map<String, List<Boolean>> right(HeldOut held) {
    Map<String, List<Boolean>> right = new LinkedHashMap<>();
    for (Turn.Said line : HeldOut.said(held.scenes()).toList()) {
      String speaker = CastClassifier.speaker(persona, line);
      if (classifier.cast().contains(speaker)) {
        right
            .computeIfAbsent(speaker, _ -> new ArrayList<>())
            .add(classifier.of(line.text()).equals(speaker));
      }
    }
    return right;
  }

  private static double share(List<Boolean> holds) {
    return (double) holds.stream().filter(each -> each).count() / holds.size();
  }
}
