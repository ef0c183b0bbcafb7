"""The same decoders in numpy, weights as plain numbers, no activation ever rounded: what a file means.

It shares no code with llama.cpp and none with the engine, so the fixtures rest on two witnesses."""

import gguf
import numpy as np

f32 = np.float32


class Exact:
    def __init__(self, path, activation=lambda name, x: x):
        """activation: applied to the input of each matrix product, to imitate what another engine rounds"""
        reader = gguf.GGUFReader(path)
        self.fields = {k: f.contents() for k, f in reader.fields.items() if not k.startswith("tokenizer.")}
        self.architecture = self.fields["general.architecture"]
        self.tensors = {t.name: t for t in reader.tensors}
        self.weights = {}
        self.activation = activation

    def key(self, name, default=None):
        return self.fields.get(f"{self.architecture}.{name}", default)

    def weight(self, name):
        if name not in self.weights:
            t = self.tensors[name]
            shape = [int(n) for n in reversed(t.shape)]
            self.weights[name] = gguf.quants.dequantize(t.data, t.tensor_type).astype(f32).reshape(shape)
        return self.weights[name]

    def product(self, name, x):
        y = self.activation(name, x) @ self.weight(name + ".weight").T
        return y + self.weight(name + ".bias") if name + ".bias" in self.tensors else y

    def norm(self, name, x):
        scale = np.sqrt(np.mean(x.astype(np.float64) ** 2, -1, keepdims=True) + self.key("attention.layer_norm_rms_epsilon"))
        return (x / scale).astype(f32) * self.weight(name + ".weight")

    def turn(self, x, base, halves):
        """Rotary positions on x [position, head, size]; pairs are the two halves of a head, or neighbours."""
        positions, _, size = x.shape
        angle = np.arange(positions)[:, None] * base ** (-np.arange(0, size, 2) / size)
        if "rope_freqs.weight" in self.tensors:
            angle = angle / self.weight("rope_freqs.weight")
        cos, sin = np.cos(angle)[:, None, :], np.sin(angle)[:, None, :]
        y = np.empty_like(x)
        a, b = (slice(0, size // 2), slice(size // 2, size)) if halves else (slice(0, size, 2), slice(1, size, 2))
        y[..., a] = x[..., a] * cos - x[..., b] * sin
        y[..., b] = x[..., a] * sin + x[..., b] * cos
        return y

    def attention(self, layer, x):
        n, gemma = len(x), self.architecture == "gemma3"
        heads, shared = self.key("attention.head_count"), self.key("attention.head_count_kv")
        size = self.key("attention.key_length", self.key("embedding_length") // heads)
        q = self.product(f"blk.{layer}.attn_q", x).reshape(n, heads, size)
        k = self.product(f"blk.{layer}.attn_k", x).reshape(n, shared, size)
        v = self.product(f"blk.{layer}.attn_v", x).reshape(n, shared, size)
        if f"blk.{layer}.attn_q_norm.weight" in self.tensors:
            q, k = self.norm(f"blk.{layer}.attn_q_norm", q), self.norm(f"blk.{layer}.attn_k_norm", k)
        near = gemma and layer % 6 < 5
        base = self.key("rope.freq_base_swa", 10000.0) if near else self.key("rope.freq_base", 10000.0)
        halves = self.architecture not in ("llama", "minicpm")
        q, k = self.turn(q, base, halves), self.turn(k, base, halves)
        k, v = np.repeat(k, heads // shared, 1), np.repeat(v, heads // shared, 1)
        scores = np.einsum("qhd,khd->hqk", q, k) / f32(np.sqrt(size))
        distance = np.arange(n)[:, None] - np.arange(n)[None, :]
        window = self.key("attention.sliding_window") if near else n
        scores = np.where((distance >= 0) & (distance < window), scores, -np.inf)
        p = np.exp(scores - scores.max(-1, keepdims=True))
        p /= p.sum(-1, keepdims=True)
        return self.product(f"blk.{layer}.attn_output", np.einsum("hqk,khd->qhd", p, v).reshape(n, -1))

    def feed(self, layer, x):
        gate, up = self.product(f"blk.{layer}.ffn_gate", x), self.product(f"blk.{layer}.ffn_up", x)
        if self.architecture == "gemma3":
            gate = gate * 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (gate + 0.044715 * gate**3)))
        else:
            gate = gate / (1 + np.exp(-gate))
        return self.product(f"blk.{layer}.ffn_down", (gate * up).astype(f32))

    def logits(self, ids):
        """Logits [position, token] after each of the tokens."""
        gemma = self.architecture == "gemma3"
        x = self.weight("token_embd.weight")[ids]
        if gemma:
            x = x * f32(np.sqrt(x.shape[1]))
        x = x * f32(self.key("embedding_scale", 1.0))
        residual = f32(self.key("residual_scale", 1.0))
        for layer in range(self.key("block_count")):
            y = self.attention(layer, self.norm(f"blk.{layer}.attn_norm", x))
            x = x + residual * (self.norm(f"blk.{layer}.post_attention_norm", y) if gemma else y)
            y = self.feed(layer, self.norm(f"blk.{layer}.ffn_norm", x))
            x = x + residual * (self.norm(f"blk.{layer}.post_ffw_norm", y) if gemma else y)
        out = "output" if "output.weight" in self.tensors else "token_embd"
        return self.product(out, self.norm("output_norm", x)) / f32(self.key("logit_scale", 1.0))


def log_probabilities(logits):
    x = np.asarray(logits, np.float64)
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))
