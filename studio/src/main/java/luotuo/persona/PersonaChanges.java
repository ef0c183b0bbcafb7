package luotuo.persona;

import java.util.List;
import java.util.Optional;

/// What is to be different about a persona; what is left out stays as it is.
public record PersonaChanges(
    Optional<List<String>> aliases,
    Optional<String> profile,
    Optional<String> instructions,
    Optional<String> greeting,
    Optional<List<String>> questions,
    Optional<List<String>> outOfScope,
    Optional<Scope> scope,
    Optional<Language> language) {
  public static final PersonaChanges NONE =
      new PersonaChanges(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  Persona of(Persona old) {
    return new Persona(
        old.name(),
        aliases.orElse(old.aliases()),
        language.orElse(old.language()),
        scope.orElse(old.scope()),
        profile.orElse(old.profile()),
        instructions.orElse(old.instructions()),
        greeting.orElse(old.greeting()),
        questions.orElse(old.questions()),
        outOfScope.orElse(old.outOfScope()),
        old.evasions(),
        old.smallTalk(),
        old.wordings(),
        old.declineBelow(),
        old.scenes());
  }
}
