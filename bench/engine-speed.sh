#!/usr/bin/env bash
# The engine against llama.cpp on the same file, in turns: tokens per CPU-second and the ratios.
#
#   bench/engine-speed.sh FILE THREADS [TIMES]
#
# Needs a python with llama-cpp-python built for this machine: PYTHON names it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
file=$1 threads=$2 times=${3:-3}
classes=${CLASSES:-$here/target/classes:$here/../studio/target/classes:$(cat "${CLASSPATH_FILE:-$here/target/classpath.txt}")}
results=$(mktemp) && trap 'rm -f "$results"' EXIT
for ((i = 0; i < times; i++)); do
  "${JAVA:-java}" --add-modules jdk.incubator.vector -cp "$classes" \
    luotuo.model.gguf.EngineSpeed "$file" "$threads" 5 2>/dev/null | tee -a "$results"
  (cd "$here/reference" && "${PYTHON:-python3}" llama_speed.py "$file" --threads "$threads" 2>/dev/null) | tee -a "$results"
done
"${PYTHON:-python3}" - "$results" <<'PYTHON'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
ours = [r for r in rows if r["engine"] == "luotuo"]
theirs = [r for r in rows if r["engine"] != "luotuo"]
for what in ("prompt", "decode"):
    a, b = (sorted(r[what] for r in rs)[len(rs) // 2] for rs in (ours, theirs))
    print(f"{what}: {a} against {b}, ratio {a / b:.2f}")
PYTHON
