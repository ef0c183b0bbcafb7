"""Teaches how a question is turned towards what answers it: q + q·A·B, A of dimensions × rank, B the other way.

For English; Chinese has an embedder of its own (bench/embed). Learns from what people told and what is asked of it
in other words (told-en.tsv beside this script), and from the dialogues 01 to 30 of studio/src/test/resources/remember.
Never reads 31 to 60. Needs torch, onnxruntime, tokenizers and numpy.

    python train.py --model FOLDER_WITH_INT8_ONNX_AND_TOKENIZER --out turn.bin [--folds 3]

The file: two little-endian 32-bit integers (dimensions, rank), then A and B row by row in 32-bit floats.
"""
import argparse
import glob
import json
import os
import random
import struct

import numpy as np
import onnxruntime as ort
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
DIALOGUES = os.path.join(HERE, "..", "..", "studio", "src", "test", "resources", "remember")
INSTRUCTION = "Represent this sentence for searching relevant passages: "


class Encoder:
    def __init__(self, folder):
        self.tok = Tokenizer.from_file(glob.glob(folder + "/*tokenizer.json")[0])
        self.tok.no_padding()
        self.tok.enable_truncation(256)
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = ort.InferenceSession(glob.glob(folder + "/*.onnx")[0], options)
        self.file = os.path.join(folder, "vectors.npz")
        self.known = dict(np.load(self.file)) if os.path.exists(self.file) else {}

    def __call__(self, texts):
        for t in texts:
            if t not in self.known:
                ids = np.array([self.tok.encode(t.lower()).ids], np.int64)
                h = self.session.run(None, {"input_ids": ids, "attention_mask": ids * 0 + 1, "token_type_ids": ids * 0})
                self.known[t] = h[0][0, 0] / np.linalg.norm(h[0][0, 0])
        return torch.tensor(np.array([self.known[t] for t in texts]), dtype=torch.float32)

    def save(self):
        np.savez(self.file, **self.known)


def dialogues():
    for n in range(1, 31):
        with open(os.path.join(DIALOGUES, "%02d.jsonl" % n), encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
        if rows[0]["language"] == "en":
            turns = [r for r in rows if r["kind"] == "turn"]
            asks = [r for r in rows if r["kind"] == "ask" and r["turns"]]
            yield n, [t["user"] for t in turns], [(a["user"], [x - 1 for x in a["turns"]]) for a in asks]


def told():
    """One list of statements, with the questions that each answers."""
    with open(os.path.join(HERE, "told-en.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip()]
    return [r[0] for r in rows], [(q, [i]) for i, r in enumerate(rows) for q in r[1:]]


class Turn(torch.nn.Module):
    def __init__(self, dimensions, rank, drop):
        super().__init__()
        self.a = torch.nn.Parameter(torch.randn(dimensions, rank) * 0.02)
        self.b = torch.nn.Parameter(torch.zeros(rank, dimensions))
        self.sharp = torch.nn.Parameter(torch.tensor(3.0))
        self.drop = torch.nn.Dropout(drop)

    def forward(self, q):
        return F.normalize(q + self.drop(q @ self.a) @ self.b, dim=-1)


def losses(turn, sets, rng, size):
    """Over groups (texts, questions, right places): the share of the right ones among all of the group."""
    order = [(s, b) for s in range(len(sets)) for b in batches(len(sets[s][1]), rng, size)]
    rng.shuffle(order)
    for s, b in order:
        texts, questions, right = sets[s]
        scores = turn(questions[b]) @ texts.T * turn.sharp.exp()
        good = torch.stack([torch.logsumexp(scores[i, right[k]], 0) for i, k in enumerate(b)])
        yield (torch.logsumexp(scores, 1) - good).mean()


def batches(count, rng, size):
    order = list(range(count))
    rng.shuffle(order)
    return [order[i:i + size] for i in range(0, count, size)]


def learn(own, a):
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    dimensions = own[0][0].shape[1]
    turn = Turn(dimensions, a.rank, a.drop)
    optim = torch.optim.AdamW(turn.parameters(), lr=a.rate, weight_decay=a.decay)
    for epoch in range(a.epochs):
        turn.train()
        for loss in losses(turn, own, rng, 16):
            optim.zero_grad()
            loss.backward()
            optim.step()
    return turn.eval()


def recall(turn, sets):
    hits = []
    with torch.no_grad():
        for texts, questions, right in sets:
            order = (turn(questions) @ texts.T).argsort(dim=1, descending=True)
            for i, places in enumerate(right):
                at = min((order[i] == p).nonzero().item() for p in places)
                hits.append([at < 1, at < 5, at < 16])
    return np.mean(hits, 0).round(3)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--rank", type=int, default=64)
    p.add_argument("--drop", type=float, default=0.4)
    p.add_argument("--rate", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.1)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--folds", type=int, default=0, help="also measure on dialogues that were not learned from")
    a = p.parse_args()
    torch.set_num_threads(1)
    encode = Encoder(a.model)
    group = lambda texts, asks: (encode(texts), encode([INSTRUCTION + q for q, _ in asks]), [r for _, r in asks])
    pairs = [group(*told())]
    own = [group(texts, asks) for _, texts, asks in dialogues()]
    encode.save()
    before = Turn(own[0][0].shape[1], 1, 0).eval()
    print("before", recall(before, own))
    for fold in range(a.folds):
        turn = learn(pairs + [s for i, s in enumerate(own) if i % a.folds != fold], a)
        print("fold", fold, recall(before, own[fold::a.folds]), "→", recall(turn, own[fold::a.folds]), flush=True)
    turn = learn(pairs + own, a)
    with open(a.out, "wb") as f:
        f.write(struct.pack("<ii", own[0][0].shape[1], a.rank))
        for m in (turn.a, turn.b):
            f.write(m.detach().numpy().astype("<f4").tobytes())


if __name__ == "__main__":
    main()
