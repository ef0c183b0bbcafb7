#!/usr/bin/env bash
# OpenAI's own clients for Python and Node, given the address of a served character, talk to it.
#
# They are fetched once, from PyPI and npm, into LUOTUO_CLIENTS (~/.cache/luotuo-clients). A client
# that cannot be had is skipped, saying so.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly MODEL=李鲁鲁
clients=${LUOTUO_CLIENTS:-$HOME/.cache/luotuo-clients}
work=$(mktemp -d "${TMPDIR:-/tmp}/luotuo.XXXXXX")
export LUOTUO_HOME=$work/home
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

python_client() {
  [ -x "$clients/python/bin/python" ] || python3 -m venv "$clients/python"
  "$clients/python/bin/python" -c 'import openai' 2>/dev/null ||
    "$clients/python/bin/python" -m pip -q install openai
}

node_client() {
  [ -d "$clients/node/node_modules/openai" ] ||
    npm install --silent --no-fund --no-audit --prefix "$clients/node" openai
}

mkdir -p "$clients/node"
./luotuo chat 李鲁鲁 你是谁？ >/dev/null # builds the program and the index before anybody waits
printf 'rules: [{reply: 骆驼不是公司，是个学习的项目。}]\n' >"$work/script.yaml"
./luotuo serve --port 0 --no-open --json --model "scripted:$work/script.yaml" >"$work/served" 2>"$work/said" &
server=$!
for _ in $(seq 300); do
  [ -s "$work/served" ] && break
  kill -0 $server 2>/dev/null || { cat "$work/said" >&2; exit 1; }
  sleep 0.1
done
base=$(sed 's/.*"openai":"\([^"]*\)".*/\1/' "$work/served")
echo "served at $base"

if command -v python3 >/dev/null && python_client >"$work/pip" 2>&1; then
  "$clients/python/bin/python" demo/clients/talk.py "$base" "$MODEL"
else
  echo "SKIPPED: openai for Python cannot be had here: $(tail -n 1 "$work/pip" 2>/dev/null)"
fi
if command -v npm >/dev/null && node_client >"$work/npm" 2>&1; then
  cp demo/clients/talk.mjs "$clients/node/talk.mjs" # beside node_modules, where Node looks for them
  (cd "$clients/node" && node talk.mjs "$base" "$MODEL")
else
  echo "SKIPPED: openai for Node cannot be had here: $(tail -n 1 "$work/npm" 2>/dev/null)"
fi

# It ends when it is asked to, and well.
kill -TERM $server
wait $server || [ $? -eq 143 ]
server=''
[ ! -e "$LUOTUO_HOME/errors.log" ] || { cat "$LUOTUO_HOME/errors.log" >&2; exit 1; }
echo "clients: ok"
