package luotuo.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import luotuo.app.Settings;
import luotuo.store.Workspace;

/// What a run finds round it.
///
/// @param environment variables such as `LUOTUO_HOME` and `NO_COLOR`
/// @param properties `luotuo.lang`, `luotuo.home.program`
/// @param here the folder that file names are relative to
record Surroundings(
    Map<String, String> environment, Map<String, String> properties, Path here, Locale locale) {
  private static final String LANGUAGE = "luotuo.lang";
  private static final String PROGRAM = "luotuo.home.program";

  static Surroundings system() {
    return new Surroundings(
        System.getenv(),
        Map.of(LANGUAGE, property(LANGUAGE), PROGRAM, property(PROGRAM)),
        Path.of("").toAbsolutePath(),
        Locale.getDefault());
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }

  /// The language that the user asks for: by `--lang`, by the launcher's word, by the locale.
  String language(Optional<String> asked) {
    String told = properties.getOrDefault(LANGUAGE, "");
    String language = asked.orElse(told.isBlank() ? locale.getLanguage() : told);
    return language.startsWith("zh") ? "zh" : "en";
  }

  Settings settings(String language) {
    String program = properties.getOrDefault(PROGRAM, "");
    return new Settings(
        Workspace.of(environment),
        program.isBlank() ? here : Path.of(program),
        here,
        language,
        environment);
  }

  boolean allowsColor() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
