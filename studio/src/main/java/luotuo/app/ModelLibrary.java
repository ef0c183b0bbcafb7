package luotuo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.job.Progress;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;
import luotuo.model.hub.Listed;
import luotuo.model.hub.Machine;
import luotuo.model.hub.Pull;
import luotuo.model.hub.Registry;
import luotuo.model.hub.Shelf;
import luotuo.model.hub.Shelved;
import org.jspecify.annotations.Nullable;

/// The language models that there are: on the workspace's shelf, and in the registry that ships.
public final class ModelLibrary {
  private final Path registryFile;
  private final Path here;
  private final Shelf shelf;
  private final Map<String, String> environment;
  private @Nullable Registry registry;

  /// @param environment names hubs, mirrors and proxies
  public ModelLibrary(Settings settings, Map<String, String> environment) {
    this.registryFile = settings.program().resolve("models").resolve("registry.yaml");
    this.here = settings.here();
    this.shelf = new Shelf(settings.workspace().models());
    this.environment = environment;
  }

  private Registry registry() {
    Registry read = registry;
    if (read == null) {
      read = Files.exists(registryFile) ? Registry.read(registryFile) : Registry.EMPTY;
      registry = read;
    }
    return read;
  }

  /// Those that are here, what broken pulls left, then those to be had.
  public List<ModelGlance> list() {
    Map<String, ModelGlance> all = new LinkedHashMap<>();
    shelf.list().forEach(model -> all.put(key(model.name()), glance(model)));
    shelf.leftovers().forEach(left -> all.putIfAbsent(key(left.name()), glance(left)));
    registry()
        .models()
        .forEach(m -> all.putIfAbsent(key(m.name()), ModelGlances.of(m, Optional.empty(), 0)));
    return List.copyOf(all.values());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private ModelGlance glance(Shelved model) {
    return registry()
        .find(model.name())
        .map(listed -> ModelGlances.of(listed, Optional.of(model), 0))
        .orElseGet(() -> ModelGlances.of(model));
  }

  private ModelGlance glance(Shelf.Leftover left) {
    return registry()
        .find(left.name())
        .map(listed -> ModelGlances.of(listed, Optional.empty(), left.bytes()))
        .orElseGet(() -> ModelGlances.of(left));
  }

  /// @throws Failure `model.unknown` with the names that there are
  public ModelGlance find(String name) {
    return list().stream()
        .filter(model -> model.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private Failure unknown(String name) {
    List<String> names = new ArrayList<>(list().stream().map(ModelGlance::name).toList());
    return Failure.of("model.unknown", name, names.isEmpty() ? "—" : String.join(", ", names));
  }

  /// The file of a model that is here.
  public Optional<Path> file(String name) {
    return shelf.find(name).map(model -> shelf.get(model.name()).file());
  }

  /// Brings a model that the registry knows; one that is here already stays as it is.
  ///
  /// @param anew whether the file may differ from the one that came the first time
  /// @param trouble told each problem after which the pull went on
  public ModelGlance pull(String name, boolean anew, Progress progress, Consumer<Problem> trouble) {
    Listed model = registry().find(name).orElseThrow(() -> notListed(name));
    var listener = new Pull.Listener(progress, trouble);
    return glance(new Pull(shelf, environment).pull(model, anew, listener));
  }

  private Failure notListed(String name) {
    List<String> names = registry().models().stream().map(Listed::name).toList();
    return Failure.of("model.notListed", name, names.isEmpty() ? "—" : String.join(", ", names));
  }

  /// Adds a file that the engine can run.
  ///
  /// @param file as the user named it
  /// @throws Failure what opening the model throws
  public ModelGlance add(String file, Optional<String> name, Progress progress) {
    Path path = here.resolve(file).normalize();
    open(path, GgufOptions.DEFAULT).close();
    return glance(shelf.add(path, name, progress));
  }

  /// Opens a model in this process.
  ///
  /// @throws Failure `model.tooLarge` with one that fits this machine, and what opening it throws
  GgufModel open(Path file, GgufOptions options) {
    try {
      return GgufModel.open(file, options);
    } catch (Failure e) {
      throw e.problem().key().equals("model.gguf.memory") ? withOneThatFits(e) : e;
    }
  }

  private Failure withOneThatFits(Failure tooLarge) {
    List<String> told = tooLarge.problem().arguments();
    return registry()
        .fitting(Machine.here(), "zh")
        .map(
            fits ->
                Failure.of("model.tooLarge", told.get(0), told.get(1), told.get(2), fits.name()))
        .orElse(tooLarge);
  }

  /// Removes a model, or what a broken pull left of it.
  ///
  /// @return its folder
  public Path remove(String name) {
    return shelf.remove(name);
  }

  /// The model to propose on this machine, for a language such as `zh`, unless there is one
  /// already.
  public Optional<ModelGlance> fitting(String language) {
    return shelf.list().isEmpty() ? fitting(Machine.here(), language) : Optional.empty();
  }

  private Optional<ModelGlance> fitting(Machine machine, String language) {
    return registry()
        .fitting(machine, language)
        .map(listed -> ModelGlances.of(listed, Optional.empty(), 0));
  }
}
