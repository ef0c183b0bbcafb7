package luotuo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.store.Workspace;

/// What the program is told before it starts.
///
/// @param workspace the user's folder
/// @param program the folder that the program came in, with its `personas/`
/// @param here the current directory, in which personas and files are looked for by name
/// @param language of messages, `zh` or `en`
/// @param environment in which keys of servers are found
public record Settings(
    Workspace workspace,
    Path program,
    Path here,
    String language,
    Map<String, String> environment) {
  private static final List<String> LANGUAGES = List.of("zh", "en");

  /// Settings without an environment.
  public Settings(Workspace workspace, Path program, Path here, String language) {
    this(workspace, program, here, language, Map.of());
  }

  public Settings {
    environment = Map.copyOf(environment);
    program = program.toAbsolutePath().normalize();
    here = here.toAbsolutePath().normalize();
    if (!LANGUAGES.contains(language)) {
      throw Failure.of("settings.language", language, String.join(", ", LANGUAGES));
    }
  }

  /// Without the environment: it holds secrets.
  @Override
  public String toString() {
    return "Settings[" + workspace + ", " + program + ", " + here + ", " + language + "]";
  }

  /// The personas that ship with the program.
  public Path shipped() {
    return program.resolve("personas");
  }
}
