"""What of a persona's wordings tells what a question asks for?

A fifth of the wordings and of the questions never told is held out, twice; the rest are the cues. Printed: the
share of held-out wordings led to their own scene, and the share so led where one in ten of the held-out questions
never told is taken up.

    python wordings.py --bge FOLDER_WITH_ONNX_AND_TOKENIZER --persona FOLDER [--seed 0]
"""
import argparse
import os
import re

import numpy as np

from train import Encoder


def asked(persona):
    """Scene to its wordings, and what was never told."""
    scenes, untold, into = {}, [], None
    with open(os.path.join(persona, "asked.txt"), encoding="utf-8") as f:
        for line in filter(None, map(str.strip, f)):
            head = re.fullmatch(r"\[(.*)\]", line)
            if head:
                file = os.path.join(persona, "texts", head[1] + ".txt")
                into = scenes.setdefault(head[1], []) if os.path.exists(file) else untold
            else:
                into.append(line)
    return scenes, untold


def nearest(cosines, most):
    return np.sort(cosines, 1)[:, ::-1][:, :most].mean(1)


def by_nearest(most):
    def score(cues, of, untold, texts):
        told = np.stack([nearest(texts @ cues[of == s].T, most) for s in range(of.max() + 1)], 1)
        return told - nearest(texts @ untold.T, most)[:, None]
    return score


def by_ridge(cues, of, untold, texts):
    """As luotuo.memory.CueClassifier had it at first."""
    x = np.concatenate([cues, untold])
    column = np.concatenate([of, np.full(len(untold), of.max() + 1)])
    y = np.eye(of.max() + 2)[column]
    mean = x.mean(0)
    x = x - mean
    taken = (texts - mean) @ np.linalg.solve(x.T @ x + np.eye(x.shape[1]), x.T @ y) + y.mean(0)
    return taken[:, :-1] - taken[:, -1:]


def by_descent(cues, of, untold, texts, epochs=8, first=2.0):
    """Log-odds against what was never told, by logistic regression as luotuo.memory.CueClassifier has it."""
    x = np.concatenate([cues, untold]).astype(np.float32)
    column = np.concatenate([of, np.full(len(untold), of.max() + 1)])
    mean = x.mean(0)
    ones = lambda v: np.c_[v - mean, np.ones(len(v), np.float32)]
    x, weights = ones(x), np.zeros((x.shape[1] + 1, of.max() + 2), np.float32)
    rng, done = np.random.RandomState(1), 0
    for _ in range(epochs):
        for i in rng.permutation(len(x)):
            odds = x[i] @ weights
            slope = np.exp(odds - odds.max())
            slope /= slope.sum()
            slope[column[i]] -= 1
            weights -= first * (1 - done / (epochs * len(x))) * np.outer(x[i], slope)
            done += 1
    odds = ones(texts) @ weights
    share = np.exp(odds - odds.max(1, keepdims=True))
    share = np.log(share / share.sum(1, keepdims=True) + 1e-6)
    return share[:, :-1] - share[:, -1:]


def with_ridge(*arguments):
    return by_nearest(3)(*arguments) + 0.5 * by_ridge(*arguments)


def both(*arguments):
    return by_nearest(3)(*arguments) + 0.06 * by_descent(*arguments)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--bge", required=True)
    p.add_argument("--persona", required=True)
    p.add_argument("--seed", type=int, default=0)
    a = p.parse_args()
    scenes, never = asked(a.persona)
    bge = Encoder(a.bge)
    cues, untold = bge([w for ws in scenes.values() for w in ws]), bge(never)
    of = np.concatenate([np.full(len(ws), i) for i, ws in enumerate(scenes.values())])
    rng = np.random.RandomState(a.seed)
    part, untold_part = rng.randint(0, 5, len(cues)), rng.randint(0, 5, len(untold))
    ways = {"the nearest": by_nearest(1), "the nearest three": by_nearest(3), "the nearest five": by_nearest(5),
            "ridge regression": by_ridge, "the nearest three and ridge regression": with_ridge,
            "logistic regression": by_descent, "the nearest three and logistic regression": both}
    for name, score in ways.items():
        led, best, taken = [], [], []
        for k in range(2):
            known = cues[part != k], of[part != k], untold[untold_part != k]
            scores = score(*known, cues[part == k])
            led += list(scores.argmax(1) == of[part == k])
            best += list(scores.max(1))
            taken += list(score(*known, untold[untold_part == k]).max(1))
        above = np.sort(taken)[::-1][len(taken) // 10]
        right = np.array(led) & (np.array(best) > above)
        print(f"{name:40} led {100 * np.mean(led):.1f} %  and not taken for untold {100 * np.mean(right):.1f} %", flush=True)


if __name__ == "__main__":
    main()
