package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.job.Failure;
import luotuo.persona.Persona;

/// A persona parted in two: what it knows, and scenes that it is tried with.
///
/// A sample is drawn from each held-out scene; at the most a third of the scenes are held out. A
/// scene in which the same line is said as in a sample is in neither part.
///
/// @param rest the persona with the scenes that it knows
/// @param scenes those that are held out
/// @param samples one a scene, in the order in which they were drawn
public record HeldOut(Persona rest, List<Scene> scenes, List<Sample> samples) {
  private static final int SHARE = 3;

  public HeldOut {
    scenes = List.copyOf(scenes);
    samples = List.copyOf(samples);
  }

  /// @param most samples
  /// @param seed of all draws
  /// @throws Failure `eval.tooFew` if no scene can be held out
  public static HeldOut of(Persona persona, int most, long seed) {
    Random random = new Random(seed);
    List<Scene> shuffled = new ArrayList<>(persona.scenes());
    Collections.shuffle(shuffled, random);
    int wanted = Math.min(most, shuffled.size() / SHARE);
    List<Sample> samples = new ArrayList<>();
    for (Scene scene : shuffled) {
      if (samples.size() < wanted) {
        sample(scene, persona, random).ifPresent(samples::add);
      }
    }
    if (samples.isEmpty()) {
      throw Failure.of("eval.tooFew", persona.name(), persona.scenes().size());
    }
    List<Scene> held = samples.stream().map(Sample::scene).toList();
    return new HeldOut(rest(persona, samples), held, samples);
  }

  private static Optional<Sample> sample(Scene scene, Persona persona, Random random) {
    List<Sample> possible =
        IntStream.range(0, scene.turns().size())
            .filter(at -> Sample.isOne(scene, at, persona.names()))
            .mapToObj(at -> new Sample(scene, at))
            .toList();
    return possible.isEmpty()
        ? Optional.empty()
        : Optional.of(possible.get(random.nextInt(possible.size())));
  }

  private static Persona rest(Persona persona, List<Sample> samples) {
    Set<String> held = new HashSet<>();
    Set<String> lines = new HashSet<>();
    for (Sample sample : samples) {
      held.add(sample.scene().id());
      lines.add(sample.line());
    }
    return persona.withScenes(
        persona.scenes().stream()
            .filter(scene -> !held.contains(scene.id()))
            .filter(scene -> scene.turns().stream().noneMatch(turn -> lines.contains(turn.text())))
            .toList());
  }

  /// The persona's lines in the scenes that are held out, each text once.
  List<String> lines() {
    return said(scenes)
        .filter(said -> rest.is(said.speaker()))
        .map(Turn.Said::text)
        .distinct()
        .toList();
  }

  static Stream<Turn.Said> said(List<Scene> scenes) {
    return scenes.stream()
        .flatMap(scene -> scene.turns().stream())
        .filter(Turn.Said.class::isInstance)
        .map(Turn.Said.class::cast);
  }
}
