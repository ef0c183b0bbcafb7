package luotuo.model.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// One network in ONNX Runtime: ids to rows.
///
/// The runtime's own options are left alone: less optimisation, no prepacking, a network optimised
/// beforehand or in the ORT format each save 10 to 25 ms of the 110 ms of CPU time that library and
/// network take to load, and without prepacking each text takes half as long again.
final class Session implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final int dimensions;

  private Session(OrtEnvironment environment, OrtSession session) throws OrtException {
    this.environment = environment;
    this.session = session;
    NodeInfo output = session.getOutputInfo().values().iterator().next();
    long[] shape = ((TensorInfo) output.getInfo()).getShape();
    dimensions = (int) shape[shape.length - 1];
  }

  static Session open(OrtEnvironment environment, Path model, int threads) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Threads that wait in a loop burn as much as they save.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return new Session(environment, environment.createSession(model.toString(), options));
    }
  }

  int dimensions() {
    return dimensions;
  }

  /// @param ids `[n]`
  /// @param kinds `[n]`, 0 for a token of the first text and 1 for one of the second
  /// @return `[n][dimensions]`, or `[1][1]` of a network that gives one number
  float[][] run(long[] ids, long[] kinds) throws OrtException {
    var inputs = new HashMap<String, OnnxTensor>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, tensor(input(name, ids, kinds)));
      }
      return run(inputs);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private float[][] run(Map<String, OnnxTensor> inputs) throws OrtException {
    try (var result = session.run(inputs)) {
      FloatBuffer rows = ((OnnxTensor) result.get(0)).getFloatBuffer();
      var split = new float[rows.remaining() / dimensions][dimensions];
      for (float[] row : split) {
        rows.get(row);
      }
      return split;
    }
  }

  private static long[] input(String name, long[] ids, long[] kinds) {
    return switch (name) {
      case "input_ids" -> ids;
      case "attention_mask" -> ones(ids.length);
      case "token_type_ids" -> kinds;
      default -> throw new IllegalStateException("the network wants an input " + name);
    };
  }

  private static long[] ones(int n) {
    var ones = new long[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
