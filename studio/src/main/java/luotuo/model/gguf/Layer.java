package luotuo.model.gguf;

import luotuo.model.gguf.Weights.Linear;
import org.jspecify.annotations.Nullable;

/// The weights of one layer.
///
/// @param queryNorm `[headSize]`, where heads are normed; so is `keyNorm`
/// @param behindAttention `[hidden]`, where what is added is normed; so is `behindFeed`
record Layer(
    float[] attentionNorm,
    Linear query,
    Linear key,
    Linear value,
    float @Nullable [] queryNorm,
    float @Nullable [] keyNorm,
    Linear output,
    float @Nullable [] behindAttention,
    float[] feedNorm,
    Linear gate,
    Linear up,
    Linear down,
    float @Nullable [] behindFeed) {

  static Layer of(int index, Architecture shape, Weights weights) {
    String at = "blk." + index + ".";
    int hidden = shape.hidden();
    int inner = shape.inner();
    boolean heads = shape.family().headNorms();
    boolean behind = shape.family().normsBehind();
    return new Layer(
        weights.vector(at + "attn_norm.weight", hidden),
        weights.linear(at + "attn_q", hidden, shape.querySize()),
        weights.linear(at + "attn_k", hidden, shape.keySize()),
        weights.linear(at + "attn_v", hidden, shape.keySize()),
        heads ? weights.vector(at + "attn_q_norm.weight", shape.headSize()) : null,
        heads ? weights.vector(at + "attn_k_norm.weight", shape.headSize()) : null,
        weights.linear(at + "attn_output", shape.querySize(), hidden),
        behind ? weights.vector(at + "post_attention_norm.weight", hidden) : null,
        weights.vector(at + "ffn_norm.weight", hidden),
        weights.linear(at + "ffn_gate", hidden, inner),
        weights.linear(at + "ffn_up", hidden, inner),
        weights.linear(at + "ffn_down", inner, hidden),
        behind ? weights.vector(at + "post_ffw_norm.weight", hidden) : null);
  }
}
