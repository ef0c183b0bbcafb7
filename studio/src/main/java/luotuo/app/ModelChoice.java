package luotuo.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import luotuo.job.Failure;

/// Which language model is meant by a name. None of these names is a file: who may name files asks
/// for them apart.
public final class ModelChoice {
  private static final String SCRIPTED = "scripted";
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^#\\s]+#\\S+");

  private final Settings settings;
  private final ModelLibrary library;

  public ModelChoice(Settings settings) {
    this.settings = settings;
    this.library = new ModelLibrary(settings, settings.environment());
  }

  /// A model that characters may speak with from now on: one on the shelf as it is written there,
  /// an address with a model, or `scripted`.
  ///
  /// @throws Failure `model.unknown`, `model.use.elsewhere`, `model.use.address`
  public String named(String name) {
    if (ADDRESS.matcher(name).matches() || name.equals(SCRIPTED)) {
      return name;
    }
    if (name.contains("://")) {
      throw Failure.of("model.use.address", name);
    }
    ModelGlance model = library.find(name);
    if (model.here().isEmpty()) {
      throw Failure.of("model.use.elsewhere", model.name());
    }
    return model.name();
  }

  /// A model that may speak at once, as somebody asks for it who sets nothing up: own lines, one on
  /// the shelf, or the workspace's default.
  ///
  /// @return the first of these names that is not empty; where all are, nothing
  /// @throws Failure as [#named], and `model.use.foreign` for an address that is not the default
  public Optional<String> speaking(List<String> names) {
    return names.stream().filter(name -> !name.isEmpty()).findFirst().map(this::speaking);
  }

  private String speaking(String name) {
    Optional<String> byDefault = Defaults.of(settings.workspace()).model();
    if (name.equals(Speaking.OWN_LINES) || byDefault.filter(name::equals).isPresent()) {
      return name;
    }
    if (ADDRESS.matcher(name).matches()) {
      throw Failure.of("model.use.foreign", name);
    }
    return named(name);
  }
}
