"""Trains another judge, on several texts at once: a cross-encoder that tells whether a recorded exchange, passage or
statement answers a question. It does not ship (docs/log.md, "A judge taught with more people").

Starts from the weights of bge-small-zh-v1.5 (MIT) as an ONNX file has them, learns from the rows beside this script and
in the folder above it, and writes an int8 ONNX file. Needs torch, onnx, onnxruntime, tokenizers and numpy.

    python listwise.py --bge FOLDER_WITH_FP32_ONNX_AND_TOKENIZER --out judge.onnx [--epochs 1] [--seed 7]

A question is learned beside several texts of the same person at once: the one that answers it must win over the
others and over "none of them", whose logit is 0; where nothing answers, "none" must win.
"""
import argparse
import glob
import json
import os
import random
import sys
import zlib

import numpy as np
import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
ABOVE = os.path.dirname(HERE)
sys.path.insert(0, ABOVE)
from train import Batches, Encoder, Judge, descend, export, text_of  # noqa: E402

HELD_OUT = 25


def lines(pattern):
    for path in sorted(glob.glob(os.path.join(ABOVE, pattern)) + glob.glob(os.path.join(HERE, pattern))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                if line.strip():
                    yield json.loads(line)


class Group:
    """Texts of one person, and questions, each with the place of the text that answers it, or None, and places of
    texts that must not be taken for it."""

    def __init__(self):
        self.texts, self.asks = [], []

    def add(self, text, questions, outdated=()):
        self.asks += [(q, len(self.texts), list(outdated)) for q in questions]
        self.texts.append(text)

    def untold(self, questions, near=()):
        self.asks += [(q, None, list(near)) for q in questions]


def row(r, rng):
    group = Group()
    if "passage" in r:
        group.add(text_of("", r["passage"]), r["answered"])
    else:
        group.add(text_of(r["question"], r["answer"]), r["reworded"])
    # Rows a and b tell near questions from reworded ones by their style too: half of the near ones will do.
    group.untold(rng.sample(r["near"], len(r["near"]) // 2), [0])
    return group


def dossier(person):
    group = Group()
    for x in person["exchanges"]:
        group.add(text_of(x["question"], x["answer"]), x["reworded"])
    for p in person["passages"]:
        group.add(text_of("", p["text"]), p["answered"])
    group.untold(person["unanswered"])
    return group


def told(person):
    group = Group()
    for place, t in enumerate(person["told"]):
        group.add(text_of("", t["text"]), t["asked"],
                  [i for i, old in enumerate(person["told"]) if old.get("changed_by") == place])
    group.untold(person["unanswered"])
    return group


def groups(rng):
    return ([row(r, rng) for r in lines("rows-*.jsonl")] + [dossier(p) for p in lines("dossiers*.jsonl")]
            + [dossier(p) for p in lines("tales*.jsonl")] + [told(p) for p in lines("told*.jsonl")])


def examples(all_groups, bge, rng, most):
    """(question, texts, place of the one that answers or len(texts)) with at most `most` texts."""
    every = [t for g in all_groups for t in g.texts]
    vectors = bge(every)
    out, base = [], 0
    for group in all_groups:
        size = len(group.texts)
        for (question, right, not_these), v in zip(group.asks, bge([a[0] for a in group.asks])):
            own = [int(i) for i in np.argsort(-(vectors[base:base + size] @ v)) if i != right]
            wrong = not_these + [i for i in own if i not in not_these][:8]
            picked = wrong[:1] + rng.sample(wrong[1:], min(most - 2, len(wrong) - 1)) if wrong else []
            texts = [group.texts[i] for i in picked]
            if right is not None:
                texts = [group.texts[right]] + texts
            if len(texts) < 2:
                others = vectors @ v
                others[base:base + size] = -1
                texts.append(every[rng.choice(list(np.argsort(-others)[:8]))])
            out.append((question, texts, 0 if right is not None else len(texts)))
        base += size
    return out


def strangers(some, all_groups, bge, rng):
    """Questions put to somebody else, beside the two texts of theirs that come nearest: none answers."""
    out = []
    for question, _, _ in some:
        texts = rng.choice(all_groups).texts
        v = bge([question])[0]
        near = np.argsort(-(bge(texts) @ v))[:2] if len(texts) > 1 else [0]
        out.append((question, [texts[i] for i in near], len(near)))
    return out


def loss_of(judge, batches, some):
    """Cross entropy over the texts of each question and none of them."""
    logits = judge(*batches([(q, t) for q, texts, _ in some for t in texts])).squeeze(-1)
    total, at = 0.0, 0
    for _, texts, right in some:
        scores = torch.cat([logits[at:at + len(texts)], logits.new_zeros(1)])
        total = total + nn.functional.cross_entropy(scores[None], torch.tensor([right]), label_smoothing=0.05)
        at += len(texts)
    return total / len(some)


def by_length(examples, size, rng):
    """Batches of like length, in random order."""
    rng.shuffle(examples)
    runs = [sorted(examples[i:i + size * 16], key=lambda x: sum(map(len, x[1])) / len(x[1])) for i in range(0, len(examples), size * 16)]
    out = [r[i:i + size] for r in runs for i in range(0, len(r), size)]
    rng.shuffle(out)
    return out


def report(judge, batches, held):
    """Over whole groups: how often the text that answers is first, and how well the best score tells whether any does."""
    judge.eval()
    first, told, best, answered = 0, 0, [], []
    with torch.no_grad():
        for group in held:
            for question, right, _ in group.asks[::2]:
                scores = judge(*batches([(question, t) for t in group.texts])).squeeze(-1).numpy()
                best.append(scores.max())
                answered.append(right is not None)
                if right is not None:
                    told += 1
                    first += int(scores.argmax() == right)
    best, answered = np.array(best), np.array(answered)
    bar = np.sort(best[~answered])[::-1][max(0, int(0.1 * (~answered).sum()) - 1)]
    print(f"  held out: {told} questions, first {first / max(1, told):.3f}; passing where one untold in ten does "
          f"{(best[answered] > bar).mean():.3f}; untold above 0 {(best[~answered] > 0).mean():.3f}", flush=True)
    judge.train()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--miner", help="folder with an int8 file of the same model, to find confusable texts faster")
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=1)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--texts", type=int, default=3, help="texts beside each question")
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--strangers", type=float, default=0.0, help="questions put to somebody else, for each of the others")
    p.add_argument("--resume", help="weights (.pt) of an earlier run to go on from")
    p.add_argument("--part", type=float, default=1.0, help="share of the questions to learn from")
    a = p.parse_args()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    everyone = groups(rng)
    held = [g for g in everyone if len(g.texts) > 1 and zlib.crc32(g.texts[0].encode()) % HELD_OUT == 0]
    kept = [g for g in everyone if g not in held]
    miner = Encoder(a.miner or a.bge)
    train = examples(kept, miner, rng, a.texts)
    train = rng.sample(train, int(len(train) * a.part))
    whole = [g for g in kept if len(g.texts) > 5]
    train += strangers(rng.sample(train, int(len(train) * a.strangers)), whole, miner, rng)
    print(len(kept), "groups,", len(train), "questions,", sum(len(x[1]) for x in train), "pairs;",
          len(held), "groups held out", flush=True)
    judge = Judge()
    judge.load_bge(glob.glob(a.bge + "/*.onnx")[0])
    if a.resume:
        judge.load_state_dict(torch.load(a.resume))
    judge.word.weight.requires_grad = False
    batches = Batches(a.bge)
    size = 8
    steps = a.epochs * (len(train) // size + 1)
    optim = torch.optim.AdamW([x for x in judge.parameters() if x.requires_grad], lr=a.rate, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: min(1, s / 100) * max(0, 1 - s / steps))
    done, total = 0, 0.0
    judge.train()
    for _ in range(a.epochs):
        for some in by_length(train, size, rng):
            total += descend(loss_of(judge, batches, some), judge.parameters(), optim, plan)
            done += 1
            if done % 200 == 0:
                print("step", done, "of", steps, "loss", round(total / 200, 4), flush=True)
                total = 0.0
                if done % 600 == 0:
                    torch.save(judge.state_dict(), a.out + ".pt")
                    report(judge, batches, held[:6])
    torch.save(judge.state_dict(), a.out + ".pt")
    report(judge, batches, held)
    export(judge, a.out)


if __name__ == "__main__":
    main()
