#!/usr/bin/env bash
# Debian's Chromium, its driver and a font with Chinese signs, for the browser tests of the page. What is
# missing is installed where this runs as root and has apt-get. Otherwise it says so and succeeds: the tests
# are then skipped.
set -euo pipefail

missing() {
  [ -x /usr/bin/chromium ] || echo chromium
  [ -x /usr/bin/chromedriver ] || echo chromium-driver
  [ -n "$(fc-list ':lang=zh' family 2>/dev/null)" ] || echo fonts-noto-cjk
}

mapfile -t packages < <(missing)
[ ${#packages[@]} -gt 0 ] || exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "${packages[@]}" >/dev/null && exit 0
fi
echo "Missing for the browser tests: ${packages[*]}" >&2
