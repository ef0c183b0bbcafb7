package luotuo.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.ModelGlance;
import luotuo.app.shape.ModelShape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a file on the shelf.
@Command(name = "add")
final class ModelAddCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  String file = "";

  @Option(names = "--name", paramLabel = "MODEL")
  @Nullable String name;

  ModelAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PullLine line = new PullLine(session.streams(), session.messages());
    ModelGlance model = session.library().add(file, Optional.ofNullable(name), line);
    line.hide();
    if (session.json()) {
      session.output().json(ModelShape.of(model, ""));
    } else {
      new Pulling(session).tell(model);
      session.output().dim(session.words("model.thenUse", model.name()));
    }
    return Program.DONE;
  }
}
