"""Fixtures of tokenizers: texts, small vocabularies of our own, and the tokens that llama.cpp makes.

    python bench/reference/tokens.py LIBRARIES [MODELS]

LIBRARIES is a folder with llama.cpp's shared libraries (npm's @node-llama-cpp/linux-x64 has them), MODELS
one with the models of `.ci/models.sh`. Needs PyPI's gguf, numpy, tokenizers, sentencepiece. Writes to
studio/src/test/resources/gguf/tokens:

- texts.bin.gz: for each text its length in bytes (4 bytes, big endian) and its bytes;
- pairs.gguf.gz, pieces.gguf.gz: a byte-level and a SentencePiece vocabulary, trained here on texts made here;
- NAME.txt.gz: for each text, `count:crc32` of its tokens as little-endian integers, first with the texts of
  control tokens left as text, then as control tokens.

Says where tokenizers (the library) makes other tokens than llama.cpp of the same vocabulary.
"""

import ctypes
import glob
import gzip
import io
import json
import os
import struct
import sys
import zlib

import gguf
import sentencepiece
import tokenizers
from texts import texts, training

OUT = os.path.join(os.path.dirname(__file__), "../../studio/src/test/resources/gguf/tokens")
TYPES = gguf.TokenType
LETTERS = r"[^\r\n\p{L}\p{N}]?\p{L}+"
REST = r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
SHORT = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|"
GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
FAMILIES = {
    "gpt-2": [GPT2],
    "smollm": [r"\p{N}", GPT2],
    "qwen2": [SHORT + LETTERS + r"|\p{N}|" + REST],
    "llama-bpe": [SHORT + LETTERS + r"|\p{N}{1,3}|" + REST],
    "default": None,
}


class Parameters(ctypes.Structure):
    """llama_model_params, larger than it is: the callee reads what it knows."""

    _fields_ = [("bytes", ctypes.c_uint8 * 1024)]


class Llama:
    VOCAB_ONLY = 72  # offset of the flag, found by looking at the defaults: the first flags are 0 1

    def __init__(self, folder):
        for name in ("libggml-base", "libggml", "libllama"):
            found = [f for f in sorted(glob.glob(folder + f"/{name}.*so*") + glob.glob(folder + f"/{name}.so"))]
            self.lib = ctypes.CDLL(found[0], mode=ctypes.RTLD_GLOBAL)
        lib = self.lib
        pointer = ctypes.c_void_p
        lib.llama_model_default_params.restype = Parameters
        lib.llama_model_load_from_file.restype = pointer
        lib.llama_model_load_from_file.argtypes = [ctypes.c_char_p, Parameters]
        lib.llama_model_get_vocab.restype = pointer
        lib.llama_model_get_vocab.argtypes = [pointer]
        lib.llama_tokenize.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int32, pointer, ctypes.c_int32, ctypes.c_bool, ctypes.c_bool]
        self.quiet = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, pointer)(lambda *_: None)
        lib.llama_log_set(self.quiet, None)
        lib.llama_backend_init()

    def vocabulary(self, path):
        parameters = self.lib.llama_model_default_params()
        parameters.bytes[self.VOCAB_ONLY] = 1
        model = self.lib.llama_model_load_from_file(path.encode(), parameters)
        assert model, path
        return self.lib.llama_model_get_vocab(model)

    def encode(self, vocabulary, text, marks):
        data = text.encode()
        ids = (ctypes.c_int32 * (len(data) + 16))()
        count = self.lib.llama_tokenize(vocabulary, data, len(data), ids, len(ids), False, marks)
        assert count >= 0, text
        return list(ids[:count])


def pack(name, data):
    os.makedirs(OUT, exist_ok=True)
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(data)
    open(os.path.join(OUT, name), "wb").write(buffer.getvalue())


def row(ids):
    return f"{len(ids)}:{zlib.crc32(struct.pack(f'<{len(ids)}i', *ids)):08x}"


def fixture(name, llama, path, made):
    vocabulary = llama.vocabulary(path)
    plain = [llama.encode(vocabulary, t, False) for t in made]
    marked = [llama.encode(vocabulary, t, True) for t in made]
    pack(name + ".txt.gz", "".join(f"{row(a)} {row(b)}\n" for a, b in zip(plain, marked)).encode())
    return plain, marked


def writer(path, model, tokens, types, scores=None, merges=None, **flags):
    w = gguf.GGUFWriter(path, "llama")
    w.add_context_length(64)
    w.add_embedding_length(8)
    w.add_block_count(1)
    w.add_feed_forward_length(8)
    w.add_head_count(1)
    w.add_layer_norm_rms_eps(1e-5)
    w.add_tokenizer_model(model)
    w.add_token_list(tokens)
    w.add_token_types(types)
    if scores:
        w.add_token_scores(scores)
    if merges:
        w.add_token_merges(merges)
    for key, value in flags.items():
        if isinstance(value, bool):
            w.add_bool("tokenizer.ggml." + key, value)
        elif isinstance(value, int):
            w.add_uint32("tokenizer.ggml." + key, value)
        else:
            w.add_string("tokenizer.ggml." + key, value)
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()


MARKS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
DEFINED = ["<think>", "\n\n\n\n", "[INST]"]


def pairs():
    """Trained without words, so that a wrong cut between words shows in the tokens."""
    t = tokenizers.Tokenizer(tokenizers.models.BPE())
    t.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    trainer = tokenizers.trainers.BpeTrainer(
        vocab_size=4000, max_token_length=14, initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    t.train_from_iterator([x for line in training() for x in line.split("。")], trainer)
    model = json.loads(t.to_str())["model"]
    return model["vocab"], [tuple(m) for m in model["merges"]]


def pairs_file(path, pre, vocab, merges):
    tokens = sorted(vocab, key=vocab.get) + MARKS + DEFINED
    types = [TYPES.NORMAL] * len(vocab) + [TYPES.CONTROL] * len(MARKS) + [TYPES.USER_DEFINED] * len(DEFINED)
    first = len(vocab)
    writer(path, "gpt2", tokens, types, merges=[" ".join(m) for m in merges], pre=pre, add_bos_token=False,
           bos_token_id=first, eos_token_id=first + 2, padding_token_id=first)


def library(steps, vocab, merges):
    t = tokenizers.Tokenizer(tokenizers.models.BPE(vocab=vocab, merges=merges, ignore_merges=r"{1,3}" in steps[0]))
    cut = [tokenizers.pre_tokenizers.Split(tokenizers.Regex(s), "isolated") for s in steps]
    t.pre_tokenizer = tokenizers.pre_tokenizers.Sequence(cut + [tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    t.add_tokens([tokenizers.AddedToken(x, special=True, normalized=False) for x in MARKS + DEFINED])
    return t


def pieces(folder):
    with open(folder + "/training.txt", "w") as f:
        f.write("\n".join(training(8000)))
    sentencepiece.SentencePieceTrainer.train(
        input=folder + "/training.txt", model_prefix=folder + "/pieces", model_type="bpe", vocab_size=3000, byte_fallback=True, character_coverage=0.99,
        split_digits=False, normalization_rule_name="identity", remove_extra_whitespaces=False, add_dummy_prefix=False,
        allow_whitespace_only_pieces=True, user_defined_symbols=["<think>", "[INST]"], num_threads=1, minloglevel=2,
        control_symbols=["<start_of_turn>", "<end_of_turn>"])
    return sentencepiece.SentencePieceProcessor(model_file=folder + "/pieces.model")


def pieces_file(path, sp, prefix):
    n = sp.get_piece_size()
    kind = lambda i: (TYPES.BYTE if sp.is_byte(i) else TYPES.UNKNOWN if sp.is_unknown(i) else TYPES.CONTROL if sp.is_control(i)
                      else TYPES.USER_DEFINED if sp.id_to_piece(i) in ("<think>", "[INST]") else TYPES.NORMAL)
    writer(path, "llama", [sp.id_to_piece(i) for i in range(n)], [kind(i) for i in range(n)], scores=[sp.get_score(i) for i in range(n)],
           pre="default", bos_token_id=1, eos_token_id=2, unknown_token_id=0, add_bos_token=True, add_space_prefix=prefix)


def main(libraries, models=None, folder="/tmp/luotuo-tokens"):
    os.makedirs(folder, exist_ok=True)
    llama = Llama(libraries)
    made = texts()
    pack("texts.bin.gz", b"".join(struct.pack(">i", len(t.encode())) + t.encode() for t in made))
    vocab, merges = pairs()
    for pre, steps in FAMILIES.items():
        path = f"{folder}/{pre}.gguf"
        pairs_file(path, pre, vocab, merges)
        _, marked = fixture("pairs-" + pre, llama, path, made)
        if steps:
            other = library(steps, vocab, merges)
            different = [i for i, t in enumerate(made) if other.encode(t).ids != marked[i]]
            print(pre, "the library differs on", len(different), [made[i][:60] for i in different[:5]])
    pack("pairs.gguf.gz", open(f"{folder}/gpt-2.gguf", "rb").read())
    sp = pieces(folder)
    for prefix in (True, False):
        path = f"{folder}/pieces-{prefix}.gguf"
        pieces_file(path, sp, prefix)
        plain, _ = fixture("pieces-space" if prefix else "pieces", llama, path, made)
        if not prefix:
            different = [i for i, t in enumerate(made) if sp.encode(t) != plain[i]]
            print("sentencepiece differs on", len(different), [made[i][:60] for i in different[:5]])
    pack("pieces.gguf.gz", open(f"{folder}/pieces-False.gguf", "rb").read())
    for name, file in (("smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"), ("gemma3", "gemma-3-270m-it-Q4_K_M.gguf")):
        if models:
            fixture(name, llama, os.path.join(models, file), made)


if __name__ == "__main__":
    main(*sys.argv[1:])
