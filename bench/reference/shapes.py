"""Random weights in the shapes of real models, for comparing speed where the real ones cannot be had.

    python shapes.py [FOLDER]        what is not there yet; ~/.cache/luotuo-test-models if no folder is named
"""

import pathlib
import sys

from random_model import NORMAL, SEED, Shape, write
from real_models import CACHE

# name: shape, form of the matrices, form of the embedding (llama.cpp's Q4_K_M keeps that one at Q6_K)
SHAPES = {
    "random-smollm2-135m.Q8_0": (
        Shape("llama", hidden=576, layers=30, heads=9, shared=3, feed=1536, vocabulary=49152, context=8192,
              tied=True, epsilon=1e-5, base=1e5, embedding=1.0), "Q8_0", None),
    "random-gemma3-270m.Q8_0": (
        Shape("gemma3", hidden=640, layers=18, heads=4, shared=1, size=256, feed=2048, vocabulary=262144,
              context=32768, window=512, tied=True, base=1e6, embedding=1.0), "Q8_0", None),
    "random-qwen3-0.6b.Q4_K": (
        Shape("qwen3", hidden=1024, layers=28, heads=16, shared=8, size=128, feed=3072, vocabulary=151936,
              context=40960, tied=True, base=1e6, embedding=1.0), "Q4_K", "Q6_K"),
}


def main(folder=CACHE):
    for name, (shape, form, embedding) in SHAPES.items():
        target = pathlib.Path(folder) / f"{name}.gguf"
        if not target.exists():
            half = target.with_suffix(".half")
            write(half, shape, form, SEED, embedding, spare=NORMAL)
            half.rename(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
