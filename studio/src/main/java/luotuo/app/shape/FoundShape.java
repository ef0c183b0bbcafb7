package luotuo.app.shape;

import java.util.List;
import java.util.Locale;
import luotuo.app.Sentences;
import luotuo.persona.Found;
import org.jspecify.annotations.Nullable;

/// A persona in a list, as JSON.
public record FoundShape(
    String name,
    List<String> aliases,
    String origin,
    String folder,
    String language,
    String scope,
    int scenes,
    List<String> questions,
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
        found.questions(),
        found.shadowed(),
        found.problem().map(sentences::of).orElse(null));
  }

  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
