package luotuo.server.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.app.ModelGlance;
import luotuo.app.ModelLibrary;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.job.Failure;
import luotuo.persona.Found;
import luotuo.persona.Persona;

/// What personas are called as models: `李鲁鲁`, and `李鲁鲁@qwen3-0.6b` with a voice of its own.
///
/// A client may only name models that are here: neither files nor addresses.
final class Ids {
  private static final String SCRIPTED = "scripted";

  private final Studio studio;
  private final ModelLibrary library;
  private final Speaking plain;

  /// @param plain how a persona speaks that is named alone
  Ids(Studio studio, Speaking plain) {
    this.studio = studio;
    this.library = new ModelLibrary(studio.settings(), studio.settings().environment());
    this.plain = plain;
  }

  /// Who is meant, and how it is to speak.
  record Meant(Persona persona, Speaking speaking) {}

  /// @throws Failure `persona.unknown` with those that there are
  Meant meant(String id) {
    int at = id.lastIndexOf('@');
    Optional<String> voice = at < 0 ? Optional.empty() : voice(id.substring(at + 1));
    return voice
        .map(model -> new Meant(persona(id.substring(0, at)), plain.withModel(model)))
        .orElseGet(() -> new Meant(persona(id), plain));
  }

  private Persona persona(String name) {
    if (name.isBlank()) {
      throw Failure.of("openai.model", "model");
    }
    return studio.persona(name);
  }

  private Optional<String> voice(String name) {
    if (name.equals(Speaking.OWN_LINES) || name.equals(SCRIPTED)) {
      return Optional.of(name);
    }
    return models().stream().filter(name::equalsIgnoreCase).findFirst();
  }

  /// The models on the shelf.
  private List<String> models() {
    return library.list().stream()
        .filter(model -> model.here().isPresent())
        .map(ModelGlance::name)
        .toList();
  }

  /// All names that there are.
  List<String> all() {
    List<String> voices = new ArrayList<>(models());
    voices.add(Speaking.OWN_LINES);
    List<String> ids = new ArrayList<>();
    for (Found found : studio.personas().list()) {
      if (!found.shadowed() && found.problem().isEmpty()) {
        ids.add(found.name());
        voices.forEach(voice -> ids.add(found.name() + "@" + voice));
      }
    }
    return ids;
  }
}
