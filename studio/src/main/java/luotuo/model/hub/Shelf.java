package luotuo.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.store.AtomicFolder;
import luotuo.store.Claim;
import luotuo.store.FileFailure;

/// The workspace's `models/`: a folder a model, with the file and its manifest. A folder without a
/// manifest is what a broken pull left, or somebody else's, which this class leaves alone.
public final class Shelf {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  private static final String SUFFIX = ".gguf";

  private final Path folder;

  /// @param folder need not exist
  public Shelf(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// What a broken pull left: its folder, and how much of the file is there.
  public record Leftover(String name, Path folder, long bytes) {}

  /// @throws Failure `model.name` if this cannot name a model
  static String checkedName(String name) {
    boolean ends = name.endsWith(".") || name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    if (!NAME.matcher(name).matches() || ends || name.equalsIgnoreCase("scripted")) {
      throw Failure.of("model.name", name);
    }
    return name;
  }

  /// The models that are here, by name.
  public List<Shelved> list() {
    return folders().stream()
        .filter(at -> Files.exists(at.resolve(Shelved.MANIFEST)))
        .map(Shelved::read)
        .toList();
  }

  /// What broken pulls left, by name.
  public List<Leftover> leftovers() {
    return folders().stream()
        .filter(at -> Files.exists(at.resolve(Part.RECORD)))
        .map(at -> new Leftover(String.valueOf(at.getFileName()), at, Part.bytes(at)))
        .toList();
  }

  private List<Path> folders() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    AtomicFolder.settleAll(folder);
    try (var entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(at -> !String.valueOf(at.getFileName()).startsWith("."))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  /// The model of this name, if it is here with its file.
  public Optional<Shelved> find(String name) {
    return folders().stream()
        .filter(at -> String.valueOf(at.getFileName()).equalsIgnoreCase(name))
        .filter(at -> Files.exists(at.resolve(Shelved.MANIFEST)))
        .findFirst()
        .map(Shelved::read);
  }

  /// The model of this name, with its file.
  ///
  /// @throws Failure `model.absent` if it is not here, `model.fileGone` if its file is not
  public Shelved get(String name) {
    Shelved model = find(name).orElseThrow(() -> Failure.of("model.absent", name, names()));
    if (!Files.isRegularFile(model.file())) {
      throw Failure.of("model.fileGone", model.name(), model.file());
    }
    return model;
  }

  private String names() {
    List<String> names = list().stream().map(Shelved::name).toList();
    return names.isEmpty() ? "—" : String.join(", ", names);
  }

  /// Puts a file on the shelf: as a hard link where the disk is the same, otherwise as a copy.
  ///
  /// @param named otherwise the file's own name, without its ending
  /// @throws Failure `model.notGguf`, `model.name`, `model.taken`
  public Shelved add(Path file, Optional<String> named, Progress progress) {
    Gguf.check(file);
    String name = checkedName(named.orElseGet(() -> stem(file)));
    if (find(name).isPresent()) {
      throw Failure.of("model.taken", name);
    }
    try (var _ = claim(name)) {
      List<Shelved> added = new ArrayList<>();
      boolean fresh =
          AtomicFolder.create(place(name), at -> added.add(fill(at, name, file, progress)));
      if (!fresh) {
        throw Failure.of("model.taken", name);
      }
      return get(added.getFirst().name());
    }
  }

  private static Shelved fill(Path at, String name, Path file, Progress progress)
      throws IOException {
    Path real = file.toRealPath();
    String plain = stem(file) + SUFFIX;
    Path to = at.resolve(plain.startsWith(".") ? name + SUFFIX : plain);
    try {
      Files.createLink(to, real);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(real, to, StandardCopyOption.REPLACE_EXISTING);
    }
    String sha256 = Counting.sha256(to, progress);
    Shelved model =
        new Shelved(
            name, to, Files.size(to), sha256, Shelved.Known.ADDED, real.toString(), "", now());
    model.write(at);
    return model;
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean ends = name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    return ends ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /// Removes a model, or what a broken pull left of one.
  ///
  /// @throws Failure `model.absent` if there is neither
  public Path remove(String name) {
    Path at =
        find(name)
            .map(model -> folder.resolve(model.name()))
            .or(() -> leftover(name).map(Leftover::folder))
            .orElseThrow(() -> Failure.of("model.absent", name, names()));
    try (var _ = claim(String.valueOf(at.getFileName()))) {
      AtomicFolder.remove(at);
      return at;
    }
  }

  /// What a broken pull of this model left.
  public Optional<Leftover> leftover(String name) {
    return leftovers().stream().filter(left -> left.name().equalsIgnoreCase(name)).findFirst();
  }

  /// Where a model of this name lies, or would.
  Path place(String name) {
    return folder.resolve(checkedName(name));
  }

  /// @throws Failure `model.pull.busy` if somebody else is at it
  Claim claim(String name) {
    return Claim.on(place(name)).orElseThrow(() -> Failure.of("model.pull.busy", name));
  }

  /// @throws Failure `model.taken` if a folder of this name is somebody else's
  void checkOurs(Path place) {
    boolean ours =
        !Files.exists(place)
            || Files.exists(place.resolve(Part.RECORD))
            || Files.exists(place.resolve(Shelved.MANIFEST))
            || isEmpty(place);
    if (!ours) {
      throw Failure.of("model.taken", place.getFileName());
    }
  }

  private static boolean isEmpty(Path place) {
    try (var entries = Files.list(place)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw FileFailure.reading(place, e);
    }
  }

  Hashes hashes() {
    return new Hashes(folder.resolve(Hashes.FILE));
  }
}
