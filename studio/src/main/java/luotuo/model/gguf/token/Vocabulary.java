package luotuo.model.gguf.token;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Set;
import luotuo.model.gguf.file.Metadata;

/// The tokens of a file: their texts, what they are for, and which of them have a part to play.
///
/// @param texts as the file writes them; a token's id is its place
/// @param kinds of each token
final class Vocabulary {
  private static final String TOKENS = "tokenizer.ggml.tokens";
  private static final String TYPES = "tokenizer.ggml.token_type";

  /// Chars of a token; longer ones occur only in files made to hang.
  private static final int LONGEST = 1024;

  /// Tokens with these texts are control tokens, whatever the file says: files are made that call
  /// them normal, and text from outside must never end a turn.
  private static final Set<String> ENDS =
      Set.of(
          "<|im_end|>",
          "<end_of_turn>",
          "<|eot_id|>",
          "<|eom_id|>",
          "<|endoftext|>",
          "<|end_of_text|>");

  private final Metadata metadata;
  private final String[] texts;
  private final Kind[] kinds;

  /// @throws luotuo.job.Failure `model.gguf.key` where lists are missing or do not fit together
  Vocabulary(Metadata metadata) {
    this.metadata = metadata;
    texts = metadata.texts(TOKENS).orElseThrow(() -> metadata.wrong(TOKENS));
    if (texts.length == 0 || Arrays.stream(texts).anyMatch(text -> text.length() > LONGEST)) {
      throw metadata.wrong(TOKENS);
    }
    kinds = kinds(metadata, texts);
  }

  private static Kind[] kinds(Metadata metadata, String[] texts) {
    long[] types = metadata.integers(TYPES).orElse(new long[0]);
    if (types.length > 0 && types.length != texts.length) {
      throw metadata.wrong(TYPES);
    }
    Kind[] kinds = new Kind[texts.length];
    for (int i = 0; i < kinds.length; i++) {
      Kind kind = types.length == 0 ? Kind.NORMAL : Kind.of(types[i]);
      if (kind == null) {
        throw metadata.wrong(TYPES);
      }
      kinds[i] = ENDS.contains(texts[i]) ? Kind.CONTROL : kind;
    }
    return kinds;
  }

  int size() {
    return texts.length;
  }

  String text(int id) {
    return texts[id];
  }

  Kind kind(int id) {
    return kinds[id];
  }

  /// @return the token that a key of the metadata names; none where the key is missing
  /// @throws luotuo.job.Failure `model.gguf.key` where there is no such token
  OptionalInt named(String key) {
    var id = metadata.integer(key);
    if (id.isEmpty()) {
      return OptionalInt.empty();
    }
    if (id.getAsLong() < 0 || id.getAsLong() >= texts.length) {
      throw metadata.wrong(key);
    }
    return OptionalInt.of((int) id.getAsLong());
  }

  /// The tokens that end a reply: those that the file names, and those known by their text.
  BitSet ends() {
    var ends = new BitSet();
    named("tokenizer.ggml.eos_token_id").ifPresent(ends::set);
    named("tokenizer.ggml.eot_token_id").ifPresent(ends::set);
    named("tokenizer.ggml.eom_token_id").ifPresent(ends::set);
    for (int id = 0; id < texts.length; id++) {
      boolean known = ENDS.contains(texts[id]) || texts[id].equals("</s>");
      if (kinds[id] == Kind.CONTROL && known) {
        ends.set(id);
      }
    }
    return ends;
  }

  /// Texts that are one token wherever they stand.
  ///
  /// @param marks with the control tokens
  Trie whole(boolean marks) {
    var trie = new Trie();
    for (int id = 0; id < texts.length; id++) {
      boolean wanted = kinds[id] == Kind.USER_DEFINED || marks && kinds[id].isMark();
      if (wanted && !texts[id].isEmpty()) {
        trie.put(texts[id], id);
      }
    }
    return trie;
  }
}
