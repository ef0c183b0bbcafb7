package luotuo.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A completion script: a case a command, with its sub-commands and options; names of personas are
/// asked of the program when they are needed.
@SuppressWarnings("InlineFormatString") // a script is easier to read by itself
final class CompletionScript {
  private static final String HEAD =
      """
      # luotuo: completion of commands, options, and names of personas.
      #   bash: source <(luotuo completion bash)
      #   zsh:  source <(luotuo completion zsh)
      _luotuo() {
        local word command='' words='' names='' i
        word=${COMP_WORDS[COMP_CWORD]}
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "$command ${COMP_WORDS[i]}" in
      %s      *) ;;
          esac
        done
        case $command in
      %s    *) words='%s' ;;
        esac
        local IFS=$'\\n' found
        COMPREPLY=()
        if [[ $word != -* && -n $names ]]; then
          for found in $("${COMP_WORDS[0]}" persona list --names 2>/dev/null); do
            [[ $found == "$word"* ]] && COMPREPLY+=("$(printf %%q "$found")")
          done
        fi
        IFS=' '
        for found in $words; do
          [[ $found == "$word"* ]] && COMPREPLY+=("$found")
        done
        return 0
      }
      complete -o default -F _luotuo luotuo\
      """;
  private static final String ZSH =
      """
      autoload -U +X compinit && compinit
      autoload -U +X bashcompinit && bashcompinit
      """;

  private final CommandSpec root;
  private final List<CommandSpec> commands = new ArrayList<>();

  CompletionScript(CommandSpec root) {
    this.root = root;
    collect(root);
  }

  private void collect(CommandSpec command) {
    for (CommandLine below : command.subcommands().values()) {
      commands.add(below.getCommandSpec());
      collect(below.getCommandSpec());
    }
  }

  String in(CompletionCommand.Shell shell) {
    StringBuilder steps = new StringBuilder();
    StringBuilder words = new StringBuilder();
    for (CommandSpec command : commands) {
      String path = path(command);
      steps
          .append("      '")
          .append(step(command))
          .append("') command='")
          .append(path)
          .append("' ;;\n");
      String names = takesName(command) ? " names=yes" : "";
      words.append("    '").append(path).append("') words='").append(words(command));
      words.append("'").append(names).append(" ;;\n");
    }
    String script = HEAD.formatted(steps, words, words(root));
    return switch (shell) {
      case bash -> script;
      case zsh -> ZSH + script;
    };
  }

  /// The command's path without the program's name, such as `persona show`.
  private String path(CommandSpec command) {
    return command.qualifiedName(" ").substring(root.name().length() + 1);
  }

  /// What the script sees at the command's own word: the path of the command above, and the word.
  private String step(CommandSpec command) {
    String path = path(command);
    return path.contains(" ") ? path : " " + path;
  }

  private static String words(CommandSpec command) {
    List<String> words = new ArrayList<>(command.subcommands().keySet());
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        words.add(option.longestName());
      }
    }
    for (ArgSpec positional : command.positionalParameters()) {
      if (positional.type().isEnum()) {
        words.addAll(List.of(positional.paramLabel().split("\\|")));
      }
    }
    return String.join(" ", words);
  }

  private static boolean takesName(CommandSpec command) {
    return command.positionalParameters().stream()
        .anyMatch(positional -> positional.paramLabel().contains("NAME"));
  }
}
