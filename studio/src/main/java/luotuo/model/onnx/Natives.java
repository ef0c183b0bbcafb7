package luotuo.model.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// ONNX Runtime's native libraries, unpacked once. Left to itself the runtime unpacks its 24 MB
/// into a temporary folder at each start, which is 100 ms of CPU time, two thirds of its start.
final class Natives {
  private static final String PROPERTY = "onnxruntime.native.path";

  private Natives() {}

  /// Has an effect before the runtime is first used in this JVM, on the systems that its jar has
  /// libraries for, unless the user has named a folder.
  static synchronized void unpack(Path folder) throws IOException {
    var directory = "ai/onnxruntime/native/" + system() + "/";
    var library = directory + System.mapLibraryName("onnxruntime");
    if (System.getProperty(PROPERTY) != null || !exists(library)) {
      return;
    }
    var main = Packed.of(library);
    var home = folder.resolve("onnxruntime-" + main.checksum());
    put(main, home);
    put(Packed.of(directory + System.mapLibraryName("onnxruntime4j_jni")), home);
    System.setProperty(PROPERTY, home.toAbsolutePath().toString());
  }

  private static void put(Packed library, Path home) throws IOException {
    var name = library.resource().substring(library.resource().lastIndexOf('/') + 1);
    library.unpackTo(home.resolve(name), UnaryOperator.identity());
  }

  private static boolean exists(String resource) {
    return Natives.class.getClassLoader().getResource(resource) != null;
  }

  private static String system() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux")
        + "-"
        + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }
}
