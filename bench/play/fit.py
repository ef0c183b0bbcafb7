"""Fits how the signals of a line together say whether a reader takes it for a reply (chat.Ranking).

`read.tsv` holds, without their words, the lines that came to mind for 120 things said to six characters of the
ChatHaruhi folders, 20 each: their signals as chat.Signals has them, their length in letters (three Latin ones count as one),
and whether a reader who saw only what was said and the line took it for a reply. Needs numpy.

    python bench/play/fit.py
"""
import collections
import os

import numpy as np

LONG, RIDGE = 200, 2.0
OLD = ((0, .25), (1, .55), (3, .10), (4, -.20))


def rows():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "read.tsv"), encoding="utf-8") as f:
        next(f)
        for line in f:
            who, exchange, fits, *signals = line.split("\t")
            x = [float(s) for s in signals]
            x[5] = float(np.clip(1 - np.log(max(1, x[5])) / np.log(LONG), 0, 1))
            yield who, exchange, int(fits), x


def fit(x, y):
    """Logistic regression with a ridge over standardised signals; the bias comes last."""
    spread = x.std(0)
    a = np.c_[x / spread, np.ones(len(x))]
    w, ridge = np.zeros(a.shape[1]), np.r_[np.full(x.shape[1], RIDGE), 1e-6]
    for _ in range(40):
        p = 1 / (1 + np.exp(-a @ w))
        w -= np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + np.diag(ridge), a.T @ (p - y) + ridge * w)
    return np.r_[w[:-1] / spread, w[-1]]


def best(exchanges, score):
    return [fits[int(np.argmax(score(x)))] for x, fits in exchanges]


def main():
    by = collections.defaultdict(lambda: ([], []))
    for who, exchange, fits, x in rows():
        by[who, exchange][0].append(x)
        by[who, exchange][1].append(fits)
    by = {k: (np.array(x), np.array(y)) for k, (x, y) in by.items() if len(y) > 1}

    def learned(some):
        return fit(np.concatenate([by[k][0] for k in some]), np.concatenate([by[k][1] for k in some]))

    apart = []
    for who in sorted({k[0] for k in by}):
        w = learned([k for k in by if k[0] != who])
        apart += best([v for k, v in by.items() if k[0] == who], lambda x, w=w: x @ w[:-1])
    any_fits = [int(y.max()) for _, y in by.values()]
    print(f"{len(by)} exchanges; some line that came to mind fits {np.mean(any_fits):.3f}, the mean line "
          f"{np.concatenate([y for _, y in by.values()]).mean():.3f}")
    print(f"the best by near, judged, words and echo, as it was (without its rule for length): "
          f"{np.mean(best(by.values(), lambda x: sum(w * (np.maximum(x[:, 1], .9 * x[:, 2]) if i == 1 else x[:, i]) for i, w in OLD))):.3f}")
    print(f"the best by what was fitted on the other five characters: {np.mean(apart):.3f}")
    print("fitted on all:", dict(zip("judged asked said words echo brief bias".split(), np.round(learned(by), 2))))


if __name__ == "__main__":
    main()
