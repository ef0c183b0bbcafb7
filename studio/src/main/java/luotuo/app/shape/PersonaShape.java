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
///
/// @param editable whether it lies in the workspace; one that does not is copied there when it is
///   changed
public record PersonaShape(
    String name,
    List<String> aliases,
    String origin,
    String folder,
    String language,
    String scope,
    String profile,
    String instructions,
    String greeting,
    List<String> questions,
    List<String> outOfScope,
    boolean portrait,
    boolean editable,
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
        persona.instructions(),
        persona.greeting(),
        questions(persona),
        persona.outOfScope(),
        found.portrait().isPresent(),
        found.isOwn(),
        persona.declineBelow().isPresent() ? persona.declineBelow().getAsDouble() : null,
        counts.scenes(),
        counts.turns(),
        counts.said(),
        counts.did(),
        counts.narrated(),
        counts.passages(),
        Speakers.count(persona.scenes()));
  }

  /// All of its own, or else some from its scenes.
  private static List<String> questions(Persona persona) {
    return persona.questions().isEmpty()
        ? Questions.propose(persona, QUESTIONS)
        : persona.questions();
  }
}
