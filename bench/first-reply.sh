#!/usr/bin/env bash
# Time and CPU from a fresh clone to the first reply of a character: with an empty Maven repository,
# with a warm one, and then built, before and after the archive that the launcher makes.
#
#   bench/first-reply.sh [FOLDER]    the clone and the repository go into FOLDER, a temporary one if none
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd -P)
work=${1:-$(mktemp -d "${TMPDIR:-/tmp}/luotuo-first.XXXXXX")}
mkdir -p "$work"
[ $# -gt 0 ] || trap 'rm -rf "$work"' EXIT
export MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$work/repository"
TIMEFORMAT='%R s, %U + %S s of CPU'

clone() {
  rm -rf "$work/clone"
  git clone -q "$root" "$work/clone"
}

# measure WHAT CACHE [HOME]: in an empty workspace, or in one that is there.
measure() {
  local time home=${3:-}
  [ -n "$home" ] || home=$(mktemp -d "$work/home.XXXXXX")
  export LUOTUO_HOME=$home LUOTUO_CACHE=$2
  time=$({ time "$work/clone/luotuo" chat 李鲁鲁 '介绍一下你自己吧' >"$work/reply" 2>"$work/errors"; } 2>&1) || {
    cat "$work/errors" >&2
    exit 1
  }
  [ -s "$work/reply" ]
  printf '%-46s %s\n' "$1" "$time"
}

rm -rf "$work/repository"
clone
measure 'fresh clone, empty Maven repository' none
printf '%-46s %s\n' 'fetched' "$(du -sh "$work/repository" | cut -f 1)"
clone
measure 'fresh clone, warm Maven repository' none
measure 'built, empty workspace, no archive' none
LUOTUO_CACHE=$work/cache "$work/clone/luotuo" --make-archive
measure 'built, empty workspace, archive' "$work/cache"
measure 'built, warm index, archive' "$work/cache" "$LUOTUO_HOME"
