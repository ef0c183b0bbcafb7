package luotuo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the script by which a shell completes this program's commands, options and names.
@Command(name = CompletionCommand.NAME)
final class CompletionCommand implements Callable<Integer> {
  static final String NAME = "completion";

  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", descriptionKey = "shell")
  Shell shell = Shell.bash;

  CompletionCommand(Session session) {
    this.session = session;
  }

  /// The shells that are known, as they are typed.
  enum Shell {
    bash,
    zsh
  }

  @Override
  public Integer call() {
    if (spec == null) {
      return Program.FAILED;
    }
    String script = new CompletionScript(spec.root()).in(shell);
    if (session.json()) {
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("shell", shell.name());
      shape.put("script", script);
      session.output().json(shape);
    } else {
      session.output().line(script);
    }
    return Program.DONE;
  }
}
