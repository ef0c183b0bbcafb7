package luotuo.app.shape;

import java.util.List;
import java.util.Locale;
import luotuo.app.Sentences;
import luotuo.persona.Found;
import org.jspecify.annotations.Nullable;

/// A persona in a list, as JSON.
///
/// @param question to begin with; may be empty
/// @param editable whether it lies in the workspace; one that does not is copied there when it is
///   changed
public record FoundShape(
    String name,
    List<String> aliases,
    String origin,
    String folder,
    String language,
    String scope,
    int scenes,
    String greeting,
    String question,
    List<String> questions,
    boolean portrait,
    boolean editable,
    boolean shadowed,
    @Nullable String problem) {

  public static FoundShape of(Found found, Sentences sentences) {
    return new FoundShape(
        found.name(),
        found.aliases(),
        lower(found.place()),
        found.path().toString(),
        lower(found.language()),
        lower(found.scope()),
        found.scenes(),
        found.greeting(),
        found.questions().stream().findFirst().orElse(""),
        found.questions(),
        found.portrait().isPresent(),
        found.isOwn(),
        found.shadowed(),
        found.problem().map(sentences::of).orElse(null));
  }

  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
