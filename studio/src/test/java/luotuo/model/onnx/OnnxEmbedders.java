package luotuo.model.onnx;

import java.nio.file.Path;

/// The embedders, loaded once for all tests of the module.
final class OnnxEmbedders {
  static final OnnxOptions OPTIONS = OnnxOptions.in(Path.of("target", "onnx"));
  static final OnnxEmbedder CHINESE = OnnxEmbedder.chinese(OPTIONS);
  static final OnnxEmbedder ENGLISH = OnnxEmbedder.english(OPTIONS);
  static final OnnxEmbedder ANSWERING = OnnxEmbedder.answering(OPTIONS);

  private OnnxEmbedders() {}
}
