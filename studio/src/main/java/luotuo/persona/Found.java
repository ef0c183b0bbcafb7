package luotuo.persona;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luotuo.job.Problem;

/// A persona folder, as a list of personas shows it; its scenes were only counted.
///
/// @param greeting may be empty
/// @param shadowed whether an earlier place has a persona of the same name, which is found instead
/// @param problem why its manifest could not be read; name, language and scope are guesses then
public record Found(
    String name,
    List<String> aliases,
    Place place,
    Path path,
    Language language,
    Scope scope,
    int scenes,
    String greeting,
    List<String> questions,
    Optional<Portrait> portrait,
    boolean shadowed,
    Optional<Problem> problem) {

  /// Where a persona was found; earlier ones come first.
  public enum Place {
    WORKSPACE,
    HERE,
    SHIPPED,
    /// Named by its path.
    FOLDER
  }

  /// The name, and the folder's name where it is another one.
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(name));
    if (path.getFileName() != null && !path.getFileName().toString().equals(name)) {
      names.add(path.getFileName().toString());
    }
    return names;
  }

  boolean isNamed(String key) {
    return names().stream().anyMatch(name -> Names.key(name).equals(key));
  }

  boolean isAlsoCalled(String key) {
    return aliases.stream().anyMatch(alias -> Names.key(alias).equals(key));
  }

  /// Whether it lies in the workspace, where it may be changed and removed.
  public boolean isOwn() {
    return place == Place.WORKSPACE;
  }

  /// Whether these words stand in a name or an alias, however they are written.
  public boolean matches(String words) {
    String key = Names.key(words);
    return Stream.concat(names().stream(), aliases.stream())
        .anyMatch(name -> Names.key(name).contains(key));
  }

  Found asShadowed() {
    return new Found(
        name, aliases, place, path, language, scope, scenes, greeting, questions, portrait, true,
        problem);
  }
}
