"""Trains the judge: a cross-encoder that tells whether a recorded exchange or passage answers a question.

Starts from the weights of bge-small-zh-v1.5 (MIT) as an ONNX file has them, learns from the rows beside
this script, and writes an int8 ONNX file. Needs torch, onnx, onnxruntime, tokenizers and numpy.

    python train.py --bge FOLDER_WITH_FP32_ONNX_AND_TOKENIZER --out judge.onnx [--epochs 4] [--seed 7]
"""
import argparse
import glob
import json
import math
import os
import random

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 160


class Layer(nn.Module):
    def __init__(self, d=512, heads=8, inner=2048):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(d, d) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(d, eps=1e-12), nn.LayerNorm(d, eps=1e-12)
        self.up, self.down = nn.Linear(d, inner), nn.Linear(inner, d)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, t, d = x.shape
        split = lambda y: y.view(b, t, self.heads, d // self.heads).transpose(1, 2)
        scores = split(self.q(x)) @ split(self.k(x)).transpose(2, 3) / math.sqrt(d // self.heads) + mask
        y = (scores.softmax(-1) @ split(self.v(x))).transpose(1, 2).reshape(b, t, d)
        x = self.n1(x + self.drop(self.o(y)))
        return self.n2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Judge(nn.Module):
    def __init__(self, layers=4, d=512):
        super().__init__()
        self.word, self.place, self.kind = nn.Embedding(21128, d), nn.Embedding(512, d), nn.Embedding(2, d)
        self.norm = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList(Layer(d) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(d, 1)

    def hidden(self, input_ids, attention_mask, token_type_ids):
        """What the last layer says of each token."""
        place = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.norm(self.word(input_ids) + self.place(place)[None] + self.kind(token_type_ids))
        mask = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.head(self.drop(self.hidden(input_ids, attention_mask, token_type_ids)[:, 0]))

    def load_bge(self, path):
        graph = onnx.load(path).graph
        w = {t.name: torch.tensor(numpy_helper.to_array(t).copy()) for t in graph.initializer}
        matrices = {n.name: w[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in w}
        put = lambda p, t: p.data.copy_(t)
        put(self.word.weight, w["embeddings.word_embeddings.weight"])
        put(self.place.weight, w["embeddings.position_embeddings.weight"])
        put(self.kind.weight, w["embeddings.token_type_embeddings.weight"])
        put(self.norm.weight, w["embeddings.LayerNorm.weight"])
        put(self.norm.bias, w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            a, m = f"encoder.layer.{i}.", f"/encoder/layer.{i}/"
            for lin, name in ((layer.q, "attention.self.query"), (layer.k, "attention.self.key"),
                              (layer.v, "attention.self.value"), (layer.o, "attention.output.dense"),
                              (layer.up, "intermediate.dense"), (layer.down, "output.dense")):
                put(lin.bias, w[a + name + ".bias"])
                put(lin.weight, matrices[m + name.replace(".", "/") + "/MatMul"].T)
            for norm, name in ((layer.n1, "attention.output.LayerNorm"), (layer.n2, "output.LayerNorm")):
                put(norm.weight, w[a + name + ".weight"])
                put(norm.bias, w[a + name + ".bias"])

    def resume(self, path):
        """The weights that an earlier run left: exactly (.pt), or as near as int8 has them (.onnx, of this script or of
        one that builds on it). Words stay as they are: nothing here learns them; so do places and kinds of tokens
        where the file is an embedder's, which learns neither."""
        if not path.endswith(".onnx"):
            self.load_state_dict(torch.load(path))
            return
        w = {t.name.removeprefix("judge."): numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
        whole = lambda name: torch.tensor((w[name + "_quantized"].astype(np.float32) - w[name + "_zero_point"]) * w[name + "_scale"])
        for name, weight in self.named_parameters():
            if name in w:
                weight.data.copy_(torch.tensor(w[name].copy()))
        if "head.weight_Transposed_quantized" in w:
            self.head.weight.data.copy_(whole("head.weight_Transposed").T)
            self.place.weight.data.copy_(whole("place.weight"))
            self.kind.weight.data.copy_(whole("kind.weight"))
        matrices = [n[:-len("_quantized")] for n in w if n.startswith("onnx::MatMul") and n.endswith("_quantized")]
        for layer, six in zip(self.layers, zip(*[iter(matrices)] * 6)):
            for linear, name in zip((layer.q, layer.k, layer.v, layer.o, layer.up, layer.down), six):
                linear.weight.data.copy_(whole(name).T)


def text_of(question, answer):
    """The judged side: what was asked when it was said, where there was a question, and what was said."""
    return (question + "|" if question else "|") + answer


def lines(pattern):
    for path in sorted(glob.glob(os.path.join(HERE, pattern))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                if line.strip():
                    yield json.loads(line)


def groups(rng, shared):
    """Groups of (texts, [(question, index of the text that answers it, or -1)])."""
    for row in lines("rows-*.jsonl"):
        # Rows a and b tell near questions from reworded ones by their style too: half of the near ones will do.
        near = rng.sample(row["near"], len(row["near"]) // 2)
        if "passage" in row:
            text = text_of("", row["passage"])
            asks = [(q, 0) for q in row["answered"]] + [(q, -1) for q in near]
        else:
            text = text_of(row["question"], row["answer"])
            asks = [(q, 0) for q in [row["question"]] + row["reworded"]] + [(q, -1) for q in near]
        yield [text], asks
    for person in lines("dossiers*.jsonl"):
        texts, asks = [], []
        for x in person["exchanges"]:
            asks += [(q, len(texts)) for q in [x["question"]] + x["reworded"]]
            texts.append(text_of(x["question"], x["answer"]))
        for p in person["passages"]:
            asks += [(q, len(texts)) for q in p["answered"]]
            texts.append(text_of("", p["text"]))
        asks += [(q, -1) for q in person["unanswered"]]
        yield texts, asks
    if shared:
        yield from development(shared)


def even(name):
    """The even half of a file of development questions; the odd half stays for choosing and tuning."""
    with open(os.path.join(HERE, "..", "dev", name), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip()]
    return (rows[1:] if name.endswith(".tsv") else rows)[::2]


def development(shared):
    """Twice over, the even half of the development questions on the two texts that they are about."""
    far = [r[0] for r in even("far.txt")]
    for texts, keys, dev, near in (interview(shared), scenes(shared)):
        asks = [(t.split("|")[0], i) for i, t in enumerate(texts) if not t.startswith("|")]
        for question, right in even(dev):
            asks += [(question, i) for i, key in enumerate(keys) if key in right.split(",")][:1]
        asks += [(r[0], -1) for r in even(near)] + [(q, -1) for q in far]
        for _ in range(2):
            yield texts, asks


def interview(shared):
    texts, keys, asked = [], [], ""
    with open(os.path.join(shared, "seed", "luotuo.txt"), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            name, colon, said = line.partition(":")
            if colon and name == "李鲁鲁":
                texts.append(text_of(asked, said))
                keys.append(str(number))
            elif colon and len(name) <= 3:
                asked = said
            elif number >= 32 and line:
                for piece in pieces(line):
                    texts.append(text_of("", piece))
                    keys.append(str(number))
    return texts, keys, "seed-dev.tsv", "seed-near.txt"


def scenes(shared):
    texts, keys = [], []
    folder = os.path.join(shared, "corpora", "chatharuhi", "lilulu", "texts")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            turns = [line.replace("：", ":", 1).partition(":")[2].strip("「」\n") for line in f if line.strip()]
        if len(turns) > 1:
            texts.append(text_of(turns[0], turns[1]))
            keys.append(name)
    return texts, keys, "lilulu-dev.tsv", "lilulu-near.txt"


def pieces(text):
    """As luotuo.memory.Sentences cuts passages: one or two sentences, each beginning a piece."""
    sentences, cur = [], ""
    for c in text:
        cur += c
        if c in "。！？!?；":
            sentences.append(cur)
            cur = ""
    sentences += [cur] if cur.strip() else []
    out = []
    for i, sentence in enumerate(sentences):
        last = i + 1 == len(sentences)
        if not last and len(sentence) + len(sentences[i + 1]) <= 120:
            sentence += sentences[i + 1]
        if not (i > 0 and last and out[-1].endswith(sentence)):
            out.append(sentence)
    return out


class Encoder:
    """Vectors of the retriever, to find the texts that a question is easily confused with."""

    def __init__(self, folder):
        import onnxruntime as ort
        self.tok = Tokenizer.from_file(glob.glob(folder + "/*tokenizer.json")[0])
        self.tok.no_padding()
        self.session = ort.InferenceSession(glob.glob(folder + "/*.onnx")[0])

    def __call__(self, texts):
        out = []
        for t in texts:
            e = self.tok.encode(t.lower()[:200])
            ids = np.array([e.ids], np.int64)
            h = self.session.run(None, {"input_ids": ids, "attention_mask": ids * 0 + 1, "token_type_ids": ids * 0})[0]
            v = h[0, 0]
            out.append(v / np.linalg.norm(v))
        return np.array(out)


def examples(bge, rng, shared):
    """(question, text, answers, group): its own text, those that the retriever takes for it, a far one."""
    all_groups = list(groups(rng, shared))
    texts = [t for g, _ in all_groups for t in g]
    print(len(all_groups), "groups", len(texts), "texts", sum(len(a) for _, a in all_groups), "questions")
    vectors = bge(texts)
    out = []
    base = 0
    for number, (own, asks) in enumerate(all_groups):
        for (question, right), v in zip(asks, bge([q for q, _ in asks])):
            sims = vectors @ v
            near = list(np.argsort(-sims[base:base + len(own)])[:8])
            wrong = [i for i in near if i != right]
            if right >= 0:
                out.append((question, own[right], 1, number))
                hard = wrong[:1] + rng.sample(wrong[1:], min(1, len(wrong[1:])))
            else:
                hard = near[:2] + rng.sample(near[2:], min(1, len(near[2:])))
            out += [(question, own[i], 0, number) for i in hard]
            if rng.random() < 0.4:
                sims[base:base + len(own)] = -1
                out.append((question, texts[rng.choice(list(np.argsort(-sims)[:8]))], 0, number))
        base += len(own)
    return out


class Batches:
    def __init__(self, folder):
        self.tok = Tokenizer.from_file(glob.glob(folder + "/*tokenizer.json")[0])
        self.tok.no_padding()
        self.tok.enable_truncation(LONGEST)

    def __call__(self, pairs):
        encoded = [self.tok.encode(q.lower(), t.lower()) for q, t in pairs]
        longest = max(len(e.ids) for e in encoded)
        pad = lambda xs: torch.tensor([x + [0] * (longest - len(x)) for x in xs])
        return (pad([e.ids for e in encoded]), pad([e.attention_mask for e in encoded]),
                pad([e.type_ids for e in encoded]))


def descend(loss, weights, optim, plan):
    """One step down a loss, of bounded length."""
    optim.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(weights, 1.0)
    optim.step()
    plan.step()
    return loss.item()


class Descent:
    """Down the losses of some steps with AdamW: the rate rises over forty of them and then falls to a fiftieth."""

    def __init__(self, weights, rate, steps):
        self.weights = list(weights)
        self.optim = torch.optim.AdamW([w for w in self.weights if w.requires_grad], lr=rate, weight_decay=0.01)
        self.plan = torch.optim.lr_scheduler.LambdaLR(self.optim, lambda s: min(1, (s + 1) / 40) * max(0.02, 1 - s / steps))
        self.losses = []

    def __call__(self, loss):
        self.losses.append(descend(loss, self.weights, self.optim, self.plan))
        if len(self.losses) % 50 == 0:
            print(len(self.losses), "loss %.3f" % np.mean(self.losses[-50:]), flush=True)


def auc(scores, labels):
    order = np.argsort(scores)
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    pos = np.array(labels) == 1
    return (ranks[pos].sum() - pos.sum() * (pos.sum() + 1) / 2) / (pos.sum() * (~pos).sum())


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=4)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--shared", help="folder with seed/ and corpora/, for the development questions")
    p.add_argument("--resume", help="weights (.pt) of an earlier run to go on from")
    p.add_argument("--part", type=float, default=1.0, help="share of the examples to learn from")
    p.add_argument("--all", action="store_true", help="learn from all groups, none held out")
    a = p.parse_args()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    data = examples(Encoder(a.bge), rng, a.shared)
    held = lambda g: not a.all and g % 20 == 0
    train = [x for x in data if not held(x[3])]
    test = [x for x in data if held(x[3])]
    train = rng.sample(train, int(len(train) * a.part))
    print(len(train), "to learn from,", len(test), "held out; answered:", sum(x[2] for x in train))
    judge = Judge()
    judge.load_bge(glob.glob(a.bge + "/*.onnx")[0])
    if a.resume:
        judge.load_state_dict(torch.load(a.resume))
    judge.word.weight.requires_grad = False
    batches = Batches(a.bge)
    size = 32
    steps = a.epochs * (len(train) // size + 1)
    optim = torch.optim.AdamW([x for x in judge.parameters() if x.requires_grad], lr=a.rate, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: min(1, s / 50) * max(0, 1 - s / steps))
    weight = torch.tensor(len(train) / max(1, sum(x[2] for x in train)) / 2)
    for epoch in range(a.epochs):
        judge.train()
        rng.shuffle(train)
        # batches of like length, in random order
        chunks = [sorted(train[i:i + size * 16], key=lambda x: len(x[0]) + len(x[1])) for i in range(0, len(train), size * 16)]
        slices = [c[i:i + size] for c in chunks for i in range(0, len(c), size)]
        rng.shuffle(slices)
        total = 0.0
        for b in slices:
            labels = torch.tensor([float(x[2]) for x in b])
            soft = labels * 0.96 + 0.02
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = judge(*batches([(x[0], x[1]) for x in b])).squeeze(-1)
            loss = nn.functional.binary_cross_entropy_with_logits(logits.float(), soft, pos_weight=weight)
            total += descend(loss, judge.parameters(), optim, plan)
        judge.eval()
        torch.save(judge.state_dict(), a.out + ".pt")
        print("epoch", epoch + 1, "loss", round(total / len(slices), 4), flush=True)
        if test:
            with torch.no_grad():
                scores = [float(s) for i in range(0, len(test), 64)
                          for s in judge(*batches([(x[0], x[1]) for x in test[i:i + 64]])).squeeze(-1)]
            labels = [x[2] for x in test]
            right = np.mean([(s > 0) == (l == 1) for s, l in zip(scores, labels)])
            print("  held out: AUC", round(auc(scores, labels), 4), "right", round(float(right), 4), flush=True)
    export(judge, a.out)


def export(model, out, output="logit", axes=("batch",)):
    """Writes int8 weights of seven bits; `axes` names the dimensions of the output whose size varies, from the first on.

    With eight bits the sums of two products overflow sixteen bits on processors without VNNI, which then cut them off:
    the same file gives other numbers there (cosines of answers-zh by up to 0.3)."""
    model.eval()
    ids = torch.ones(2, 8, dtype=torch.int64)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    torch.onnx.export(model, (ids, ids, ids * 0), out + ".fp32", input_names=names, output_names=[output],
                      dynamic_axes={n: {0: "batch", 1: "length"} for n in names} | {output: dict(enumerate(axes))},
                      opset_version=17, dynamo=False)
    from onnxruntime.quantization import QuantType, quantize_dynamic
    quantize_dynamic(out + ".fp32", out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    print(out, os.path.getsize(out) >> 10, "KiB")


if __name__ == "__main__":
    main()
