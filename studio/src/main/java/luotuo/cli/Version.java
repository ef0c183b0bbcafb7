package luotuo.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which Luotuo this is, and on which Java it runs.
final class Version {
  private Version() {}

  static String line() {
    return "luotuo " + number() + " (Java " + Runtime.version() + ")";
  }

  static Map<String, Object> shape() {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("luotuo", number());
    shape.put("java", Runtime.version().toString());
    return shape;
  }

  /// As the jar's manifest has it; classes outside a jar have no version.
  private static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "unpacked" : number;
  }
}
