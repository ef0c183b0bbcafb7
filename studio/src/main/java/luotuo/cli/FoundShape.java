package luotuo.cli;

import java.util.List;
import java.util.Locale;
import luotuo.persona.Found;
import org.jspecify.annotations.Nullable;

/// A persona in a list, as JSON.
record FoundShape(
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

  static FoundShape of(Found found, Messages messages) {
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
        found.problem().map(messages::of).orElse(null));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
