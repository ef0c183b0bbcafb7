package luotuo.model.gguf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The families of models that the decoder knows, and in what their arithmetic differs. The names
/// are those of `general.architecture`.
enum Family {
  /// SmolLM, Mistral and many others; rotates neighbours.
  LLAMA(true, false),
  /// As llama, with scales for embedding, residual and logits.
  MINICPM(true, false),
  QWEN2(false, false),
  /// As qwen2, with heads normed.
  QWEN3(false, true),
  /// Heads normed, norms behind attention and feed-forward, GELU, most layers with a window.
  GEMMA3(false, true);

  private final boolean neighbours;
  private final boolean headNorms;

  Family(boolean neighbours, boolean headNorms) {
    this.neighbours = neighbours;
    this.headNorms = headNorms;
  }

  /// Whether positions rotate weights 2i and 2i + 1 of a head together, or i and i + half.
  boolean neighbours() {
    return neighbours;
  }

  /// Whether each head's query and key are normed before they are rotated.
  boolean headNorms() {
    return headNorms;
  }

  /// Whether what attention and feed-forward bring is normed before it is added.
  boolean normsBehind() {
    return this == GEMMA3;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<Family> of(String id) {
    return Arrays.stream(values()).filter(family -> family.id().equals(id)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(Family::id).collect(Collectors.joining(", "));
  }
}
