package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script in a real bash.
class CompletionScriptTest {
  private static final Path BASH = Path.of("/bin/bash");

  /// A program that knows two names, and a Tab key.
  private static final String AROUND =
      """
      luotuo() { printf '%s\\n' 'Li Lulu' 李鲁鲁; }
      tab() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _luotuo; printf '%s|' "${COMPREPLY[@]}"; }
      """;

  @TempDir Path folder;

  private String tab(String words) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(BASH), "no bash");
    String script = Cli.in(folder).run("completion", "bash").out();
    Path file = Files.writeString(folder.resolve("completion"), script + AROUND + "tab " + words);
    Process bash =
        new ProcessBuilder(List.of(BASH.toString(), file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return said;
  }

  @Test
  void commandsAreCompleted() throws IOException, InterruptedException {
    assertEquals("persona|", tab("luotuo per"));
    assertEquals("import|", tab("luotuo persona i"));
    assertEquals("bash|", tab("luotuo completion b"));
  }

  @Test
  void optionsAreCompleted() throws IOException, InterruptedException {
    assertEquals("--replace|", tab("luotuo persona import a.txt --r"));
    assertEquals("--until|", tab("luotuo chat 李鲁鲁 --un"));
  }

  @Test
  void namesAreCompletedAndQuoted() throws IOException, InterruptedException {
    assertEquals("Li\\ Lulu|", tab("luotuo chat L"));
    assertEquals("Li\\ Lulu|", tab("luotuo persona show L"));
  }
}
