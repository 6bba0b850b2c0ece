#!/usr/bin/env bash
# What a newcomer does, in a fresh clone on a machine without any browser and without a way to install one: `npm ci`,
# `npm run demo`, a report as PDF and `npm test`. Browsers and apt-get are hidden by mounts that only this script's
# processes see. Needs Linux and `unshare`, as root or with user namespaces. Takes some minutes.
set -euo pipefail
if [ "${1-}" != hidden ]; then
  project=$(cd "$(dirname "$0")/.." && pwd)
  place=$(mktemp -d)
  trap 'rm -rf "$place"' EXIT
  git clone -q "$project" "$place/clone"
  map=(); [ "$(id -u)" = 0 ] || map=(--map-root-user)
  unshare --mount "${map[@]}" "$place/clone/test/freshMachine.sh" hidden
  exit
fi

cd "$(dirname "$0")/.."
IFS=: read -ra folders <<<"$PATH"
for folder in "${folders[@]}" /usr/lib/chromium /opt/google/chrome /opt/microsoft/msedge; do
  for name in chromium chromium-browser chrome google-chrome google-chrome-stable msedge microsoft-edge microsoft-edge-stable apt-get; do
    if [ -e "$folder/$name" ]; then mount --bind /dev/null "$folder/$name"; fi
  done
done
unset LEDGER_CHROMIUM DISPLAY WAYLAND_DISPLAY

expect() { grep -qE -- "$2" "$1" || { echo "missing in $1: $2"; tail -20 "$1"; exit 1; }; }

npm ci >ci.log 2>&1
if grep -E 'warn|error' ci.log; then echo 'npm ci warns'; exit 1; fi
echo 'ok: npm ci, without a warning'

began=$SECONDS
npm run demo >demo.log 2>&1 || { tail -20 demo.log; exit 1; }
expect demo.log '没有找到 Chromium、Chrome 或 Edge。请安装'
expect demo.log '没有做成的 PDF：'
expect demo.log '账号 .*密码 '
[ -n "$(find demo/usb -name manifest.json)" ] && [ -z "$(find demo/usb -name '*.pdf')" ]
echo "ok: npm run demo, everything but PDF, in $((SECONDS - began)) s"

password=$(sed -nE 's/.*账号.*密码 +([^ ]+).*/\1/p' demo.log | tail -1)
status=0
LEDGER_PASSWORD=$password npm run -s cli -- report partyLifeStatistics --data demo/school --period 2026 \
  --out out --purpose 年度统计 --recipient 县教育局 --format pdf >report.log 2>&1 || status=$?
[ "$status" = 3 ]
expect report.log '没有找到浏览器，做不了 PDF。请安装'
echo 'ok: a report as PDF is refused in one sentence'

if npm test >test.log 2>&1; then echo 'npm test must not pass without its browser tests'; exit 1; fi
expect test.log '没有找到 Chromium、Chrome 或 Edge。请安装'
echo 'ok: npm test says what it needs'
