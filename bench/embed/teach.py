"""Teaches an embedder what answers a question: the vectors of a question and of what answers it come near each other.

Starts from the weights of bge-small-zh-v1.5 (MIT) as an ONNX file has them, learns from the rows of bench/judge and
bench/remember, and writes an int8 ONNX file that gives the last hidden state; the vector of a text is its first row,
normalised. Questions need no instruction. Needs torch, onnx, onnxruntime, tokenizers and numpy.

    python bench/embed/teach.py --bge FOLDER_WITH_FP32_ONNX_AND_TOKENIZER --out taught.onnx [--steps 600] [--seed 7]

A step takes the questions of a few people and the texts of the same people: the text that answers must be nearer than
all the others (cross entropy over cosines / 0.05). Another wording of the question stands for the text at times, and
questions that nothing answers stand among the texts that do not. With --tales a share of the steps is
of tales in the old manner; with --casts a share takes lines out of the scenes of one cast: the scene that a line came from must be nearer than the others, by its nearest window of four
turns. Of the dialogues of studio/src/test/resources/remember
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
from train import Descent, Judge, export  # noqa: E402

LONGEST, TEMPERATURE, HELD_OUT = 112, 0.05, 30
TALES_HELD_OUT, CASTS_HELD_OUT = 2, 9  # the first two tales, every ninth cast


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
        tales = [self.person(p) for p in lines("embed/tales*.jsonl")]
        self.held_tales, self.tales = tales[:TALES_HELD_OUT], tales[TALES_HELD_OUT:]
        casts = [[s["turns"] for s in c["scenes"]] for c in lines("embed/casts*.jsonl")]
        self.held_casts, self.casts = casts[::CASTS_HELD_OUT], [c for i, c in enumerate(casts) if i % CASTS_HELD_OUT]
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
    """Questions, sources of one text or several each, and for each question the place of the source that answers it."""

    def __init__(self):
        self.questions, self.sources, self.right = [], [], []

    def add(self, source, questions):
        self.questions += questions
        self.right += [len(self.sources)] * len(questions)
        self.sources.append([source] if isinstance(source, str) else source)

    def distract(self, texts, most, rng):
        self.sources += [[text] for text in rng.sample(texts, min(most, len(texts)))]

    def near(self, embed):
        """Cosines, a row for each question and a column for each source: that of its nearest text."""
        cosines = embed(self.questions) @ embed([text for source in self.sources for text in source]).T
        return torch.stack([part.amax(1) for part in cosines.split([len(s) for s in self.sources], dim=1)], dim=1)


def named(turn):
    return turn["text"] if turn["who"] in ("", "旁白") else turn["who"] + ":" + turn["text"]


def windows(turns):
    """Of four turns, two apart, as `luotuo.memory.Spans` makes them."""
    return ["\n".join(map(named, turns[i:i + 4])) for i in range(0, max(1, len(turns) - 2), 2)]


def of_casts(rows, rng, scenes=12, removed=2, most=2):
    """Lines taken out of scenes, and of what is left of each scene some windows, one of them from where a line stood."""
    step = Step()
    for turns in rng.sample(rng.choice(rows.casts), scenes):
        said = [i for i, t in enumerate(turns) if t["who"] != "旁白" and len(t["text"]) >= 6]
        out = rng.sample(said, min(removed, len(said)))
        left = windows([t for i, t in enumerate(turns) if i not in out])
        place = min(len(left) - 1, min(out) // 2)
        others = rng.sample([w for w in left if w != left[place]], min(most - 1, len(left) - 1))
        step.add([left[place]] + others, [turns[i]["text"] for i in out])
    return step


def of_people(rows, rng, whose="people"):
    step = Step()
    for items, unanswered in rng.sample(getattr(rows, whose), 2):
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


def draw(rows, rng, shares):
    """A step of a kind drawn by the shares; what they leave is people's."""
    at = rng.random()
    for kind, share in shares:
        if at < share:
            return kind(rows, rng)
        at -= share
    return of_people(rows, rng)


def rate(hits):
    return "first %.1f %%, in the first five %.1f %%" % tuple(100 * np.mean(hits, 0))


def hits_of(near, place):
    return [[row[0] == place, place in row[:5]] for row in near.argsort(dim=1, descending=True)]


def report(embed, people):
    """How often the text that answers comes first and in the first five, among those of one person not learned from."""
    hits = []
    for items, _ in people:
        texts = embed.all([text for text, _ in items])
        for place, (_, questions) in enumerate(items):
            hits += hits_of(embed.all(questions) @ texts.T, place)
    return rate(hits)


def report_casts(embed, casts):
    """How often a line's scene comes first and in the first five, among those of one cast not learned from."""
    hits = []
    for cast in casts:
        whole = [embed.all(windows(turns)) for turns in cast]
        for place, turns in enumerate(cast):
            for out, line in enumerate(turns):
                if line["who"] == "旁白" or len(line["text"]) < 6:
                    continue
                left = embed.all(windows(turns[:out] + turns[out + 1:]))
                asked = embed.all([line["text"]])
                near = [(asked @ w.T).amax(1) for w in whole[:place] + [left] + whole[place + 1:]]
                hits += hits_of(torch.stack(near, dim=1), place)
    return rate(hits)


def tell(embed, rows):
    with torch.no_grad():
        print("people held out:", report(embed, rows.held))
        print("tales held out:", report(embed, rows.held_tales))
        print("casts held out:", report_casts(embed, rows.held_casts), flush=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--resume", help="weights that an earlier run left (.pt), or an embedder (.onnx)")
    p.add_argument("--steps", type=int, default=600)
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--tellers", type=float, default=0.25, help="share of the steps with what people tell of themselves")
    p.add_argument("--tales", type=float, default=0, help="share of the steps with tales in the old manner")
    p.add_argument("--casts", type=float, default=0, help="share of the steps with lines taken out of scenes")
    p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    shares = [(of_tellers, a.tellers), (of_singles, 0.1), (of_casts, a.casts),
              (lambda rows, rng: of_people(rows, rng, "tales"), a.tales)]
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    rows = Rows()
    judge = Judge()
    judge.load_bge(glob.glob(a.bge + "/*.onnx")[0])
    if a.resume:
        judge.resume(a.resume)
    body = Body(judge)
    embed = Embedder(a.bge, body)
    learned = [w for n, w in judge.named_parameters() if not n.startswith(("word", "place", "kind", "head"))]
    descent = Descent(learned, a.rate, a.steps)
    for number in range(1, a.steps + 1):
        body.train()
        step = draw(rows, rng, shares)
        descent(F.cross_entropy(step.near(embed) / TEMPERATURE, torch.tensor(step.right)))
        if number % 50 == 0:
            torch.save(judge.state_dict(), a.out + ".pt")
    body.eval()
    tell(embed, rows)
    torch.save(judge.state_dict(), a.out + ".pt")
    export(body, a.out, "last_hidden_state", ("batch", "length"))


if __name__ == "__main__":
    main()
