"""Tiny models with random weights, one for each architecture and weight form.

A file is decided by (architecture, form, seed) alone; luotuo.model.gguf.RandomModel in the tests of
`studio` writes the same bytes, so the files need not be kept.

    python random_model.py ARCHITECTURE FORM SEED FILE

Weights. Each tensor has its own stream of 64-bit numbers: SplitMix64 that starts at
seed XOR FNV-1a-64(name). A weight of F32 is k · (amplitude / 2^23), k being the upper 24 bits of a number
less 2^23; F16 and BF16 are the nearest to that, ties to even. The other forms take the stream's bytes, eight
of a number from the lowest on, as their blocks; then each scale of a block, in the order of `SCALES`, is
replaced by base · (0.75 + (r mod 2^15) / 2^16) as F16, r being the two random bytes that stood there; a
scale that is the only one of its block is negative where r ≥ 2^15.
"""

import math
import sys

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Type

ARCHITECTURES = ("llama", "qwen2", "qwen3", "gemma3", "minicpm")
FORMS = ("F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q4_K", "Q5_K", "Q6_K")
SEED = 20260

f32 = np.float32

# Where the scales of a block stand and their base as a multiple of the amplitude; quants are centred by
# the second one, and the multiples make the spread about that of a uniform weight of this amplitude.
SCALES = {
    "Q8_0": ((0, 1 / 128),),
    "Q4_0": ((0, 1 / 8),),
    "Q4_1": ((0, 1 / 8), (2, -7.5 / 8)),
    "Q5_0": ((0, 1 / 16),),
    "Q5_1": ((0, 1 / 16), (2, -15.5 / 16)),
    "Q4_K": ((0, 1 / 512), (2, 7.5 / 512)),
    "Q5_K": ((0, 1 / 1024), (2, 15.5 / 1024)),
    "Q6_K": ((208, 1 / 3072),),
}


class Shape:
    """The dials of an architecture: a head's size where it is not hidden / heads; an embedding that is the
    output too where tied. The gains keep logits apart by about one, so that the 8 bits of llama.cpp's
    activations move a log-probability by less than 0.05."""

    def __init__(self, architecture, hidden=256, layers=2, heads=4, shared=2, size=None, feed=512, vocabulary=320,
                 context=512, window=None, tied=False, epsilon=1e-6, base=10000.0, scales=(), embedding=16.0, output=0.75):
        self.architecture, self.hidden, self.layers = architecture, hidden, layers
        self.heads, self.shared, self.feed = heads, shared, feed
        self.key_length, self.size = size, size or hidden // heads
        self.vocabulary, self.context, self.window, self.tied = vocabulary, context, window, tied
        self.epsilon, self.base, self.scales = epsilon, base, scales
        self.embedding, self.output = embedding, output
        self.biases = architecture == "qwen2"
        self.head_norms = architecture in ("qwen3", "gemma3")
        self.post_norms = architecture == "gemma3"


TINY = {
    "llama": Shape("llama", layers=3, epsilon=1e-5),
    "qwen2": Shape("qwen2", tied=True, base=1e6, embedding=0.6),
    "qwen3": Shape("qwen3", size=128, base=1e6),
    "gemma3": Shape("gemma3", layers=7, shared=1, size=128, window=16, tied=True, base=1e6, embedding=0.4),
    "minicpm": Shape("minicpm", epsilon=1e-5, embedding=2.0, output=1.5, scales=(
        ("embedding_scale", 12.0), ("residual_scale", 0.75), ("logit_scale", 2.0))),
}


def stream(seed, name, count):
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    with np.errstate(over="ignore"):
        z = np.uint64(seed ^ h) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def numbers(seed, name, count, amplitude, centre=0.0):
    k = (stream(seed, name, count) >> np.uint64(40)).astype(np.int64) - 2**23
    return f32(centre) + k.astype(f32) * (f32(amplitude) / f32(2**23))


def blocks(seed, name, form, count, amplitude):
    size, width = gguf.GGML_QUANT_SIZES[Type[form]]
    total = count // size * width
    data = stream(seed, name, -(-total // 8)).view(np.uint8)[:total].reshape(-1, width).copy()
    for offset, multiple in SCALES[form]:
        r = data[:, offset:offset + 2].copy().view("<u2")[:, 0]
        scale = f32(amplitude) * f32(multiple) * (f32(0.75) + (r & 0x7FFF).astype(f32) / f32(65536))
        if len(SCALES[form]) == 1:
            scale = np.where(r >> 15, -scale, scale)
        data[:, offset:offset + 2] = scale.astype("<f2").view(np.uint8).reshape(-1, 2)
    return data


def matrix(seed, name, form, rows, columns, gain):
    amplitude = f32(gain * math.sqrt(3.0 / columns))
    if form in SCALES:
        return blocks(seed, name, form, rows * columns, amplitude).reshape(rows, -1)
    x = numbers(seed, name, rows * columns, amplitude).reshape(rows, columns)
    if form == "F16":
        return x.astype(np.float16)
    if form == "BF16":
        return gguf.quants.quantize(x, Type.BF16)
    return x


def tensors(shape, form, seed, embedding):
    """(name, array, form) in the order of the file; embedding is the form of the first one."""
    q, kv = shape.heads * shape.size, shape.shared * shape.size

    def weights(name, rows, columns, gain, form=form):
        return name, matrix(seed, name, form, rows, columns, gain), form

    def vector(name, size, amplitude=0.25, centre=1.0):
        return name, numbers(seed, name, size, amplitude, centre), "F32"

    yield weights("token_embd.weight", shape.vocabulary, shape.hidden, shape.embedding, embedding or form)
    for layer in range(shape.layers):
        b = f"blk.{layer}."
        yield vector(b + "attn_norm.weight", shape.hidden)
        for part, rows, gain in (("q", q, 1.0), ("k", kv, 1.0), ("v", kv, 1.0)):
            yield weights(f"{b}attn_{part}.weight", rows, shape.hidden, gain)
            if shape.biases:
                yield vector(f"{b}attn_{part}.bias", rows, 0.5, 0.0)
        if shape.head_norms:
            yield vector(b + "attn_q_norm.weight", shape.size)
            yield vector(b + "attn_k_norm.weight", shape.size)
        yield weights(b + "attn_output.weight", shape.hidden, q, 1.0)
        if shape.post_norms:
            yield vector(b + "post_attention_norm.weight", shape.hidden, 0.25, 0.5)
        yield vector(b + "ffn_norm.weight", shape.hidden)
        yield weights(b + "ffn_gate.weight", shape.feed, shape.hidden, 1.0)
        yield weights(b + "ffn_up.weight", shape.feed, shape.hidden, 1.0)
        yield weights(b + "ffn_down.weight", shape.hidden, shape.feed, 1.0)
        if shape.post_norms:
            yield vector(b + "post_ffw_norm.weight", shape.hidden, 0.25, 0.5)
    yield vector("output_norm.weight", shape.hidden)
    if not shape.tied:
        yield weights("output.weight", shape.vocabulary, shape.hidden, shape.output)


def visible(byte):
    """The character that stands for a byte in GPT-2's vocabulary."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    return chr(byte) if byte in plain else chr(256 + [b for b in range(256) if b not in plain].index(byte))


PAIRS = [a + b for a in "aeiou" for b in "nrst"]
CONTROL, NORMAL, BYTE = gguf.TokenType.CONTROL, gguf.TokenType.NORMAL, gguf.TokenType.BYTE


def byte_level(writer, shape, pre, spare):
    marks = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    tokens = marks + [visible(b) for b in range(256)] + PAIRS
    tokens += [f"<|spare_{n}|>" for n in range(shape.vocabulary - len(tokens))]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list(tokens)
    last = 259 + len(PAIRS)
    writer.add_token_types([CONTROL if n < 3 else NORMAL if n < last else spare for n in range(len(tokens))])
    writer.add_token_merges([f"{p[0]} {p[1]}" for p in PAIRS])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_bos_token(False)


def sentence_pieces(writer, shape, spare):
    marks = ["<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>"]
    pieces = ["▁"] + PAIRS + [chr(c) for c in range(ord("a"), ord("z") + 1)]
    tokens = marks + [f"<0x{b:02X}>" for b in range(256)] + pieces
    tokens += [f"<spare_{n}>" for n in range(shape.vocabulary - len(tokens))]
    first, last = len(marks) + 256, len(marks) + 256 + len(pieces)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_scores([float(first - n) if first <= n < last else 0.0 for n in range(len(tokens))])
    kinds = [CONTROL] * len(marks) + [BYTE] * 256 + [NORMAL] * len(pieces)
    writer.add_token_types(kinds + [spare] * (len(tokens) - len(kinds)))
    writer.add_bos_token_id(2)
    writer.add_eos_token_id(1)
    writer.add_unk_token_id(3)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)


def write(path, shape, form, seed, embedding=None, spare=CONTROL):
    """spare: the kind of the tokens that fill the vocabulary"""
    writer = gguf.GGUFWriter(path, shape.architecture)
    writer.add_block_count(shape.layers)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.hidden)
    writer.add_feed_forward_length(shape.feed)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.shared)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_rope_freq_base(shape.base)
    if shape.key_length:
        writer.add_key_length(shape.key_length)
        writer.add_value_length(shape.key_length)
    else:
        writer.add_rope_dimension_count(shape.size)
    if shape.window:
        writer.add_sliding_window(shape.window)
    for key, value in shape.scales:
        writer.add_float32(f"{shape.architecture}.{key}", value)
    if shape.architecture == "gemma3":
        sentence_pieces(writer, shape, spare)
    else:
        byte_level(writer, shape, "qwen2" if shape.architecture.startswith("qwen") else "smollm", spare)
    for name, data, kind in tensors(shape, form, seed, embedding):
        writer.add_tensor(name, data, raw_dtype=Type[kind])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    architecture, form, seed, file = sys.argv[1:]
    write(file, TINY[architecture], form, int(seed))
