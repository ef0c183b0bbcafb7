"""llama.cpp behind few words. Keys and values stay F32 and flash attention is off, so what is left to
round is what llama.cpp rounds by itself: the activations before weights that are not F32."""

import ctypes

import gguf
import llama_cpp as c
import numpy as np

_quiet = c.llama_log_callback(lambda level, text, data: None)
c.llama_log_set(_quiet, ctypes.c_void_p(0))
c.llama_backend_init()


class Model:
    def __init__(self, path):
        self.model = c.llama_model_load_from_file(str(path).encode(), c.llama_model_default_params())
        if not self.model:
            raise ValueError(f"llama.cpp does not open {path}")
        self.vocabulary = c.llama_model_get_vocab(self.model)
        self.tokens = c.llama_vocab_n_tokens(self.vocabulary)

    def close(self):
        c.llama_model_free(self.model)

    def encode(self, text):
        """Marks of control become tokens; nothing is put before the text."""
        data = text.encode()
        ids = (c.llama_token * (len(data) + 8))()
        count = c.llama_tokenize(self.vocabulary, data, len(data), ids, len(ids), False, True)
        return list(ids[:count])

    def decode(self, ids):
        out = b""
        for token in ids:
            piece = ctypes.create_string_buffer(512)
            size = c.llama_token_to_piece(self.vocabulary, token, piece, 512, 0, True)
            out += piece.raw[:size]
        return out.decode("utf-8", "replace")

    def is_end(self, token):
        return c.llama_vocab_is_eog(self.vocabulary, token)

    def begin(self):
        return c.llama_vocab_bos(self.vocabulary) if c.llama_vocab_get_add_bos(self.vocabulary) else None

    def template(self):
        text = c.llama_model_chat_template(self.model, None)
        return text.decode() if text else None

    def context(self, size, batch=None, threads=1, precise=True):
        p = c.llama_context_default_params()
        p.n_ctx, p.n_batch, p.n_ubatch = size, batch or size, batch or size
        p.n_threads = p.n_threads_batch = threads
        if precise:
            p.type_k = p.type_v = c.GGML_TYPE_F32
            p.flash_attn_type = c.LLAMA_FLASH_ATTN_TYPE_DISABLED
        context = c.llama_init_from_model(self.model, p)
        if not context:
            raise ValueError("llama.cpp gives no context")
        return context

    def logits(self, ids):
        """[position, token], after each of the tokens, all in one batch."""
        context, batch = self.context(len(ids)), c.llama_batch_init(len(ids), 0, 1)
        for n, token in enumerate(ids):
            batch.token[n], batch.pos[n], batch.logits[n] = token, n, 1
            batch.n_seq_id[n], batch.seq_id[n][0] = 1, 0
        batch.n_tokens = len(ids)
        if c.llama_decode(context, batch):
            raise ValueError("llama.cpp does not decode")
        out = np.ctypeslib.as_array(c.llama_get_logits(context), (len(ids), self.tokens)).copy()
        c.llama_batch_free(batch)
        c.llama_free(context)
        return out

    def greedy(self, ids, count):
        """The likeliest tokens one after another, and by how much (in logits) each was before the second."""
        context, out, margins, step = self.context(len(ids) + count), [], [], list(ids)
        while len(out) < count:
            feed(context, step)
            logits = np.ctypeslib.as_array(c.llama_get_logits_ith(context, -1), (self.tokens,))
            first, second = np.argsort(-logits, kind="stable")[:2]
            out.append(int(first))
            margins.append(float(logits[first] - logits[second]))
            step = [int(first)]
            if self.is_end(int(first)):
                break
        c.llama_free(context)
        return out, margins


def feed(context, ids):
    tokens = (c.llama_token * len(ids))(*ids)  # the batch only points at them
    if c.llama_decode(context, c.llama_batch_get_one(tokens, len(ids))):
        raise ValueError("llama.cpp does not decode")


def widen(source, target):
    """The same model with every weight as F32: through it llama.cpp rounds nothing."""
    reader = gguf.GGUFReader(source)
    writer = gguf.GGUFWriter(target, reader.fields["general.architecture"].contents())
    for key, field in reader.fields.items():
        if key.startswith("GGUF.") or key == "general.architecture":
            continue
        if key == "general.file_type":
            writer.add_uint32(key, 0)
            continue
        array = field.types[0] == gguf.GGUFValueType.ARRAY
        writer.add_key_value(key, field.contents(), field.types[0], sub_type=field.types[-1] if array else None)
    for t in reader.tensors:
        shape = [int(n) for n in reversed(t.shape)]
        writer.add_tensor(t.name, gguf.quants.dequantize(t.data, t.tensor_type).astype(np.float32).reshape(shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def requantize(source, target, form, threads=2, pure=False):
    p = c.llama_model_quantize_default_params()
    p.nthread, p.allow_requantize, p.pure = threads, True, pure
    p.ftype = getattr(c, f"LLAMA_FTYPE_MOSTLY_{form}")
    if c.llama_model_quantize(str(source).encode(), str(target).encode(), ctypes.byref(p)):
        raise ValueError(f"llama.cpp does not make {target}")
