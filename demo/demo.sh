#!/usr/bin/env bash
# The whole flow, end to end, from an empty workspace, without a key: talk to a
# character that ships, import transcripts, talk to them, look into a memory, let a language model speak. Each step shows its
# command and its output, and fails loudly where the output is not what it should be.
#
#   demo/demo.sh            with ./luotuo
#   demo/demo.sh LAUNCHER   with another one, of an unpacked archive for instance
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd -P)
launcher=${1:-$root/luotuo}
shared=$root/../shared # real transcripts, where they are there
work=$(mktemp -d "${TMPDIR:-/tmp}/luotuo-demo.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LUOTUO_HOME=$work/home LANG=zh_CN.UTF-8
unset LC_ALL LC_MESSAGES LANGUAGE
cd "$work" # the program must find its characters from anywhere

fail() {
  printf '\nFAILED: %s\nThe output was:\n%s\n' "$1" "$out" >&2
  exit 1
}

# luotuo ARGS: leaves stdout in $out and the exit code in $code; stderr is shown.
luotuo() {
  printf '\n$ luotuo %s\n' "$*"
  code=0
  out=$("$launcher" "$@") || code=$?
  printf '%s\n' "$out" | head -n 12 | cut -c 1-600
}

succeeds() {
  [ "$code" -eq 0 ] || fail "exit code $code"
}

has() {
  printf '%s\n' "$out" | grep -Eq -- "$1" || fail "nothing matches $1"
}

has_not() {
  ! printf '%s\n' "$out" | grep -Eq -- "$1" || fail "something matches $1"
}

answers() {
  succeeds
  has '"outOfScope" *: *false'
  has '"reply" *: *"[^"]'
  has '"evidence" *: *\[ *\{'
}

declines() {
  succeeds
  has '"outOfScope" *: *true'
  has '"reply" *: *"[^"]'
}

luotuo --help
succeeds
has 'chat'

luotuo persona list
succeeds
has '李鲁鲁'
has 'Li Lulu'

luotuo chat 李鲁鲁 '介绍一下你自己吧'
succeeds
has '清华'

luotuo chat 李鲁鲁 '你怎么没读博啊' --json
answers
has '汤老师'
has '"line" *: *[1-9]'

luotuo chat 李鲁鲁 '红烧肉怎么做才不腻？' --json
declines

luotuo chat 'Li Lulu' 'Who are you?' --json
succeeds
has '"reply" *: *"[^"]'

luotuo recall 李鲁鲁 '骆驼是一家公司吗' -k 3 --json
succeeds
has '"recalls" *: *\[ *\{'
has '骆驼'

printf '%s\n' '你好' '骆驼有哪些子项目？' >questions.txt
printf '\n$ luotuo chat 李鲁鲁 --stdin --json < questions.txt'
luotuo chat 李鲁鲁 --stdin --json <questions.txt
succeeds
[ "$(printf '%s\n' "$out" | grep -c '"reply"')" -eq 2 ] || fail 'two questions, but not two replies'

luotuo chat 没有这个人 '你好'
[ "$code" -eq 1 ] || fail "a character that does not exist gave exit code $code, not 1"

luotuo --no-such-option
[ "$code" -eq 2 ] || fail "wrong use gave exit code $code, not 2"

if [ -f "$shared/seed/luotuo.txt" ]; then
  luotuo chat "$shared/seed/luotuo.txt" '你参加过挑战杯吗' --json
  answers
  has '特奖'

  luotuo chat "$shared/seed/luotuo.txt" '你一个月挣多少钱？' --json
  declines
else
  printf '\n(no ../shared/seed: the seed was not tried)\n'
fi

if [ -d "$shared/corpora/chatharuhi/tongxiangyu" ]; then
  luotuo persona import "$shared/corpora/chatharuhi/tongxiangyu" --name 佟湘玉 --json
  succeeds
  has '"scenes" *: *[1-9]'

  luotuo chat 佟湘玉 '掌柜的，工钱什么时候发？' --json
  succeeds
  has '"reply" *: *"[^"]'

  luotuo recall 佟湘玉 '展堂' -k 2 --json
  succeeds
  has '展堂'

  luotuo persona list --json
  succeeds
  has '佟湘玉'

  luotuo persona export 佟湘玉 "$work/export/佟湘玉"
  succeeds
  [ -n "$(ls -A "$work/export/佟湘玉")" ] || fail 'the export is empty'

  luotuo persona remove 佟湘玉
  succeeds
  luotuo persona list
  has_not '佟湘玉'
else
  printf '\n(no ../shared/corpora/chatharuhi: no folder was tried)\n'
fi

# ---- A language model finds the words ----

luotuo chat 李鲁鲁 '骆驼是一家公司吗' --new --model scripted --record "$work/record" --json
succeeds
has '"voice" *: *"scripted"'
has '"line" *: *[1-9]'
spoken=$(printf '%s' "$out" | sed 's/.*"reply":"//; s/,"outOfScope".*//')

luotuo chat 李鲁鲁 '骆驼是一家公司吗' --new --replay "$work/record" --json
succeeds
[ "$(printf '%s' "$out" | sed 's/.*"reply":"//; s/,"outOfScope".*//')" = "$spoken" ] || fail 'the replay says something else'

luotuo chat 李鲁鲁 '你一个月挣多少钱？' --new --model scripted --json
declines

luotuo chat 李鲁鲁 '骆驼是一家公司吗' --new --model scripted --show-prompt
succeeds
has '^── '

luotuo ledger list --json
succeeds
has '"what" *: *"chat"'

small=${LUOTUO_TEST_MODELS:-$HOME/.cache/luotuo-test-models}/SmolLM2-135M-Instruct.Q4_1.gguf
if [ -f "$small" ]; then
  luotuo model add "$small" --name small
  succeeds
  luotuo model use small
  succeeds
  luotuo chat 'Li Lulu' 'Is Luotuo a company?' --new --temperature 0 --max 40 --json
  succeeds
  has '"voice" *: *"SmolLM2-135M-Instruct.Q4_1.gguf"'
  has '"reply" *: *"[^"]'
  luotuo model run small 'What is the capital of France?' --temperature 0
  has 'Paris'
  luotuo model remove small
  succeeds
else
  printf '\n(no small model at hand: none was run)\n'
fi

printf '\nThe demo ran to its end.\n'
