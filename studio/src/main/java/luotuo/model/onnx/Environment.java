package luotuo.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.file.Path;

/// The runtime's environment, of which a JVM has one.
///
/// The runtime's Java side frees it in a shutdown hook whatever other threads are doing inside:
/// leaving the program while a model loaded or a text was in it aborted the JVM, 17 times in 80
/// (onnxruntime's issue 31352, still so in 1.28.0). The native side counts references, so one more
/// is taken here that nobody gives back, and the environment ends with the process: 0 times in 140.
final class Environment {
  private static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
  private static final String NAME = "luotuo";

  private static boolean kept;

  private Environment() {}

  /// @param folder where the native libraries are unpacked
  static synchronized OrtEnvironment open(Path folder) throws IOException, OrtException {
    Natives.unpack(folder);
    kept = kept || keep();
    var environment = OrtEnvironment.getEnvironment(LEVEL, NAME);
    environment.setTelemetry(false);
    return environment;
  }

  /// Whether the environment will outlive the shutdown hook.
  static synchronized boolean isKept() {
    return kept;
  }

  /// Before the first [OrtEnvironment#getEnvironment()], so that there is no moment without.
  private static boolean keep() {
    try {
      Class<?> runtime = Class.forName("ai.onnxruntime.OnnxRuntime");
      Class.forName(OrtEnvironment.class.getName()); // loads the libraries
      var api = runtime.getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      var create =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      create.setAccessible(true);
      create.invoke(null, api.getLong(null), LEVEL.getValue(), NAME);
      return true;
    } catch (ReflectiveOperationException e) {
      return false; // another version of the runtime; a test says so
    }
  }
}
