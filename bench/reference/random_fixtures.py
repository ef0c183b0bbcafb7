"""What llama.cpp makes of the random models: the fixtures random-ARCHITECTURE-FORM.json.

    python random_fixtures.py FOLDER [ARCHITECTURE|- [FORM]]

`exact` is llama.cpp on the same weights widened to F32, checked here against numpy as well; `own` is
llama.cpp on the file itself, which rounds activations as it likes. `gap` is the largest difference of the
two among the recorded log-probabilities. `next` holds log p(id[n+1] | id[0..n]) for n = 0 …; `top` the
likeliest tokens after position `at` and their log-probabilities.
"""

import hashlib
import json
import pathlib
import sys
import tempfile

import llama_cpp
import numpy as np

import random_model
from exact import Exact, log_probabilities
from reference import Model, widen

TOP = 20


def prompts(shape):
    """Tokens from the same kind of stream as the weights; longer than any window of a tiny model."""
    for n, length in enumerate((48, 20)):
        draws = random_model.stream(random_model.SEED, f"prompt {n}", length)
        yield [int(d % np.uint64(shape.vocabulary)) for d in draws]


def places(ids):
    return [n for n in (0, 5, 15, 16, 17, 33) if n < len(ids) - 1] + [len(ids) - 1]


def rounded(values):
    return [round(float(v), 5) for v in values]


def record(ids, p, likeliest):
    following = [p[n, token] for n, token in enumerate(ids[1:])]
    top = [{"at": n, "ids": likeliest[n], "logProbabilities": rounded(p[n, likeliest[n]])} for n in places(ids)]
    return {"next": rounded(following), "top": top}


def flat(record):
    return np.array(record["next"] + [v for t in record["top"] for v in t["logProbabilities"]])


def fixture(architecture, form, folder):
    shape = random_model.TINY[architecture]
    path, wide = folder / "model.gguf", folder / "wide.gguf"
    random_model.write(path, shape, form, random_model.SEED)
    widen(path, wide)
    own, exact, plain = Model(path), Model(wide), Exact(path)
    found, gap, witness = [], 0.0, 0.0
    for ids in prompts(shape):
        e = log_probabilities(exact.logits(ids))
        likeliest = {n: [int(t) for t in np.argsort(-e[n], kind="stable")[:TOP]] for n in places(ids)}
        e, n = record(ids, e, likeliest), record(ids, log_probabilities(own.logits(ids)), likeliest)
        w = record(ids, log_probabilities(plain.logits(ids)), likeliest)
        gap = max(gap, np.abs(flat(e) - flat(n)).max())
        witness = max(witness, np.abs(flat(e) - flat(w)).max())
        found.append({"ids": ids, "exact": e, "own": n})
    own.close(), exact.close()
    sha = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{architecture:8} {form:5} own–exact {gap:.5f}  numpy–exact {witness:.5f}  "
          f"best {np.exp(found[0]['exact']['top'][-1]['logProbabilities'][0]):.2f}", flush=True)
    return {"architecture": architecture, "form": form, "seed": random_model.SEED, "sha256": sha,
            "llamaCppPython": llama_cpp.__version__, "gap": round(gap, 5), "prompts": found}


def main(target, architectures, forms):
    with tempfile.TemporaryDirectory() as folder:
        for architecture in architectures:
            for form in forms:
                text = json.dumps(fixture(architecture, form, pathlib.Path(folder)), separators=(",", ":"))
                (pathlib.Path(target) / f"random-{architecture}-{form}.json").write_text(text + "\n")


if __name__ == "__main__":
    chosen = sys.argv[2:] + ["-"] * (4 - len(sys.argv))
    main(sys.argv[1], random_model.ARCHITECTURES if chosen[0] == "-" else [chosen[0]],
         random_model.FORMS if chosen[1] == "-" else [chosen[1]])
