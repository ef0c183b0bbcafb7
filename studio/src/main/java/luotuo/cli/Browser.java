package luotuo.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/// The user's browser, where there is a screen for it.
record Browser(Map<String, String> environment) {
  /// Opens a page, and says nothing where that does not work: its address was printed.
  void open(String page) {
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    boolean screen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    if (!mac && !screen) {
      return;
    }
    try {
      new ProcessBuilder(mac ? "open" : "xdg-open", page)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // the user opens it
    }
  }
}
