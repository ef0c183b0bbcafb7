package luotuo.model.gguf.token;

import java.util.OptionalInt;
import luotuo.job.Failure;
import luotuo.model.gguf.file.Metadata;

/// The tokenizers of files.
///
/// Byte-level byte pairs (`gpt2`) with the pre-tokenizers in `PreTokenizer`, and SentencePiece's
/// byte pairs (`llama`). They give the tokens that llama.cpp gives, with three differences that
/// keep texts whole and apart: control tokens are never made from the outside's text, not even
/// piece by piece; a character `▁` comes back as it was; half of a surrogate pair is read as
/// U+FFFD.
public final class Tokenizers {
  private static final String MODEL = "tokenizer.ggml.model";
  private static final String PRE = "tokenizer.ggml.pre";
  private static final String BEGIN = "tokenizer.ggml.bos_token_id";

  private Tokenizers() {}

  /// @throws Failure `model.gguf.tokenizer` for a kind of tokenizer or pre-tokenizer that is not
  ///   known, `model.gguf.key` for an entry that is missing or makes no sense
  public static Tokenizer of(Metadata metadata) {
    String model = metadata.text(MODEL).orElseThrow(() -> metadata.wrong(MODEL));
    return switch (model) {
      case "gpt2" -> bytePairs(metadata);
      case "llama" -> sentencePieces(metadata);
      default -> throw Failure.of("model.gguf.tokenizer", metadata.file(), model);
    };
  }

  private static Tokenizer bytePairs(Metadata metadata) {
    String name = metadata.text(PRE).orElse("default");
    PreTokenizer words =
        PreTokenizer.named(name)
            .orElseThrow(() -> Failure.of("model.gguf.tokenizer", metadata.file(), name));
    var vocabulary = new Vocabulary(metadata);
    byte[][] bytes = new byte[vocabulary.size()][];
    for (int id = 0; id < bytes.length; id++) {
      bytes[id] = BytePairs.bytes(vocabulary, id);
    }
    var pieces = new BytePairs(metadata, vocabulary, bytes, words);
    OptionalInt begin = begin(metadata, vocabulary, words.begins());
    return new FileTokenizer(vocabulary, bytes, pieces, begin);
  }

  private static Tokenizer sentencePieces(Metadata metadata) {
    var vocabulary = new Vocabulary(metadata);
    byte[][] bytes = new byte[vocabulary.size()][];
    for (int id = 0; id < bytes.length; id++) {
      bytes[id] = SentencePieces.bytes(vocabulary, id);
    }
    var pieces = new SentencePieces(metadata, vocabulary);
    return new FileTokenizer(vocabulary, bytes, pieces, begin(metadata, vocabulary, true));
  }

  private static OptionalInt begin(Metadata metadata, Vocabulary vocabulary, boolean otherwise) {
    boolean wanted = metadata.flag("tokenizer.ggml.add_bos_token", otherwise);
    OptionalInt begin = vocabulary.named(BEGIN);
    return wanted ? begin : OptionalInt.empty();
  }
}
