package luotuo.store;

import java.nio.file.Path;
import java.util.Map;

/// The user's folder: personas, indexes, models, and the database. Naming a path creates nothing.
///
/// @param root `LUOTUO_HOME`, or `.luotuo` in the home folder
public record Workspace(Path root) {
  public Workspace {
    root = root.toAbsolutePath().normalize();
  }

  /// The workspace that an environment names.
  public static Workspace of(Map<String, String> environment) {
    String home = environment.getOrDefault("LUOTUO_HOME", "");
    if (!home.isBlank()) {
      return new Workspace(Path.of(home));
    }
    return new Workspace(Path.of(System.getProperty("user.home", "."), ".luotuo"));
  }

  /// Personas that were imported, a folder each.
  public Path personas() {
    return root.resolve("personas");
  }

  /// What can be rebuilt: deleting it costs only time.
  public Path index() {
    return root.resolve("index");
  }

  public Path models() {
    return root.resolve("models");
  }

  /// Keys of servers, a file a host.
  public Path keys() {
    return root.resolve("keys");
  }

  /// What is only worked on: deleting it while nothing runs is safe.
  public Path scratch() {
    return root.resolve("tmp");
  }

  public Path database() {
    return root.resolve("luotuo.db");
  }

  /// Creates a folder of the workspace where it is missing; what it creates, only the owner enters.
  public Path ready(Path folder) {
    OwnFolder.create(folder);
    return folder;
  }
}
