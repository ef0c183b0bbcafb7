package luotuo.model.gguf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import luotuo.json.Json;
import luotuo.model.gguf.file.TensorType;

/// What llama.cpp makes of a [RandomModel]; made by `bench/reference/random_fixtures.py`.
///
/// @param sha256 of the file, so that both sides are sure to speak of the same weights
/// @param gap the largest difference between `exact` and `native` among all that is recorded
record RandomFixture(
    String architecture,
    TensorType form,
    long seed,
    String sha256,
    String llamaCppPython,
    double gap,
    List<Prompt> prompts) {

  /// @param exact from the same weights widened to F32: nothing was rounded
  /// @param own from the file itself: activations were rounded as llama.cpp does before such
  ///   weights
  record Prompt(int[] ids, Reading exact, Reading own) {}

  /// @param next `[n]`: log-probability of token n + 1 after the tokens 0 … n
  record Reading(double[] next, List<Top> top) {}

  /// The likeliest tokens after the token `at`.
  record Top(int at, int[] ids, double[] logProbabilities) {}

  static Stream<RandomFixture> all() {
    return RandomModel.shapes().stream()
        .flatMap(shape -> Arrays.stream(TensorType.values()).map(form -> of(shape, form)));
  }

  static RandomFixture of(RandomModel.Shape shape, TensorType form) {
    String name = "/gguf/random-" + shape.architecture() + "-" + form + ".json";
    try (var in = Objects.requireNonNull(RandomFixture.class.getResourceAsStream(name), name)) {
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), RandomFixture.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  RandomModel model() {
    var shape = RandomModel.Shape.valueOf(architecture.toUpperCase(java.util.Locale.ROOT));
    return new RandomModel(shape, form, seed);
  }

  @Override
  public String toString() {
    return architecture + " " + form;
  }
}
