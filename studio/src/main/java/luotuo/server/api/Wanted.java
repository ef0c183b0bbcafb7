package luotuo.server.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import luotuo.app.ModelChoice;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.job.Failure;
import luotuo.model.Sampling;

/// How a request wants a persona to speak: by its `model` and `sampling`.
///
/// @param speaking what holds where a request says nothing
record Wanted(Studio studio, Speaking speaking) {
  private static final int MODEL = 2000;

  /// @param otherwise the model where the request names none; empty for the default
  Speaking speaking(Body body, String otherwise) {
    String asked = body.text("model", MODEL).map(String::strip).orElse("");
    Optional<String> model = new ModelChoice(studio.settings()).speaking(List.of(asked, otherwise));
    Speaking how = model.map(speaking::withModel).orElse(speaking);
    return how.withSampling(sampling(body, studio.sampling(how)));
  }

  private static OptionalLong seed(Body given, Sampling otherwise) {
    OptionalLong seed = given.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    return seed.isPresent() ? seed : otherwise.seed();
  }

  private static Sampling sampling(Body body, Sampling plain) {
    Body given =
        body.object(
            "sampling",
            "temperature",
            "topP",
            "topK",
            "minP",
            "repeatPenalty",
            "frequencyPenalty",
            "presencePenalty",
            "seed",
            "maximum");
    try {
      return new Sampling(
          given.number("temperature").orElse(plain.temperature()),
          given.number("topP").orElse(plain.topP()),
          (int) given.whole("topK", 0, Integer.MAX_VALUE).orElse(plain.topK()),
          given.number("minP").orElse(plain.minP()),
          given.number("repeatPenalty").orElse(plain.repeatPenalty()),
          given.number("frequencyPenalty").orElse(plain.frequencyPenalty()),
          given.number("presencePenalty").orElse(plain.presencePenalty()),
          seed(given, plain),
          plain.stops(),
          (int) given.whole("maximum", 1, Integer.MAX_VALUE).orElse(plain.maximum()));
    } catch (IllegalArgumentException e) {
      throw Failure.of("sampling.range", String.valueOf(e.getMessage()));
    }
  }
}
