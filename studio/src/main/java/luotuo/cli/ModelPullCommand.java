package luotuo.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import luotuo.app.Defaults;
import luotuo.app.ModelGlance;
import luotuo.app.shape.ModelShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings a language model of the registry.
@Command(name = "pull")
final class ModelPullCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODEL", descriptionKey = "listed")
  String name = "";

  @Option(names = "--accept-changed")
  boolean anew;

  ModelPullCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ModelGlance before = session.library().find(name);
    boolean here = before.here().isPresent();
    if (!here && !session.json() && before.licence().agreement()) {
      session.remark(
          session.words(
              "model.agreement", before.name(), before.licence().name(), before.licence().page()));
    }
    Pulling pulling = new Pulling(session);
    ModelGlance model = here ? before : pulling.pull(name, anew);
    if (session.json()) {
      String used = Defaults.of(session.settings().workspace()).model().orElse("");
      Map<String, Object> shape = ModelShape.of(model, used);
      shape.put("pulled", !here);
      session.output().json(shape);
    } else if (here) {
      session.output().line(session.words("model.already", model.name()));
    } else {
      pulling.tell(model);
      session.output().dim(session.words("model.thenUse", model.name()));
    }
    return Program.DONE;
  }
}
