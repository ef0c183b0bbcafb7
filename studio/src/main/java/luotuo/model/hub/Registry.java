package luotuo.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.store.FileFailure;

/// The models that can be pulled, the best first for each size of machine.
public record Registry(List<Listed> models) {
  public static final Registry EMPTY = new Registry(List.of());

  public Registry {
    models = List.copyOf(models);
  }

  /// @throws Failure `model.registry.…` naming file, line and key
  public static Registry read(Path file) {
    try {
      return new RegistryReader(file, Files.readString(file)).read();
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  public Optional<Listed> find(String name) {
    return models.stream().filter(model -> model.name().equalsIgnoreCase(name)).findFirst();
  }

  /// The model to propose: of those that speak the language, suit the machine and ask for no
  /// agreement, the one for the largest machine; among these, one that speaks this language best.
  ///
  /// @param language such as `zh`
  public Optional<Listed> fitting(Machine machine, String language) {
    return models.stream()
        .filter(model -> model.languages().contains(language) && !model.licence().agreement())
        .filter(model -> model.machine().compareTo(machine.size()) <= 0)
        .filter(model -> machine.holds(model.bytes()))
        .min(
            Comparator.comparing(Listed::machine, Comparator.reverseOrder())
                .thenComparing(model -> !model.languages().getFirst().equals(language)));
  }
}
