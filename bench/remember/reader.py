"""Teaches the reader of memories: a cross-encoder that tells whether what somebody told of themselves answers a question
of theirs, when there are several things that might.

Starts from a judge (bench/judge) or from an earlier reader, learns from the people of bench/judge/more who tell of
themselves, and writes an int8
ONNX file. Needs torch, onnx, onnxruntime, tokenizers and numpy.

    python bench/remember/reader.py --bge FOLDER_WITH_FP32_ONNX_AND_TOKENIZER --from judge.onnx.pt \
        --near answers-zh.onnx --out reader.onnx [--steps 1800] [--first remember/intros.jsonl] [--seed 7]

A question is learned beside the statement that answers it and those that an embedder (`--near`) takes for it: the right
one must win over the others and over "none of them", whose logit is 0; where nothing was told, "none" must win. Of what
was told first and is otherwise now, neither is held against the other: which one holds is not to be seen in the words.
Neither the dialogues of studio/src/test/resources/remember nor bench/dev is read: they are there to choose by.
"""
import argparse
import glob
import os
import random
import sys

import numpy as np
import torch
from tokenizers import Tokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
sys.path[:0] = [os.path.join(BENCH, folder) for folder in ("judge", os.path.join("judge", "more"), "embed")]
from listwise import by_length, loss_of  # noqa: E402
from teach import lines  # noqa: E402
from train import Batches, Descent, Judge, export, text_of  # noqa: E402

NEAR = 14


class Asked:
    """A question, the texts that answer it, and the texts that do not."""

    def __init__(self, question, right, others):
        self.question, self.right, self.others = question, right, others


def of_teller(p):
    told = p["told"]
    linked = [{i, t["changed_by"]} for i, t in enumerate(told) if t.get("changed_by") is not None]
    for place, t in enumerate(told):
        apart = {place}.union(*(pair for pair in linked if place in pair))
        others = [o["text"] for i, o in enumerate(told) if i not in apart]
        for question in t["asked"]:
            yield Asked(question, ["|" + t["text"]], ["|" + o for o in others])
    for question in p["unanswered"]:
        yield Asked(question, [], ["|" + t["text"] for t in told])


def of_person(p):
    texts = [(text_of(x["question"], x["answer"]), x["reworded"]) for x in p["exchanges"]]
    texts += [(text_of("", x["text"]), x["answered"]) for x in p["passages"]]
    for place, (text, questions) in enumerate(texts):
        for question in questions:
            yield Asked(question, [text], [t for i, (t, _) in enumerate(texts) if i != place])
    for question in p["unanswered"]:
        yield Asked(question, [], [t for t, _ in texts])


class Nearness:
    """Cosines of the embedder that memories are found by."""

    def __init__(self, model, folder):
        import onnxruntime as ort
        self.tok = Tokenizer.from_file(glob.glob(folder + "/*tokenizer.json")[0])
        self.tok.no_padding()
        self.tok.enable_truncation(112)
        self.session = ort.InferenceSession(model)
        self.known = {}

    def vector(self, text):
        if text not in self.known:
            ids = np.array([self.tok.encode(text.strip("|").lower()).ids], np.int64)
            h = self.session.run(None, {"input_ids": ids, "attention_mask": ids * 0 + 1, "token_type_ids": ids * 0})[0]
            self.known[text] = h[0, 0] / np.linalg.norm(h[0, 0])
        return self.known[text]

    def nearest(self, question, texts):
        q = self.vector(question)
        return sorted(texts, key=lambda t: -float(self.vector(t) @ q))[:NEAR]


def marked(text, marks, rng):
    return text if text[-1] in "。！？!?…" or rng.random() < 0.5 else text + rng.choice(marks)


def example(asked, near, most, rng):
    """(question, texts, place of the one that answers or len(texts)), as listwise.py has it."""
    close = near.nearest(asked.question, asked.others)
    wrong = close[:2] + rng.sample(close[2:], max(0, min(most - 2, len(close) - 2)))
    texts = [marked(t, "。。。！", rng) for t in asked.right + wrong]
    return marked(asked.question, "？", rng), texts, 0 if asked.right else len(texts)


def begun(bge, start):
    """A judge with the weights of an earlier one; its words stay as they are."""
    judge = Judge()
    judge.load_bge(glob.glob(bge + "/*.onnx")[0])
    judge.resume(start)
    judge.word.weight.requires_grad = False
    return judge


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--from", dest="start", required=True)
    p.add_argument("--near", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--steps", type=int, default=1800)
    p.add_argument("--rate", type=float, default=6e-5)
    p.add_argument("--texts", type=int, default=5, help="texts beside each question that do not answer it")
    p.add_argument("--people", type=float, default=0.2, help="share of questions to people of bench/judge")
    p.add_argument("--first", help="rows (a pattern below bench/) of which every question is learned; the rest is drawn")
    p.add_argument("--mean", action="store_true", help="write the mean of the weights before and after")
    p.add_argument("--seed", type=int, default=7)
    a = p.parse_args()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    size = 8
    tellers = [x for t in lines("judge/more/told*.jsonl") for x in of_teller(t)]
    people = [x for t in lines("judge/dossiers*.jsonl", "judge/more/dossiers*.jsonl", "judge/more/tales.jsonl") for x in of_person(t)]
    many = a.steps * size
    of_people = int(many * a.people)
    drawn = [x for t in lines(*a.first.split(",")) for x in of_teller(t)] if a.first else []
    drawn += rng.sample(people, min(of_people, len(people)))
    while len(drawn) < many:
        drawn += rng.sample(tellers, min(len(tellers), many - len(drawn)))
    near = Nearness(a.near, a.bge)
    train = [example(x, near, a.texts, rng) for x in drawn]
    print(len(tellers), "of tellers,", len(people), "of people,", sum(len(x[1]) for x in train), "pairs", flush=True)
    judge = begun(a.bge, a.start)
    start = {name: weight.clone() for name, weight in judge.state_dict().items()}
    batches = Batches(a.bge)
    descent = Descent(judge.parameters(), a.rate, a.steps)
    judge.train()
    for number, some in enumerate(by_length(train, size, rng), 1):
        descent(loss_of(judge, batches, some))
        if number % 50 == 0:
            torch.save(judge.state_dict(), a.out + ".pt")
    if a.mean:
        judge.load_state_dict({name: (start[name] + after) / 2 for name, after in judge.state_dict().items()})
    torch.save(judge.state_dict(), a.out + ".pt")
    export(judge, a.out)


if __name__ == "__main__":
    main()
