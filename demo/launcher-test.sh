#!/usr/bin/env bash
# Tests of the launcher, with the real program: each in a changed environment or a copy of the
# checkout. They need a JDK 25 and Maven, as a build does.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(cd "$(mktemp -d "${TMPDIR:-/tmp}/luotuo-launcher.XXXXXX")" && pwd -P)
trap 'rm -rf "$work"' EXIT
export LUOTUO_HOME=$work/home LUOTUO_CACHE=none LANG=en_US.UTF-8
unset LC_ALL LC_MESSAGES LANGUAGE

fail() {
  printf 'FAILED: %s\n' "$1" >&2
  for file in "$work"/out* "$work"/err*; do
    [ -s "$file" ] && printf -- '--- %s\n%s\n' "${file##*/}" "$(tail -n 20 "$file")" >&2
  done
  exit 1
}

# try COMMAND: leaves the exit code in $code, and the output in the files out and err.
try() {
  code=0
  "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
}

# equal WHAT EXPECTED SEEN
equal() {
  [ "$2" = "$3" ] || fail "$1: expected $2, but it is $3"
}

one_line_on_stderr() {
  equal "$1: lines on stderr" 1 "$(wc -l <"$work/err" | tr -d ' ')"
  [ ! -s "$work/out" ] || fail "$1: something on stdout"
}

ok() {
  printf 'ok  %s\n' "$1"
}

copy_checkout() {
  mkdir -p "$1"
  tar -C "$root" --exclude ./.git --exclude ./.cache --exclude ./dist --exclude './*/target' -cf - . | tar -C "$1" -xf -
}

no_java_is_one_sentence() {
  sed 's/^readonly NEEDED=25/readonly NEEDED=99/' "$root/luotuo" >"$work/needs-99"
  chmod +x "$work/needs-99"
  try "$work/needs-99" chat 李鲁鲁
  equal 'no Java: exit code' 1 "$code"
  one_line_on_stderr 'no Java'
  grep -q 'https://adoptium.net' "$work/err" || fail 'no Java: it does not say what to install'
  try env LC_ALL=zh_CN.UTF-8 "$work/needs-99" chat 李鲁鲁
  grep -q '请安装' "$work/err" || fail 'no Java: not in Chinese by the locale'
  try "$work/needs-99" chat 李鲁鲁 --lang zh
  grep -q '请安装' "$work/err" || fail 'no Java: not in Chinese by --lang'
  ok 'no Java: one sentence, in the language of the user, and exit code 1'
}

two_starts_build_once() {
  copy_checkout "$work/我的 骆驼"
  local first
  "$work/我的 骆驼/luotuo" --help >"$work/out1" 2>"$work/err1" &
  first=$!
  "$work/我的 骆驼/luotuo" --help >"$work/out2" 2>"$work/err2" || fail 'the second of two starts failed'
  wait $first || fail 'the first of two starts failed'
  cmp -s "$work/out1" "$work/out2" || fail 'two starts at once printed different things'
  equal 'builds by two starts at once' 1 "$(cat "$work/err1" "$work/err2" | grep -c 'First run')"
  try "$work/我的 骆驼/luotuo" --help
  [ ! -s "$work/err" ] || fail 'built again without need'
  ok 'two starts at once, in a folder with a space and Chinese, build once'
}

failed_build_is_told() {
  local copy=$work/我的\ 骆驼
  printf 'not Java\n' >"$copy/studio/src/main/java/luotuo/Broken.java"
  try "$copy/luotuo" --help
  equal 'failed build: exit code' 1 "$code"
  grep -q 'luotuo-build.log' "$work/err" || fail 'failed build: the log is not named'
  grep -q 'Broken.java' "$work/err" || fail 'failed build: the last lines do not show why'
  [ ! -s "$work/out" ] || fail 'failed build: something on stdout'
  rm "$copy/studio/src/main/java/luotuo/Broken.java"
  try "$copy/luotuo" --help
  equal 'after a failed build: exit code' 0 "$code"
  ok 'a build that fails says where its log is, and the next one is tried'
}

chinese_comes_through() {
  local locale
  for locale in C zh_CN.GBK no_SUCH.locale; do
    try env LC_ALL=$locale LANG=$locale "$root/luotuo" recall 李鲁鲁 '清华“物理”系 é' -k 1 --json
    equal "LC_ALL=$locale: exit code" 0 "$code"
    grep -q '清华“物理”系 é' "$work/out" || fail "LC_ALL=$locale: an argument came through mangled"
    [ ! -s "$work/err" ] || fail "LC_ALL=$locale: something on stderr"
  done
  ok 'Chinese arguments and output are whole in any locale'
}

links_lead_to_the_program() {
  mkdir -p "$work/bin" "$work/elsewhere"
  ln -s "$root/luotuo" "$work/bin/real"
  ln -s real "$work/bin/luotuo"
  (cd "$work/elsewhere" && PATH=$work/bin:$PATH CDPATH=/:/tmp luotuo persona list) >"$work/out" 2>"$work/err" ||
    fail 'a link on the PATH does not start the program'
  grep -q '李鲁鲁' "$work/out" || fail 'started through a link, the characters that ship are not found'
  ok 'a link to the launcher works from another folder'
}

archives_never_show() {
  local cache=$work/cache plain
  try "$root/luotuo" recall 李鲁鲁 清华 -k 1 --json
  plain=$(cat "$work/out")
  LUOTUO_CACHE=$cache "$root/luotuo" --make-archive
  [ -f "$(echo "$cache"/java-*/made)" ] || fail 'no archive was made'
  [ -s "$(echo "$cache"/java-*/chat.aot)" ] || fail 'the archive of classes is empty'
  [ -z "$(ls "$cache" | grep -E 'new|lock')" ] || fail 'making the archive left something behind'
  for state in good broken gone; do
    case $state in
      broken) printf 'rubbish' >"$(echo "$cache"/java-*/chat.aot)" ;;
      gone) rm "$(echo "$cache"/java-*/chat.aot)" ;;
    esac
    try env LUOTUO_CACHE="$cache" "$root/luotuo" recall 李鲁鲁 清华 -k 1 --json
    equal "archive $state: exit code" 0 "$code"
    equal "archive $state: output" "$plain" "$(cat "$work/out")"
    [ ! -s "$work/err" ] || fail "archive $state: something on stderr"
  done
  ok 'an archive that is good, broken or gone changes nothing that is seen'
}

wide_vectors_are_used() {
  grep -qsw avx2 /proc/cpuinfo || { ok 'wide vectors: this processor has none, not tested' && return; }
  try "$root/luotuo" doctor --json --lang en
  grep -q '"arithmetic".*computes with' "$work/out" || fail 'a model in the process computes without wide vectors'
  [ ! -s "$work/err" ] || fail 'doctor: something on stderr'
  ok 'a model in the process computes with wide vectors'
}

# cpu ARGUMENT...: milliseconds of CPU that the program takes, the launcher included.
cpu() {
  { TIMEFORMAT='%3U %3S' && time LUOTUO_CACHE=$work/cheap "$root/luotuo" "$@" >/dev/null 2>&1; } 2>&1 |
    awk '{ print int(($1 + $2) * 1000) }'
}

# Against what searching a character takes, in the same minute: how fast a machine is and what else runs
# on it changes both, so that milliseconds alone say nothing (docs/log.md has those of a quiet one).
help_is_cheap() {
  local help=999999 search=999999 took i
  LUOTUO_CACHE=$work/cheap "$root/luotuo" --make-archive
  for i in 1 2 3 4 5; do
    took=$(cpu --help)
    [ "$took" -ge "$help" ] || help=$took
    took=$(cpu recall 李鲁鲁 清华 -k 1)
    [ "$took" -ge "$search" ] || search=$took
  done
  [ $((help * 4)) -lt $((search * 3)) ] || fail "--help took $help ms of CPU, and recall no more than $search ms"
  ok "--help takes $help ms of CPU, the launcher included; recall, which loads a model, $search ms"
}

dist_runs_alone() {
  local copy=$work/我的\ 骆驼 tool
  try "$copy/luotuo" dist
  equal 'dist: exit code' 0 "$code"
  local sizes
  sizes=$(sed 's|.*/||' "$work/out" | tr '\n' ' ')
  mkdir -p "$work/un packed" "$work/path"
  tar -C "$work/un packed" -xzf "$copy"/dist/luotuo-*.tar.gz
  rm -rf "$copy"
  # A path with what every system has, and without Maven or a Java.
  for tool in bash env cat cksum grep head locale nice ls ln mkdir mv readlink rm sleep tail uname; do
    ln -s "$(type -P $tool)" "$work/path/$tool"
  done
  local program
  program=$(echo "$work/un packed"/luotuo-*/bin/luotuo)
  try env PATH="$work/path" HOME="$work/nobody" LUOTUO_HOME="$work/nobody/luotuo" \
    "$program" chat 李鲁鲁 '你怎么没读博啊' --json
  equal 'dist: chat: exit code' 0 "$code"
  grep -q '汤老师' "$work/out" || fail 'dist: chat does not answer'
  try env PATH="$work/path" HOME="$work/nobody" "$program" dist
  equal 'dist of an archive: exit code' 1 "$code"
  one_line_on_stderr 'dist of an archive'
  ok "the archive runs without Maven: $sizes"
}

# First of all so that a build's line is on no other test's stderr.
"$root/luotuo" --help >/dev/null
no_java_is_one_sentence
two_starts_build_once
failed_build_is_told
chinese_comes_through
links_lead_to_the_program
archives_never_show
wide_vectors_are_used
help_is_cheap
dist_runs_alone
