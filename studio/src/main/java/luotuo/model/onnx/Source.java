package luotuo.model.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a model comes from. Nothing is read or unpacked before it is asked for.
///
/// @param name names weights and arithmetic
/// @param dimensions length of a vector, or 0 where the model has to be asked
/// @param model the ONNX file
/// @param vocabulary the tokens that it knows
record Source(String name, int dimensions, Reading<Path> model, Reading<Vocabulary> vocabulary) {
  /// Something that is read from disk.
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }

  /// The int8 weights in a jar, unpacked into `folder` at the first use. The vocabulary is unpacked
  /// as a list: reading that takes 25 ms of CPU time in a fresh JVM, and 250 ms as JSON, most of
  /// them for waking the JSON library.
  static Source packed(String model, int dimensions, Path folder) {
    var weights = model + "-q.onnx";
    var tokenizer = model + "-q-tokenizer.json";
    return new Source(
        model + "-int8",
        dimensions,
        () -> Packed.of(weights).unpack(folder, ".onnx"),
        () -> list(Packed.of(tokenizer).unpack(folder, ".txt", Source::tokenizerToList)));
  }

  /// Weights in the program's own jar, with the vocabulary of bge-small-zh, as which they began.
  /// They use seven of the eight bits: with all of them processors without VNNI cut sums off, and
  /// the same text has another vector there.
  static Source own(String model, int dimensions, Path folder) {
    var tokenizer = "bge-small-zh-v1.5-q-tokenizer.json";
    return new Source(
        model + "-int7",
        dimensions,
        () -> Packed.of("luotuo/model/" + model + ".onnx").unpack(folder, ".onnx"),
        () -> list(Packed.of(tokenizer).unpack(folder, ".txt", Source::tokenizerToList)));
  }

  static Source files(String name, Path model, Path tokenizer) {
    return new Source(
        name, 0, () -> model, () -> Vocabulary.ofTokenizer(Files.readString(tokenizer)));
  }

  private static Vocabulary list(Path file) throws IOException {
    return Vocabulary.ofList(Files.readString(file));
  }

  private static byte[] tokenizerToList(byte[] tokenizer) {
    return Vocabulary.ofTokenizer(new String(tokenizer, UTF_8)).list().getBytes(UTF_8);
  }
}
