package luotuo.app.shape;

import java.util.List;
import luotuo.corpus.Speaker;
import luotuo.corpus.Speakers;
import luotuo.persona.Counts;
import luotuo.persona.Found;
import luotuo.persona.Persona;
import luotuo.persona.Questions;
import org.jspecify.annotations.Nullable;

/// A persona as JSON, without its scenes.
public record PersonaShape(
    String name,
    List<String> aliases,
    String origin,
    String folder,
    String language,
    String scope,
    String profile,
    String greeting,
    List<String> questions,
    @Nullable Double declineBelow,
    int scenes,
    int turns,
    int said,
    int did,
    int narrated,
    int passages,
    List<Speaker> speakers) {
  private static final int QUESTIONS = 5;

  public static PersonaShape of(Persona persona, Found found) {
    Counts counts = Counts.of(persona.scenes());
    return new PersonaShape(
        persona.name(),
        persona.aliases(),
        FoundShape.lower(found.place()),
        found.path().toString(),
        FoundShape.lower(persona.language()),
        FoundShape.lower(persona.scope()),
        persona.profile(),
        persona.greeting(),
        Questions.propose(persona, QUESTIONS),
        persona.declineBelow().isPresent() ? persona.declineBelow().getAsDouble() : null,
        counts.scenes(),
        counts.turns(),
        counts.said(),
        counts.did(),
        counts.narrated(),
        counts.passages(),
        Speakers.count(persona.scenes()));
  }
}
