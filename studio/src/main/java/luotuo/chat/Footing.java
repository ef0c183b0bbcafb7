package luotuo.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.chat.Evidence.Found;
import luotuo.job.Failure;
import luotuo.prompt.Prompt;

/// What a language model's reply rests on: the scenes that it cites; where it cites none, those
/// that make it likelier; where the model does not tell that, those that it is like.
final class Footing {
  private final Optional<ByLikelihood> likelihood;
  private final Attribution similarity;

  Footing(Optional<ByLikelihood> likelihood, Attribution similarity) {
    this.likelihood = likelihood;
    this.similarity = similarity;
  }

  private record Weighed(Found found, List<Double> shares) {}

  /// Lines that came to mind of the scenes that the reply rests on, one a scene, best first.
  ///
  /// @param reply without its marks
  /// @param cited numbers of scenes, in the order in which they stand in the prompt, from 1
  List<Evidence> of(Prompt prompt, List<Ranked> ranked, String reply, Set<Integer> cited) {
    int scenes = prompt.scenes().size();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < scenes; i++) {
      shares.add(cited.contains(scenes - i) ? 1.0 : 0.0);
    }
    return shares.contains(1.0)
        ? evidence(prompt, ranked, new Weighed(Found.CITED, shares))
        : evidence(prompt, ranked, weighed(prompt, reply));
  }

  /// A reply is not lost because what it rests on cannot be weighed, as in a replay of a record
  /// that holds no likelihoods.
  private Weighed weighed(Prompt prompt, String reply) {
    if (likelihood.isPresent()) {
      try {
        return new Weighed(Found.LIKELIHOOD, likelihood.get().of(prompt, reply));
      } catch (Failure e) {
        return new Weighed(Found.SIMILAR, similarity.of(prompt, reply));
      }
    }
    return new Weighed(Found.SIMILAR, similarity.of(prompt, reply));
  }

  private static List<Evidence> evidence(Prompt prompt, List<Ranked> ranked, Weighed weighed) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < weighed.shares().size(); i++) {
      String scene = prompt.scenes().get(i).scene().id();
      double share = weighed.shares().get(i);
      if (share > 0) {
        ranked.stream()
            .filter(line -> line.line().scene().id().equals(scene))
            .findFirst()
            .ifPresent(line -> evidence.addAll(evidence(line, share, weighed.found())));
      }
    }
    evidence.sort(Comparator.comparingDouble(Evidence::score).reversed());
    return evidence;
  }

  /// A scene that is cited is as good as the line that brought it up.
  private static List<Evidence> evidence(Ranked line, double share, Found found) {
    return line.line().evidence(found == Found.CITED ? line.score() : share, found);
  }
}
