package luotuo.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import luotuo.app.Studio;
import picocli.CommandLine;

/// The help of all commands in one page.
final class HelpPages {
  private HelpPages() {}

  static CommandLine tree(Path folder, String language) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    var none = new ByteArrayInputStream(new byte[0]);
    Streams streams = new Streams(none, nowhere, nowhere, false, false, false);
    Surroundings surroundings = new Surroundings(Map.of(), Map.of(), folder, Locale.ROOT);
    return Program.tree(new Session(streams, surroundings, language, Studio::new));
  }

  static String page(Path folder) {
    StringBuilder page = new StringBuilder();
    page.append("# The command line\n\n");
    page.append("Made of `luotuo --help` and the help of every command: ");
    page.append("`mvn -pl studio test -Dtest=HelpPagesTest -Dcli.docs=write` writes it anew.\n");
    add(tree(folder, "en"), page);
    return page.toString();
  }

  private static void add(CommandLine command, StringBuilder page) {
    page.append("\n## ").append(command.getCommandSpec().qualifiedName(" ")).append("\n\n```\n");
    page.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
    page.append("\n```\n");
    command.getSubcommands().values().forEach(below -> add(below, page));
  }
}
