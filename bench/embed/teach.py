"""Teaches an embedder what answers a question: the vectors of a question and of what answers it come near each other.

Starts from the weights of bge-small-zh-v1.5 (MIT) as an ONNX file has them, learns from the rows of bench/judge and
bench/remember, and writes an int8 ONNX file that gives the last hidden state; the vector of a text is its first row,
normalised. Questions need no instruction. Needs torch, onnx, onnxruntime, tokenizers and numpy.

    python bench/embed/teach.py --bge FOLDER_WITH_FP32_ONNX_AND_TOKENIZER --out taught.onnx [--steps 600] [--seed 7]

A step takes the questions of a few people and the texts of the same people: the text that answers must be nearer than
all the others (cross entropy over cosines / 0.05). Another wording of the question stands for the text at times, and
questions that nothing answers stand among the texts that do not. Of the dialogues of studio/src/test/resources/remember
01 to 30 are learned from, 31 to 60 never read; nor is bench/dev, which is there to choose by.
"""
import argparse
import glob
import json
import os
import random
import sys

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(BENCH, "judge"))
from train import Judge, descend, export  # noqa: E402

LONGEST, TEMPERATURE, HELD_OUT = 112, 0.05, 30


class Body(nn.Module):
    """The layers of the judge, without its head."""

    def __init__(self, judge):
        super().__init__()
        self.judge = judge

    def forward(self, *batch):
        return self.judge.hidden(*batch)


class Embedder:
    def __init__(self, folder, body):
        self.tok = Tokenizer.from_file(glob.glob(folder + "/*tokenizer.json")[0])
        self.tok.no_padding()
        self.tok.enable_truncation(LONGEST)
        self.body = body

    def __call__(self, texts):
        ids = [self.tok.encode(t.lower()).ids for t in texts]
        longest = max(map(len, ids))
        pad = lambda row, by: row + [by] * (longest - len(row))
        batch = torch.tensor([pad(row, 0) for row in ids])
        mask = torch.tensor([pad([1] * len(row), 0) for row in ids])
        return F.normalize(self.body(batch, mask, batch * 0)[:, 0], dim=-1)

    def all(self, texts):
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        runs = [order[i:i + 64] for i in range(0, len(order), 64)]
        vectors = torch.cat([self([texts[i] for i in run]) for run in runs])
        return vectors[torch.tensor(np.argsort(np.concatenate(runs)))]


def lines(*patterns):
    for pattern in patterns:
        for path in sorted(glob.glob(os.path.join(BENCH, pattern))):
            with open(path, encoding="utf-8") as f:
                yield from (json.loads(line) for line in f if line.strip())


class Rows:
    """What there is to learn from. A text with its questions is (text, questions)."""

    def __init__(self):
        people = [self.person(p) for p in lines("judge/dossiers*.jsonl", "judge/more/dossiers*.jsonl", "judge/more/tales.jsonl")]
        random.Random(3).shuffle(people)
        self.held, self.people = people[:HELD_OUT], people[HELD_OUT:]
        self.told = [self.teller(p) for p in lines("judge/more/told*.jsonl")]
        self.told += [d for n in range(1, 31) for d in self.dialogue(n)]
        self.single = [(r.get("passage") or r["answer"], r.get("answered") or [r["question"]] + r["reworded"])
                       for r in lines("judge/rows-*.jsonl")]
        with open(os.path.join(BENCH, "remember", "told-zh.tsv"), encoding="utf-8") as f:
            self.pairs = [(r[0], r[1:]) for r in (line.rstrip("\n").split("\t") for line in f) if r[0]]

    @staticmethod
    def person(p):
        return ([(x["answer"], [x["question"]] + x["reworded"]) for x in p["exchanges"]]
                + [(x["text"], x["answered"]) for x in p["passages"] if x["answered"]], p["unanswered"])

    @staticmethod
    def teller(p):
        return ([(t["text"], t["asked"]) for t in p["told"] if t["asked"]], [t["text"] for t in p["told"] if not t["asked"]])

    @staticmethod
    def dialogue(number):
        rows = list(lines("../studio/src/test/resources/remember/%02d.jsonl" % number))
        asked = {t["n"]: [] for t in rows if t["kind"] == "turn"}
        for ask in rows:
            if ask["kind"] == "ask" and ask["turns"]:
                asked[ask["turns"][0]].append(ask["user"])
        texts = {t["n"]: t["user"] for t in rows if t["kind"] == "turn"}
        if rows[0]["language"] == "zh":
            yield [(texts[n], q) for n, q in asked.items() if q], [texts[n] for n, q in asked.items() if not q]


class Step:
    """Questions, texts, and for each question the place of the text that answers it."""

    def __init__(self):
        self.questions, self.texts, self.right = [], [], []

    def add(self, text, questions):
        self.questions += questions
        self.right += [len(self.texts)] * len(questions)
        self.texts.append(text)

    def distract(self, texts, most, rng):
        self.texts += rng.sample(texts, min(most, len(texts)))


def of_people(rows, rng):
    step = Step()
    for items, unanswered in rng.sample(rows.people, 2):
        for text, questions in rng.sample(items, min(14, len(items))):
            asked = rng.sample(questions, len(questions))
            step.add(asked.pop() if len(asked) > 2 and rng.random() > 0.55 else text, asked[:2])
        step.distract(unanswered, 6, rng)
    return step


def of_tellers(rows, rng):
    step = Step()
    for items, others in rng.sample(rows.told, 3):
        for text, questions in items:
            step.add(text, [rng.choice(questions)])
        step.distract(others, 40, rng)
    for text, questions in rng.sample(rows.pairs, 24):
        step.add(text, [rng.choice(questions)])
    return step


def of_singles(rows, rng):
    step = Step()
    for text, questions in rng.sample(rows.single, 24):
        step.add(text, rng.sample(questions, min(2, len(questions))))
    return step


def draw(rows, rng, tellers):
    at = rng.random()
    return of_tellers(rows, rng) if at < tellers else of_singles(rows, rng) if at < tellers + 0.1 else of_people(rows, rng)


def report(embed, rows):
    """How often the text that answers comes first and in the first five, among those of one person not learned from."""
    hits = []
    with torch.no_grad():
        for items, _ in rows.held:
            texts = embed.all([text for text, _ in items])
            for place, (_, questions) in enumerate(items):
                order = (embed.all(questions) @ texts.T).argsort(dim=1, descending=True)
                hits += [[row[0] == place, place in row[:5]] for row in order]
    return "first %.1f %%, in the first five %.1f %%" % tuple(100 * np.mean(hits, 0))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--resume", help="weights that an earlier run left")
    p.add_argument("--steps", type=int, default=600)
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--tellers", type=float, default=0.25, help="share of the steps with what people tell of themselves")
    p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    rows = Rows()
    judge = Judge()
    judge.load_bge(glob.glob(a.bge + "/*.onnx")[0])
    if a.resume:
        judge.load_state_dict(torch.load(a.resume))
    body = Body(judge)
    embed = Embedder(a.bge, body)
    learned = [w for n, w in judge.named_parameters() if not n.startswith(("word", "place", "kind", "head"))]
    optim = torch.optim.AdamW(learned, lr=a.rate, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: min(1, (s + 1) / 40) * max(0.02, 1 - s / a.steps))
    losses = []
    for number in range(1, a.steps + 1):
        body.train()
        step = draw(rows, rng, a.tellers)
        near = embed(step.questions) @ embed(step.texts).T / TEMPERATURE
        losses.append(descend(F.cross_entropy(near, torch.tensor(step.right)), learned, optim, plan))
        if number % 50 == 0:
            print(number, "loss %.3f" % np.mean(losses[-50:]), flush=True)
            torch.save(judge.state_dict(), a.out + ".pt")
    body.eval()
    print("held out:", report(embed, rows), flush=True)
    torch.save(judge.state_dict(), a.out + ".pt")
    export(body, a.out, "last_hidden_state", ("batch", "length"))


if __name__ == "__main__":
    main()
