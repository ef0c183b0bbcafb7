package luotuo.app;

import java.nio.file.Path;
import java.util.List;
import luotuo.job.Failure;
import luotuo.store.Workspace;

/// What the program is told before it starts.
///
/// @param workspace the user's folder
/// @param program the folder that the program came in, with its `personas/`
/// @param here the current directory, in which personas and files are looked for by name
/// @param language of messages, `zh` or `en`
public record Settings(Workspace workspace, Path program, Path here, String language) {
  private static final List<String> LANGUAGES = List.of("zh", "en");

  public Settings {
    program = program.toAbsolutePath().normalize();
    here = here.toAbsolutePath().normalize();
    if (!LANGUAGES.contains(language)) {
      throw Failure.of("settings.language", language, String.join(", ", LANGUAGES));
    }
  }

  /// The personas that ship with the program.
  public Path shipped() {
    return program.resolve("personas");
  }
}
