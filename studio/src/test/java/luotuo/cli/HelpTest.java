package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  private static final List<String> USAGE = List.of("header", "description", "footer");

  @TempDir Path folder;

  private List<CommandSpec> commands(String language) {
    List<CommandSpec> commands = new ArrayList<>();
    collect(HelpPages.tree(folder, language).getCommandSpec(), commands);
    return commands;
  }

  private static void collect(CommandSpec command, List<CommandSpec> into) {
    into.add(command);
    command.subcommands().values().forEach(below -> collect(below.getCommandSpec(), into));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyCommandAndArgumentIsExplained(String language) {
    Set<String> unexplained = new TreeSet<>();
    for (CommandSpec command : commands(language)) {
      String name = command.qualifiedName(" ");
      if (String.join("", command.usageMessage().header()).isBlank()) {
        unexplained.add(name);
      }
      for (ArgSpec argument : command.args()) {
        if (!argument.hidden() && String.join("", argument.description()).isBlank()) {
          unexplained.add(name + " " + argument.paramLabel() + argument);
        }
      }
    }
    assertEquals(Set.of(), unexplained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void nothingElseIsExplained(String language) {
    Set<String> known = new TreeSet<>();
    for (CommandSpec command : commands(language)) {
      String name = command.qualifiedName(".");
      USAGE.forEach(part -> known.add(name + ".usage." + part));
      for (ArgSpec argument : command.args()) {
        known.add(key(argument));
        known.add(name + "." + key(argument));
      }
    }
    Set<String> keys = new TreeSet<>(Messages.in(language).help().keySet());
    keys.removeIf(key -> known.contains(key) || key.matches("usage\\.[a-zA-Z]+Heading"));
    assertEquals(Set.of(), keys);
  }

  private static String key(ArgSpec argument) {
    String key = argument.descriptionKey();
    if (key != null && !key.isEmpty()) {
      return key;
    }
    return argument instanceof OptionSpec option
        ? option.longestName().replaceFirst("^-+", "")
        : argument.paramLabel();
  }

  @Test
  void bothLanguagesExplainTheSame() {
    assertEquals(Messages.in("en").help().keySet(), Messages.in("zh").help().keySet());
  }

  @Test
  void picoclisOwnWordsAreChineseToo() {
    Cli.Result help = Cli.in(folder).speaking("zh").run("recall", "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("用法："), help.out());
    assertTrue(help.out().contains("选项："), help.out());
    assertTrue(!help.out().contains("Usage"), help.out());
  }

  @Test
  void helpLeavesNoTrace() {
    Cli.Result help = Cli.in(folder).run("--help");
    assertEquals(0, help.code());
    assertEquals("", help.err());
    assertTrue(!folder.resolve("home").toFile().exists());
  }

  @Test
  void theVersionSaysWhichJava() {
    Cli.Result version = Cli.in(folder).run("--version");
    assertTrue(version.out().startsWith("luotuo "), version.out());
    assertTrue(Cli.in(folder).run("--version", "--json").object().keys().contains("java"));
  }
}
