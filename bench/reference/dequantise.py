"""Random blocks of every stored form, and what PyPI's gguf makes of them.

    python bench/reference/dequantise.py studio/src/test/resources/gguf/dequantise

A file for each form: the blocks' bytes, then their weights as little-endian floats. Seed 4.
"""

import sys
from pathlib import Path

import numpy as np
from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType as Form
from gguf.quants import dequantize

# where a block keeps numbers of half precision, which have to be finite
SCALES = {
    Form.Q8_0: [0],
    Form.Q4_0: [0],
    Form.Q4_1: [0, 2],
    Form.Q5_0: [0],
    Form.Q5_1: [0, 2],
    Form.Q4_K: [0, 2],
    Form.Q5_K: [0, 2],
    Form.Q6_K: [208],
}


def blocks(form, random):
    weights, size = GGML_QUANT_SIZES[form]
    count = 2 if weights == 256 else 4
    raw = random.integers(0, 256, (count, size), dtype=np.uint8)
    for at in SCALES[form]:
        scale = random.normal(0, 0.1, count).astype("<f2")
        raw[:, at : at + 2] = scale.view(np.uint8).reshape(count, 2)
    return raw


def plain(form, random):
    numbers = random.normal(0, 1, 64).astype("<f4")
    numbers[:4] = [0, -0.0, 1e-7, -65504]
    if form == Form.F16:
        return numbers.astype("<f2").view(np.uint8)
    return (numbers.view("<u4") >> 16).astype("<u2").view(np.uint8)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(4)
    for form in [Form.F16, Form.BF16, *SCALES]:
        raw = blocks(form, random) if form in SCALES else plain(form, random)
        weights = dequantize(raw.reshape(1, -1), form).astype("<f4")
        (folder / f"{form.name}.bin").write_bytes(raw.tobytes() + weights.tobytes())


main(Path(sys.argv[1]))
