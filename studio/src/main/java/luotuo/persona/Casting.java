package luotuo.persona;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.corpus.Speaker;
import luotuo.corpus.Speakers;
import luotuo.job.Failure;
import luotuo.job.Problem;

/// Who of a source is the persona.
///
/// @param note what the user should know of it, where it was not simply the name that was given
record Casting(String name, List<String> aliases, Optional<Problem> note) {
  Casting {
    aliases = aliases.stream().filter(alias -> !alias.equals(name)).distinct().toList();
  }

  /// @param known names and aliases that the source itself gives, being a persona folder
  /// @throws Failure `persona.nameless` if nobody was named and nobody speaks
  static Casting of(Path source, List<Scene> scenes, ImportRequest request, List<String> known) {
    List<String> aliases = new ArrayList<>(request.aliases());
    known.stream().skip(1).filter(alias -> !aliases.contains(alias)).forEach(aliases::add);
    Optional<String> given = request.name().or(() -> known.stream().findFirst());
    if (given.isPresent()) {
      return named(given.get(), aliases, scenes);
    }
    String name =
        Speakers.proposeCharacter(scenes).orElseThrow(() -> Failure.of("persona.nameless", source));
    return new Casting(name, aliases, Optional.of(Problem.of("import.proposed", name)));
  }

  /// A name that nobody in the source has is taken for that of whoever is likeliest.
  private static Casting named(String name, List<String> aliases, List<Scene> scenes) {
    List<String> speakers = Speakers.count(scenes).stream().map(Speaker::name).toList();
    if (speakers.isEmpty()
        || speakers.contains(name)
        || aliases.stream().anyMatch(speakers::contains)) {
      return new Casting(name, aliases, Optional.empty());
    }
    List<String> meant = meant(name, speakers, scenes);
    List<String> all = new ArrayList<>(aliases);
    all.addAll(meant);
    Problem note = Problem.of("import.speaksAs", name, String.join(", ", meant));
    return new Casting(name, all, Optional.of(note));
  }

  private static List<String> meant(String name, List<String> speakers, List<Scene> scenes) {
    List<String> alike = speakers.stream().filter(other -> Names.alike(other, name)).toList();
    if (!alike.isEmpty()) {
      return alike;
    }
    Map<String, String> proposed = Speakers.proposeAliases(scenes, name);
    return proposed.isEmpty()
        ? List.of(Speakers.proposeCharacter(scenes).orElse(speakers.getFirst()))
        : List.copyOf(proposed.keySet());
  }
}
