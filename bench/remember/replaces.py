"""Teaches the reader of memories (reader.py) one thing more: whether what somebody says of themselves now holds in the place
of what they said before.

Learns from the people of bench/judge/more and of changes*.jsonl, of whose statements some replace others, goes on
reading answers beside questions so that it does not forget how, and writes an int8 ONNX file. Needs torch, onnx,
onnxruntime, tokenizers and numpy.

    python bench/remember/replaces.py --bge FOLDER_WITH_FP32_ONNX_AND_TOKENIZER --from reader.onnx \
        --near answers-zh.onnx --out taught.onnx [--steps 1000] [--reading 0.4] [--seed 7]

A statement is learned beside earlier ones of the same person, those that an embedder (`--near`) takes for near: the one
that it replaces must win over the others and over "none of them", whose logit is 0; where it replaces nothing, "none"
must win. One person in nine is held out. Neither the dialogues of studio/src/test/resources/remember nor bench/dev is
learned from: `--dialogues` counts on the dialogues 01 to 30, which are there to choose by.
"""
import argparse
import os
import random
import sys

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
sys.path[:0] = [os.path.join(BENCH, folder) for folder in ("judge", os.path.join("judge", "more"), "embed")]
from listwise import by_length, loss_of  # noqa: E402
import reader  # noqa: E402
from reader import Nearness, marked  # noqa: E402
from teach import lines  # noqa: E402
from train import Batches, Descent, export  # noqa: E402

READ, HELD_OUT = 8, 9  # as luotuo.memory reads; every ninth person


class Person:
    """What somebody told, in order, and for each statement the earlier ones that it replaces."""

    def __init__(self, told, pairs):
        self.told = told
        self.replaced = {later: [e for l, e in pairs if l == later] for later, _ in pairs}

    def earlier(self, later, but=()):
        """What still holds before a statement is told."""
        gone = {e for l, all_of_it in self.replaced.items() if l < later for e in all_of_it} - set(self.replaced.get(later, ()))
        return [i for i in range(later) if i not in gone and i not in but]


def of_teller(p):
    pairs = [(t["changed_by"], i) for i, t in enumerate(p["told"]) if t.get("changed_by") is not None]
    order = sorted(range(len(p["told"])), key=lambda i: (any(l == i for l, _ in pairs), i))  # what replaces comes late
    place = {old: new for new, old in enumerate(order)}
    return Person([p["told"][i]["text"] for i in order], [(place[l], place[e]) for l, e in pairs])


def people():
    tellers = [of_teller(p) for p in lines("judge/more/told*.jsonl")]
    return tellers + [Person(p["told"], [tuple(x) for x in p["replaces"]]) for p in lines("remember/changes*.jsonl")]


def dialogue(number):
    """Of a dialogue the pairs that its questions name: others may be there, and count as wrong where they are told."""
    rows = list(lines("../studio/src/test/resources/remember/%02d.jsonl" % number))
    if rows[0]["language"] != "zh":
        return None
    turns = [r for r in rows if r["kind"] == "turn"]
    place = {t["n"]: i for i, t in enumerate(turns)}
    asks = [r for r in rows if r["kind"] == "ask" and r["stale"]]
    pairs = {(place[max(a["turns"])], place[s]) for a in asks for s in a["stale"] if s < max(a["turns"])}
    return Person([t["user"] for t in turns], sorted(pairs))


def examples(person, near, rng, most):
    """(later, earlier texts, place of the one that is replaced or len(texts)), as listwise.py has it."""
    out = []
    for later in range(3, len(person.told)):
        replaced = person.replaced.get(later, [])
        for right in replaced or [None]:
            others = [person.told[i] for i in person.earlier(later, replaced)]
            close = near.nearest(person.told[later], others)[:READ]
            wrong = close[:1] + rng.sample(close[1:], max(0, min(most - 1, len(close) - 1)))
            texts = ([person.told[right]] if right is not None else []) + wrong
            texts = ["|" + marked(t, "。。。！", rng) for t in texts]
            out.append((marked(person.told[later], "。。。！", rng), texts, 0 if right is not None else len(texts)))
    return out


def of_questions(near, many, texts, rng):
    """Questions to people who tell of themselves, one in five to people of bench/judge, as reader.py has them."""
    tellers = [x for t in lines("judge/more/told*.jsonl", "remember/intros.jsonl") for x in reader.of_teller(t)]
    others = [x for t in lines("judge/dossiers*.jsonl", "judge/more/dossiers*.jsonl") for x in reader.of_person(t)]
    drawn = rng.sample(tellers, int(many * 0.8)) + rng.sample(others, many - int(many * 0.8))
    return [reader.example(x, near, texts + 1, rng) for x in drawn]


def odds(judge, batches, near, person):
    """For each statement and each of the earlier ones near to it: (log-odds, whether it is replaced)."""
    out = []
    for later in range(1, len(person.told)):
        at = {person.told[i]: i for i in person.earlier(later)}
        close = near.nearest(person.told[later], list(at))[:READ]
        logits = judge(*batches([(person.told[later], "|" + t) for t in close])).squeeze(-1).tolist()
        shares = np.array(logits) - np.log(1 + np.exp(logits).sum())
        replaced = person.replaced.get(later, [])
        out.append(([(float(s), at[t] in replaced) for s, t in zip(shares, close)], len(replaced)))
    return out


def report(judge, batches, near, some, what):
    judge.eval()
    with torch.no_grad():
        read = [x for person in some for x in odds(judge, batches, near, person)]
    judge.train()
    pairs = sum(n for _, n in read)
    found = sum(right for told, _ in read for _, right in told)
    line = "%s: %d statements, %d pairs, %d of them read" % (what, len(read), pairs, found)
    for bar in (0.3, 0.5, 0.7, 0.9):
        taken = [right for told, _ in read for share, right in told if share >= np.log(bar)]
        line += "; from %.1f on %d right, %d wrong" % (bar, sum(taken), len(taken) - sum(taken))
    print(line, flush=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--from", dest="start", required=True)
    p.add_argument("--near", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, default=1000)
    p.add_argument("--reading", type=float, default=0.4, help="share of the steps with questions and what answers them")
    p.add_argument("--rate", type=float, default=6e-5)
    p.add_argument("--texts", type=int, default=4, help="earlier statements beside each one that it does not replace")
    p.add_argument("--changing", type=float, default=0.5, help="share of the statements that replace something")
    p.add_argument("--dialogues", action="store_true")
    p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    everyone = people()
    held, kept = everyone[::HELD_OUT], [x for i, x in enumerate(everyone) if i % HELD_OUT]
    near = Nearness(a.near, a.bge)
    all_of_it = [x for person in kept for x in examples(person, near, rng, a.texts)]
    changing = [x for x in all_of_it if x[2] == 0 and len(x[1])]
    others = [x for x in all_of_it if x[2] and len(x[1])]
    size = 8
    reading = of_questions(near, int(a.steps * a.reading) * size, a.texts, rng)
    many = a.steps * size - len(reading)
    train = rng.choices(changing, k=int(many * a.changing)) + rng.choices(others, k=many - int(many * a.changing))
    print(len(kept), "people,", len(changing), "replacements,", len(others), "other statements", flush=True)
    judge = reader.begun(a.bge, a.start)
    batches = Batches(a.bge)
    descent = Descent(judge.parameters(), a.rate, a.steps)
    judge.train()
    steps = by_length(train, size, rng) + by_length(reading, size, rng)
    rng.shuffle(steps)
    for number, batch in enumerate(steps, 1):
        descent(loss_of(judge, batches, batch))
        if number % 300 == 0 or number == a.steps:
            torch.save(judge.state_dict(), a.out + ".pt")
            report(judge, batches, near, held, "people held out")
    if a.dialogues:
        report(judge, batches, near, [d for d in map(dialogue, range(1, 31)) if d], "dialogues")
    export(judge, a.out)


if __name__ == "__main__":
    main()
