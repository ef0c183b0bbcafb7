"""llama.cpp's tokens per CPU-second, as luotuo.bench.EngineSpeed measures the engine's.

    python llama_speed.py FILE [--threads N] [--rounds N]

CPU-seconds are those of the whole process, all threads. `prompt`: 512 tokens in one batch, logits of the
last one only. `decode`: 64 tokens one by one after 128 others. One pass warms up, then each round measures
both; the figures are of all rounds together. llama.cpp is as it comes: keys and values F16, flash attention
where it thinks it best. The tokens are arbitrary and the same for everybody: number n is
7919 · (n + 1) mod the size of the vocabulary.
"""

import argparse
import json
import os
import time

import llama_cpp as c

from reference import Model, feed

PROMPT, DEPTH, DECODE = 512, 128, 64


def timed(work):
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def main():
    options = argparse.ArgumentParser()
    options.add_argument("file")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rounds", type=int, default=3)
    options = options.parse_args()
    model = Model(options.file)
    context = model.context(1024, batch=PROMPT, threads=options.threads, precise=False)
    tokens = [7919 * (n + 1) % model.tokens for n in range(PROMPT)]
    sums = {"prompt": [0.0, 0.0], "decode": [0.0, 0.0]}

    def decode():
        for token in tokens[DEPTH : DEPTH + DECODE]:
            feed(context, [token])

    for measured in range(options.rounds + 1):
        c.llama_memory_clear(c.llama_get_memory(context), True)
        prompt = timed(lambda: feed(context, tokens))
        c.llama_memory_clear(c.llama_get_memory(context), True)
        feed(context, tokens[:DEPTH])
        one_by_one = timed(decode)
        if measured:
            for name, spent in (("prompt", prompt), ("decode", one_by_one)):
                sums[name] = [a + b for a, b in zip(sums[name], spent)]
    out = {"engine": f"llama.cpp ({c.__name__} {c.__version__})", "file": os.path.basename(options.file),
           "threads": options.threads, "rounds": options.rounds}
    for name, count in (("prompt", PROMPT), ("decode", DECODE)):
        cpu, wall = sums[name]
        out[name] = round(count * options.rounds / cpu, 1)
        out[name + "PerSecond"] = round(count * options.rounds / wall, 1)
    print(json.dumps(out))


if __name__ == "__main__":
    main()
