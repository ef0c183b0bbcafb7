package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/cli.md` is what `--help` says.
class HelpPagesTest {
  @TempDir Path folder;

  @Test
  void theDocumentIsWhatHelpSays() throws IOException {
    Path document = Path.of(System.getProperty("luotuo.root", "..")).resolve("docs/cli.md");
    String page = HelpPages.page(folder).replace("\r\n", "\n");
    if ("write".equals(System.getProperty("cli.docs"))) {
      Files.writeString(document, page);
    }
    assertEquals(page, Files.exists(document) ? Files.readString(document) : "");
  }
}
