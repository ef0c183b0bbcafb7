package luotuo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import luotuo.app.Defaults;
import luotuo.app.ModelGlance;
import luotuo.app.shape.ModelShape;
import picocli.CommandLine.Command;

/// Lists the language models that are here, and those to be had.
@Command(name = "list")
final class ModelListCommand implements Callable<Integer> {
  private final Session session;

  ModelListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<ModelGlance> models = session.library().list();
    String used = Defaults.of(session.settings().workspace()).model().orElse("");
    if (session.json()) {
      models.forEach(model -> session.output().json(ModelShape.of(model, used)));
      return Program.DONE;
    }
    show(models, used);
    return Program.DONE;
  }

  private void show(List<ModelGlance> models, String used) {
    Output output = session.output();
    List<List<String>> rows = models.stream().map(this::row).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> rows.stream().mapToInt(row -> Columns.of(row.get(i))).max().orElse(0))
            .toArray();
    for (int i = 0; i < rows.size(); i++) {
      output.line(line(rows.get(i), widths, models.get(i).here().isPresent()));
    }
    if (models.isEmpty()) {
      output.line(session.words("model.list.nothing"));
    }
    if (models.stream().anyMatch(model -> model.licence().agreement())) {
      output.dim(session.words("model.list.agreement"));
    }
    String inUse = used.isEmpty() ? session.words("model.list.unused") : used;
    output.dim(session.words("model.list.used", inUse));
  }

  private List<String> row(ModelGlance model) {
    List<String> row = new ArrayList<>();
    row.add(model.name());
    row.addAll(ModelColumns.of(model));
    row.add(state(model));
    return row;
  }

  private String state(ModelGlance model) {
    String place =
        model.begun() > 0
            ? session.words("model.state.begun", Bytes.of(model.begun()))
            : session.words(
                model.here().isPresent() ? "model.state.here" : "model.state.elsewhere");
    boolean untried = model.listed() && !model.tried();
    return untried ? place + session.words("model.state.untried") : place;
  }

  private String line(List<String> row, int[] widths, boolean here) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size() - 1; i++) {
      String cell = Columns.pad(row.get(i), widths[i]);
      line.append(i == 0 && here ? session.output().style().bold(cell) : cell).append("  ");
    }
    return line.append(row.getLast()).toString();
  }
}
