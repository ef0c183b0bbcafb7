package luotuo.app.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import luotuo.app.ModelGlance;

/// A language model as a JSON object.
public final class ModelShape {
  private ModelShape() {}

  /// @param used the model that characters speak with; may be empty
  /// @return a fresh map, to which more may be added
  public static Map<String, Object> of(ModelGlance model, String used) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("name", model.name());
    shape.put("title", model.title());
    shape.put("family", model.family());
    shape.put("architecture", model.architecture());
    shape.put("parameters", model.parameters());
    shape.put("languages", model.languages());
    shape.put("machine", model.machine());
    shape.put("bytes", model.bytes());
    shape.put("exact", model.exact());
    shape.put("licence", model.licence().name());
    shape.put("licencePage", model.licence().page());
    shape.put("agreement", model.licence().agreement());
    shape.put("context", model.context());
    shape.put("listed", model.listed());
    shape.put("tried", model.tried());
    shape.put("sha256", model.sha256());
    shape.put("checksumFrom", model.known());
    shape.put("sources", model.sources().stream().map(ModelShape::place).toList());
    shape.put("here", model.here().isPresent());
    shape.put("file", model.here().map(Object::toString).orElse(""));
    shape.put("from", model.from());
    shape.put("added", model.added());
    shape.put("begunBytes", model.begun());
    shape.put("inUse", model.name().equalsIgnoreCase(used));
    return shape;
  }

  private static Map<String, Object> place(ModelGlance.Place place) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("id", place.id());
    shape.put("checked", place.checked());
    return shape;
  }
}
