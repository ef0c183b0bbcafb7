#!/usr/bin/env bash
# Measures five characters: scripted talks and held-out scenes, in own lines and with a model, with
# and without recall. Prints JSON, one object a line; figures from it stand in docs/log.md.
#
#   bench/character-runs.sh MODEL FOLDER...        each FOLDER one of ChatHaruhi's
#
# SAMPLES (20), SEEDS (3) and MAX (tokens of a reply, 160) make it shorter. What was imported and the
# rows of the ledger stay in LUOTUO_HOME.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd -P)
model=$1
shift
names=()
for folder; do
  name=$("$root/luotuo" persona import "$folder" --json | sed 's/^{"name":"\([^"]*\)".*/\1/')
  names+=("$name")
done

for name in "${names[@]}"; do
  "$root/luotuo" eval chat "$name" --json --model own-lines --samples "${SAMPLES:-20}"
  "$root/luotuo" eval chat "$name" --json --model "$model" --samples "${SAMPLES:-20}" --max "${MAX:-160}"
  "$root/luotuo" eval chat "$name" --json --model "$model" --samples "${SAMPLES:-20}" --max "${MAX:-160}" --no-recall
  # a break that was seen fails it; the others are counted all the same
  "$root/luotuo" eval turns "$name" --json --model "$model" --seeds "${SEEDS:-3}" --max "${MAX:-160}" || true
done
