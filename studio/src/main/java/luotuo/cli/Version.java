package luotuo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import luotuo.app.Studio;

/// Which Luotuo this is, and on which Java it runs.
final class Version {
  private Version() {}

  static String line() {
    return "luotuo " + Studio.version() + " (Java " + Runtime.version() + ")";
  }

  static Map<String, Object> shape() {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("luotuo", Studio.version());
    shape.put("java", Runtime.version().toString());
    return shape;
  }
}
