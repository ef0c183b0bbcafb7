package luotuo.model.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import luotuo.model.Embedder;
import luotuo.model.TokenVectors;

/// A BERT encoder on ONNX Runtime: the vector of a text is the first row of the last hidden state,
/// normalised. Any thread may call it. The model is loaded by the first use, or by [#warm()].
///
/// Texts go through the model one by one. The int8 weights quantise what flows between the layers
/// by the range of the whole batch, so in batches a text's vector would depend on its neighbours:
/// the cosine of the same text alone and among seven others was 0.994 in the mean and 0.989 at
/// worst. One by one, a text has one vector, to the bit, at 0.9 of the speed for lines and the same
/// for scenes.
public final class OnnxEmbedder implements Embedder, TokenVectors {
  private static final Pattern END = Pattern.compile("[\\s。．.！!？?，,；;…~～]+$");

  private final Loaded model;
  private final int dimensions;
  private final String instruction;
  private final UnaryOperator<String> prepared;

  private OnnxEmbedder(Source source, OnnxOptions options, String instruction) {
    this(source, options, instruction, UnaryOperator.identity());
  }

  private OnnxEmbedder(
      Source source, OnnxOptions options, String instruction, UnaryOperator<String> prepared) {
    this.model = new Loaded(source, options);
    this.dimensions = source.dimensions();
    this.instruction = instruction;
    this.prepared = prepared;
  }

  /// bge-small-zh-v1.5 in int8, 512 dimensions; from the class path.
  public static OnnxEmbedder chinese(OnnxOptions options) {
    return new OnnxEmbedder(
        Source.packed("bge-small-zh-v1.5", 512, options.folder()), options, "为这个句子生成表示以用于检索相关文章：");
  }

  /// bge-small-en-v1.5 in int8, 384 dimensions; from the class path.
  public static OnnxEmbedder english(OnnxOptions options) {
    return new OnnxEmbedder(
        Source.packed("bge-small-en-v1.5", 384, options.folder()),
        options,
        "Represent this sentence for searching relevant passages: ");
  }

  /// For Chinese, taught to bring a question near to what answers it in other words: `我娘拜什么` and
  /// `初一十五吃素` (`bench/embed/teach.py`). It began as bge-small-zh-v1.5 and has its vocabulary and
  /// dimensions; questions need no instruction. The marks at the end of a text are left out: what
  /// it was taught with hardly has any, and with a `？` or a `。` on one side alone the cosine of a
  /// question and its answer falls from 0.7 to 0.5.
  public static OnnxEmbedder answering(OnnxOptions options) {
    return new OnnxEmbedder(
        Source.own("answers-zh", 512, options.folder()), options, "", OnnxEmbedder::withoutEnd);
  }

  private static String withoutEnd(String text) {
    String bare = END.matcher(text).replaceFirst("");
    return bare.isBlank() ? text : bare;
  }

  /// Another uncased BERT.
  ///
  /// @param name names weights and arithmetic
  /// @param model an ONNX file that gives `last_hidden_state` first
  /// @param tokenizer a `tokenizer.json` with a WordPiece vocabulary
  public static OnnxEmbedder of(String name, Path model, Path tokenizer, OnnxOptions options) {
    return new OnnxEmbedder(Source.files(name, model, tokenizer), options, "");
  }

  /// Begins to load on a thread of its own and returns at once. A model that does not load fails at
  /// its first use.
  public OnnxEmbedder warm() {
    model.warm();
    return this;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public int dimensions() {
    return dimensions > 0 ? dimensions : model.with(Encoder::dimensions);
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream()
        .map(prepared)
        .map(text -> model.with(e -> Vectors.first(e.encode(text), e.dimensions())))
        .toList();
  }

  /// With the instruction that its makers put before questions.
  @Override
  public float[] question(String text) {
    return embed(List.of(text.isBlank() ? text : instruction + text)).getFirst();
  }

  @Override
  public List<Tokens> tokens(List<String> texts) {
    return texts.stream().map(text -> model.with(e -> Vectors.tokens(e.encode(text)))).toList();
  }

  @Override
  public int tokens(String text) {
    return model.with(e -> e.count(text));
  }

  /// Waits for the texts that are in the model, then frees it. Later uses fail.
  @Override
  public void close() {
    model.close();
  }
}
