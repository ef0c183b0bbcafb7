package luotuo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @Test
  void theEnvironmentNamesIt(@TempDir Path here) {
    Path root = here.resolve("w");
    Workspace workspace = Workspace.of(Map.of("LUOTUO_HOME", root.toString()));
    assertEquals(root.resolve("luotuo.db"), workspace.database());
    assertFalse(Files.exists(root), "naming a path creates nothing");
  }

  @Test
  void otherwiseItIsInTheHomeFolder() {
    Path home = Path.of(System.getProperty("user.home"));
    assertEquals(home.resolve(".luotuo"), Workspace.of(Map.of()).root());
    assertTrue(Workspace.of(Map.of("LUOTUO_HOME", " ")).root().startsWith(home));
  }
}
