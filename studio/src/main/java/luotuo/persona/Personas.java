package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import luotuo.job.Failure;
import luotuo.store.AtomicFolder;
import luotuo.store.FileFailure;
import luotuo.store.FolderName;
import luotuo.store.Workspace;

/// Where personas are found: in the workspace, then in the current directory, then among those that
/// ship. The first one of a name is found, and shadows the others.
public final class Personas {
  private final Workspace workspace;
  private final Path here;
  private final Path shipped;

  /// @param here the current directory
  /// @param shipped the folder of those that ship; it need not exist
  public Personas(Workspace workspace, Path here, Path shipped) {
    this.workspace = workspace;
    this.here = here.toAbsolutePath().normalize();
    this.shipped = shipped.toAbsolutePath().normalize();
  }

  /// All of them, in the order in which they are looked up; scenes are counted and not read.
  public List<Found> list() {
    List<Found> all = new ArrayList<>();
    for (Found found : folders()) {
      boolean shadowed = all.stream().anyMatch(other -> Names.alike(other.name(), found.name()));
      all.add(shadowed ? found.asShadowed() : found);
    }
    return all;
  }

  /// The persona of a name, of an alias, or in a folder.
  ///
  /// @throws Failure `persona.unknown` with the nearest names, or `persona.none`
  public Found find(String nameOrAliasOrFolder) {
    Optional<Found> asPath =
        isPath(nameOrAliasOrFolder) ? folder(nameOrAliasOrFolder) : Optional.empty();
    return asPath.orElseGet(() -> named(nameOrAliasOrFolder));
  }

  /// The persona of a name or of an alias; no folder is looked into for being called so.
  ///
  /// @throws Failure `persona.unknown` with the nearest names, or `persona.none`
  public Found named(String nameOrAlias) {
    List<Found> all = list();
    String key = Names.key(nameOrAlias);
    return first(all, key, Found::isNamed)
        .or(() -> first(all, key, Found::isAlsoCalled))
        .orElseThrow(() -> unknown(nameOrAlias, all));
  }

  /// The folder of a persona that may be changed: one that lives elsewhere is copied into the
  /// workspace first, where it is found from then on.
  ///
  /// @throws Failure `persona.exists` if its folder there is another persona's
  public Path own(Found found) {
    if (found.isOwn()) {
      return found.path();
    }
    Path target = workspace.personas().resolve(FolderName.of(found.name()));
    workspace.ready(workspace.personas());
    AtomicFolder.create(
        target,
        PersonaFolder.accompanied(
            List.of(found.path()), empty -> PersonaCopy.fill(found.path(), empty)));
    String there = PersonaGlance.at(target, Found.Place.WORKSPACE).name();
    if (!Names.alike(there, found.name())) {
      throw Failure.of("persona.exists", found.name(), target);
    }
    return target;
  }

  /// Finds and reads a persona.
  public Persona read(String nameOrAliasOrFolder) {
    return PersonaFolder.read(find(nameOrAliasOrFolder).path());
  }

  /// Removes a persona from the workspace.
  ///
  /// @throws Failure `persona.notYours` if it lives elsewhere
  public Found remove(String nameOrAlias) {
    Found found = named(nameOrAlias);
    if (!found.isOwn()) {
      throw Failure.of("persona.notYours", found.name(), found.path());
    }
    AtomicFolder.remove(found.path());
    return found;
  }

  /// The personas in one folder.
  static List<Found> in(Path folder, Found.Place place) {
    return personasIn(folder).stream().map(at -> PersonaGlance.at(at, place)).toList();
  }

  private List<Found> folders() {
    Map<Path, Found.Place> places = new LinkedHashMap<>();
    personasIn(workspace.personas()).forEach(at -> add(places, at, Found.Place.WORKSPACE));
    if (Files.isReadable(here)) {
      personasIn(here).forEach(at -> add(places, at, Found.Place.HERE));
      personasIn(here.resolve("personas")).forEach(at -> add(places, at, Found.Place.HERE));
    }
    personasIn(shipped).forEach(at -> add(places, at, Found.Place.SHIPPED));
    List<Found> found = new ArrayList<>();
    places.forEach((path, place) -> found.add(PersonaGlance.at(path, place)));
    return found;
  }

  /// A folder counts once. In a checkout the ones that ship are also in the current directory.
  private void add(Map<Path, Found.Place> places, Path path, Found.Place place) {
    Found.Place is = path.startsWith(shipped) ? Found.Place.SHIPPED : place;
    places.putIfAbsent(path, is);
  }

  private static List<Path> personasIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    AtomicFolder.settleAll(folder);
    try (var entries = Files.list(folder)) {
      return entries
          .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
          .filter(PersonaGlance::isPersona)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  private static Optional<Found> first(
      List<Found> all, String key, BiPredicate<Found, String> matches) {
    return all.stream().filter(found -> matches.test(found, key)).findFirst();
  }

  private static boolean isPath(String text) {
    return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
  }

  private Optional<Found> folder(String path) {
    try {
      Path folder = here.resolve(path).normalize();
      return Files.isDirectory(folder) && PersonaGlance.isPersona(folder)
          ? Optional.of(PersonaGlance.at(folder, Found.Place.FOLDER))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Failure unknown(String name, List<Found> all) {
    if (all.isEmpty()) {
      return Failure.of("persona.none", name);
    }
    List<String> names = new ArrayList<>();
    all.forEach(found -> names.addAll(found.names()));
    all.forEach(found -> names.addAll(found.aliases()));
    String known = String.join(", ", all.stream().map(Found::name).distinct().toList());
    List<String> nearest = Names.nearest(name, names);
    return nearest.isEmpty()
        ? Failure.of("persona.unknown", name, known)
        : Failure.of("persona.unknown.near", name, String.join(", ", nearest), known);
  }
}
