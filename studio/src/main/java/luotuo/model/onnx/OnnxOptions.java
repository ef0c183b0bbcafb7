package luotuo.model.onnx;

import java.nio.file.Path;

/// The dials of an [OnnxEmbedder].
///
/// @param folder the program's own; what the jars hold packed is unpacked there once
/// @param threads threads that work on one text, 1 to 64; more cost CPU time and save waiting
public record OnnxOptions(Path folder, int threads) {
  public OnnxOptions {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads must be 1 to 64, not " + threads);
    }
  }

  /// One thread a text.
  public static OnnxOptions in(Path folder) {
    return new OnnxOptions(folder, 1);
  }

  public OnnxOptions withThreads(int threads) {
    return new OnnxOptions(folder, threads);
  }
}
