package luotuo.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import luotuo.json.Yaml;
import luotuo.store.AtomicFile;
import luotuo.store.FileFailure;

/// The checksums that first pulls told, by model and file, where the registry has none. They
/// outlive the models themselves: what comes again has to be the same.
///
/// @param file a map of `name/file` → sha256
record Hashes(Path file) {
  static final String FILE = "known.yaml";

  Optional<String> of(Listed model) {
    return Optional.ofNullable(all().get(key(model)));
  }

  void put(Listed model, String sha256) {
    Map<String, String> all = new TreeMap<>(all());
    all.put(key(model), sha256);
    AtomicFile.write(file, Yaml.write(all));
  }

  private Map<String, String> all() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      Map<String, String> all = new TreeMap<>();
      Keys keys = Keys.of(file, Files.readString(file));
      keys.values().keySet().forEach(key -> all.put(key.toString(), keys.text(key.toString())));
      return all;
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static String key(Listed model) {
    return model.name() + "/" + model.file();
  }
}
