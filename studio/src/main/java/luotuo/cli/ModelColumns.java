package luotuo.cli;

import java.util.List;
import luotuo.app.ModelGlance;

/// A language model in a list for people.
final class ModelColumns {
  private ModelColumns() {}

  /// What follows the names in a list, aligned: parameters, size, licence, context.
  static List<String> of(ModelGlance model) {
    String context = model.context() == 0 ? "–" : model.context() / 1024 + "k";
    return List.of(
        orDash(model.parameters()),
        Bytes.of(model.bytes(), model.exact()),
        orDash(model.licence().name()) + (model.licence().agreement() ? "*" : ""),
        context);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
