package luotuo.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import luotuo.job.Failure;
import luotuo.model.LikelihoodModel;
import luotuo.model.LikelihoodModel.Context;
import luotuo.model.ScoredToken;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// Whose turn a model finds likeliest: how likely each one's name and a colon are after the latest
/// lines that this one heard. It costs a scoring of some lines for each who may speak.
final class Likeliest {
  /// Lines that are read before.
  private static final int LATEST = 12;

  private final LikelihoodModel model;

  Likeliest(LikelihoodModel model) {
    this.model = model;
  }

  /// Empty where nobody may speak, or the model cannot tell.
  Optional<Persona> of(List<Persona> able, List<GroupLine> lines) {
    if (able.size() < 2) {
      return able.stream().findFirst();
    }
    try {
      Persona best = able.getFirst();
      double most = Double.NEGATIVE_INFINITY;
      for (Persona one : able) {
        double likelihood = likelihood(one, lines);
        best = likelihood > most ? one : best;
        most = Math.max(most, likelihood);
      }
      return Optional.of(best);
    } catch (Failure e) {
      return Optional.empty();
    }
  }

  private double likelihood(Persona one, List<GroupLine> lines) {
    List<GroupLine> heard =
        lines.stream().filter(line -> line.heard().contains(one.name())).toList();
    String colon = one.language() == Language.ZH ? "：" : ":";
    String talk =
        heard.stream()
            .skip(Math.max(0, heard.size() - LATEST))
            .map(line -> (line.speaker().isEmpty() ? "—" : line.speaker()) + colon + line.text())
            .collect(Collectors.joining("\n", "", "\n"));
    return model.score(new Context.Plain(talk), one.name() + colon).stream()
        .mapToDouble(ScoredToken::logProbability)
        .sum();
  }
}
