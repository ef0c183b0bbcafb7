package luotuo.cli;

import java.util.concurrent.Callable;
import luotuo.app.Defaults;
import luotuo.app.ModelGlance;
import luotuo.app.shape.ModelShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what is known of a language model.
@Command(name = "show")
final class ModelShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODEL", descriptionKey = "model")
  String name = "";

  ModelShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ModelGlance model = session.library().find(name);
    if (session.json()) {
      String used = Defaults.of(session.settings().workspace()).model().orElse("");
      session.output().json(ModelShape.of(model, used));
    } else {
      show(model);
    }
    return Program.DONE;
  }

  private void show(ModelGlance model) {
    Output output = session.output();
    output.line(output.style().bold(model.name()) + "  " + Printable.line(model.title()));
    if (model.listed()) {
      output.line(
          session.words(
              "model.show.about",
              model.parameters(),
              model.architecture(),
              String.join(", ", model.languages()),
              model.context() == 0 ? "?" : model.context()));
      output.line(session.words(model.tried() ? "model.show.tried" : "model.show.untried"));
    }
    licence(model, output);
    output.line(session.words("model.show.size", Bytes.of(model.bytes(), model.exact())));
    output.line(new Pulling(session).checksum(model));
    where(model, output);
  }

  private void licence(ModelGlance model, Output output) {
    ModelGlance.Terms terms = model.licence();
    if (terms.agreement()) {
      output.line(session.words("model.agreement", model.name(), terms.name(), terms.page()));
    } else if (!terms.name().isEmpty()) {
      output.line(session.words("model.show.licence", terms.name()));
    }
  }

  private void where(ModelGlance model, Output output) {
    model
        .here()
        .ifPresent(
            file ->
                output.line(session.words("model.show.here", file, model.from(), model.added())));
    if (model.begun() > 0) {
      output.line(session.words("model.show.begun", Bytes.of(model.begun()), model.name()));
    }
    for (ModelGlance.Place place : model.sources()) {
      String key = place.checked() ? "model.show.source" : "model.show.guess";
      output.dim(session.words(key, Printable.line(place.id())));
    }
  }
}
