package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import luotuo.job.Failure;
import luotuo.store.Workspace;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void pathsAreAbsolute() {
    Settings settings = settings("zh");
    assertEquals(Path.of("program/personas").toAbsolutePath(), settings.shipped());
  }

  @Test
  void anUnknownLanguageIsNamedWithTheKnownOnes() {
    var failure = assertThrows(Failure.class, () -> settings("fr"));
    assertEquals("settings.language", failure.problem().key());
    assertEquals("fr", failure.problem().arguments().getFirst());
  }

  private static Settings settings(String language) {
    return new Settings(
        new Workspace(Path.of("home")), Path.of("program"), Path.of("here"), language);
  }
}
