#!/usr/bin/env bash
# Holds the server to its OpenAPI document: it is started on an empty workspace, with one small character, and
# schemathesis makes requests of the document, right ones and wrong ones. No reply may have a status of 5xx, and every
# reply has to be one that the document tells of. Takes about a minute.
#
#   demo/openapi-test.sh            with ./luotuo
#   demo/openapi-test.sh SECONDS    for longer
#
# It is skipped, saying so, where there is no Python 3, or where PyPI cannot be had.
set -euo pipefail

version=4.32.5 # of schemathesis
seconds=${1:-50}
root=$(cd "$(dirname "$0")/.." && pwd -P)
tools=${XDG_CACHE_HOME:-$HOME/.cache}/luotuo-schemathesis-$version
work=$(cd "$(mktemp -d "${TMPDIR:-/tmp}/luotuo-openapi.XXXXXX")" && pwd -P)
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
export LUOTUO_HOME=$work/home LANG=C.UTF-8
unset LC_ALL LC_MESSAGES LANGUAGE

fail() {
  printf '\nFAILED: %s\n' "$1" >&2
  for file in "$work/server" "$work/home/errors.log" "$work/run"; do
    [ -s "$file" ] && printf -- '--- %s\n%s\n' "${file##*/}" "$(tail -n 120 "$file")" >&2
  done
  exit 1
}

skip() {
  printf 'openapi-test: skipped: %s\n' "$1"
  exit 0
}

# The venv is made apart and moved, so that half of one is never used.
install() {
  [ -x "$tools/bin/st" ] && return
  command -v python3 >/dev/null || skip 'there is no Python 3'
  rm -rf "$tools"
  python3 -m venv "$tools" >"$work/venv" 2>&1 || skip "Python makes no venv here ($(tail -n 1 "$work/venv"))"
  if ! "$tools/bin/pip" install -q --disable-pip-version-check "schemathesis==$version" >"$work/pip" 2>&1; then
    rm -rf "$tools/bin/st"
    "$tools/bin/pip" download -q --no-deps --no-cache-dir -d "$work/download" pip >/dev/null 2>&1 ||
      skip 'PyPI cannot be had'
    tail -n 5 "$work/pip" >&2
    fail 'PyPI can be had, but schemathesis cannot be installed'
  fi
}

# The program as an unpacked archive has it, but with a character that is quickly known by heart.
lay_out() {
  "$root/luotuo" --version >/dev/null # builds it where that is needed
  mkdir -p "$work/program/bin" "$work/program/personas/阿远/texts"
  cp "$root/luotuo" "$work/program/bin/"
  ln -s "$root/studio/target/lib" "$work/program/lib"
  ln -s "$root/models" "$work/program/models"
  printf 'name: 阿远\nlanguage: zh\nscope: play\n' >"$work/program/personas/阿远/persona.yaml"
  printf '提问人:「你小时候住在哪里？」\n阿远:「我小时候住在河边的木屋里。」\n' >"$work/program/personas/阿远/texts/1.txt"
  printf '同学:「你养过什么动物？」\n阿远:「我养过一只叫阿黄的狗。」\n' >"$work/program/personas/阿远/texts/2.txt"
}

serve() {
  cd "$work"
  "$work/program/bin/luotuo" serve --port 0 >"$work/server" 2>&1 &
  server=$!
  for _ in $(seq 300); do
    address=$(grep -o 'http://[^ ]*/' "$work/server" | tail -n 1 || true)
    [ -n "$address" ] && return
    kill -0 "$server" 2>/dev/null || fail 'the server did not start'
    sleep 0.2
  done
  fail 'the server is not ready after a minute'
}

install
lay_out
serve

# Pulls would go to the hubs. What the document leaves open (whether a text is an address, a picture, a transcript) is
# refused with good reason, so that not all that it allows has to be taken. A character that was removed may be there
# still: the one that ships shows again.
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance
checks+=,response_schema_conformance,negative_data_rejection,ensure_resource_availability,unsupported_method

# run PHASES SECONDS
run() {
  code=0
  "$tools/bin/st" run "${address}api/openapi.json" --phases "$1" --max-time "$2" --checks "$checks" \
    --exclude-operation-id pullModel --seed 42 --continue-on-failure --request-timeout 60 --warnings off \
    >"$work/run" 2>&1 || code=$?
  sed -n '/= SUMMARY =/,$p' "$work/run"
  [ "$code" -eq 0 ] || fail "schemathesis found that the document is not true (exit code $code)"
}

run coverage,fuzzing $((seconds * 2 / 3))
selected=$(sed -n 's|.*Selected: \([0-9]*\)/.*|\1|p' "$work/run")
tested=$(sed -n 's|.*Tested: \([0-9]*\).*|\1|p' "$work/run")
[ "${selected:-0}" -ge 39 ] && [ "$tested" = "$selected" ] || fail "only ${tested:-0} of ${selected:-0} operations were tested"
run stateful $((seconds / 3)) # what was made by one request is what the next ones are about
[ ! -e "$work/home/errors.log" ] || fail 'something happened that nobody foresaw'
printf 'ok  the OpenAPI document is true of %s operations\n' "$tested"
