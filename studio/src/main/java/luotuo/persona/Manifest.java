package luotuo.persona;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What `persona.yaml` says; everything may be missing from it.
///
/// @param sources what the scenes were imported from; empty where somebody wrote them here
record Manifest(
    Optional<String> name,
    List<String> aliases,
    Optional<Language> language,
    Optional<Scope> scope,
    String profile,
    String greeting,
    List<String> questions,
    List<String> outOfScope,
    Map<String, List<String>> evasions,
    Map<String, List<String>> smallTalk,
    OptionalDouble declineBelow,
    List<Provenance> sources) {

  static final String FILE = "persona.yaml";

  static final Manifest NONE =
      new Manifest(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          List.of(),
          List.of(),
          Map.of(),
          Map.of(),
          OptionalDouble.empty(),
          List.of());

  static Manifest of(Persona persona, List<Provenance> sources) {
    return new Manifest(
        Optional.of(persona.name()),
        persona.aliases(),
        Optional.of(persona.language()),
        Optional.of(persona.scope()),
        persona.profile(),
        persona.greeting(),
        persona.questions(),
        persona.outOfScope(),
        persona.evasions(),
        persona.smallTalk(),
        persona.declineBelow(),
        sources);
  }

  Manifest withDeclineBelow(double to) {
    return new Manifest(
        name,
        aliases,
        language,
        scope,
        profile,
        greeting,
        questions,
        outOfScope,
        evasions,
        smallTalk,
        OptionalDouble.of(to),
        sources);
  }
}
