#!/usr/bin/env bash
# The measurements of docs/performance.md. Prints them; asserts nothing. Wants a quiet machine.
#
#   build/bench.sh [--quick] [PART]
#
# Parts: server, scale, store, cases, decisions; all but `scale` if none is named. Behind `scale` comes the largest
# number of users, if not 100,000; behind `decisions` the arguments of BenchmarkRun: `--size N` and patterns of
# benchmarks' names. --quick makes one short round of the decisions instead of five.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$here/build/jdk.sh"
find_jdk
cd "$here"

quick=()
if [ "${1:-}" = --quick ]; then
  quick=(--quick)
  shift
fi
part=${1:-all}
[ $# -eq 0 ] || shift
case $part in
  all | server | scale | store | cases | decisions) ;;
  *) die "Usage: build/bench.sh [--quick] [server | scale [USERS] | store | cases | decisions [--size N] [PATTERN...]]" ;;
esac
modules=bench
case $part in all | server | scale | store | cases) modules=bench,cli,store,conformance ;; esac
mvn -B -q -pl "$modules" -am -DskipTests package

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The class path of a module's tests.
class_path() {
  echo "$(printf '%s:' ./*/target/classes)$1/target/test-classes:$(printf '%s:' cli/target/dist/lib/*.jar)"
}

measure() { # module, class, arguments
  local module=$1
  shift
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xlog:disable -cp "$(class_path "$module")" "$@"
}

# Milliseconds from the start of ./claviger to its first answer.
start_up() {
  local start end pid
  start=$(date +%s%N)
  "$here/claviger" serve --port 4261 "$@" >"$work/serve.log" 2>&1 &
  pid=$!
  until curl -s -o /dev/null "http://127.0.0.1:4261/?Action=GetCallerIdentity&Version=2011-06-15"; do
    kill -0 "$pid" || { cat "$work/serve.log"; die "The server did not start."; }
    sleep 0.005
  done
  end=$(date +%s%N)
  kill "$pid"
  wait "$pid" || true
  echo $(((end - start) / 1000000))
}

server() {
  echo "== Start to the first answered request (ms): new, in memory; then on a data directory that exists"
  for _ in 1 2 3 4 5; do start_up --ephemeral; done | sort -n | paste -sd ' '
  start_up --data "$work/data" >/dev/null
  for _ in 1 2 3 4 5; do start_up --data "$work/data"; done | sort -n | paste -sd ' '

  echo "== Calls a second, medians of five rounds (least to most)"
  mkdir -p "$work/calls"
  measure conformance io.claviger.conformance.load.CallsMeasurement "$here/claviger" "$work/calls"
}

scale() {
  echo "== One account of many users, a fifth as many roles and a fifth as many policies"
  mkdir -p "$work/scale"
  measure conformance io.claviger.conformance.load.ScaleMeasurement "$here/claviger" "$work/scale" "$@"
}

store() {
  echo "== Commits per second, one account"
  measure store io.claviger.store.StoreMeasurement commits "$work"

  echo "== 100,000 users: opening the store, then from start to the first answer (ms)"
  mkdir -p "$work/users"
  measure store io.claviger.store.StoreMeasurement fill "$work/users"
  measure store io.claviger.store.StoreMeasurement load "$work/users"
  for _ in 1 2 3; do start_up --data "$work/users/large"; done | sort -n | paste -sd ' '
}

cases() {
  local kind
  for kind in repeated distinct; do
    measure conformance io.claviger.conformance.tool.CaseWorkload 200000 "$kind" >"$work/cases.jsonl"
    echo "== 200,000 cases through ./claviger simulate, documents $kind (seconds, start included)"
    for _ in 1 2 3; do
      (TIMEFORMAT=%R; time "$here/claviger" simulate --cases "$work/cases.jsonl" >/dev/null) 2>&1
    done | sort -n | paste -sd ' '
  done
}

decisions() {
  local classes
  classes="bench/target/test-classes:$(cat bench/target/class-path)"
  if [ $# -eq 0 ]; then
    echo "== Decisions: what the workload is made of"
    "$JAVA_HOME/bin/java" -cp "$classes" io.claviger.bench.WorkloadShares
  fi
  echo "== Decisions: medians"
  "$JAVA_HOME/bin/java" -cp "$classes" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    io.claviger.bench.BenchmarkRun ${quick[@]+"${quick[@]}"} "$@"
}

case $part in
  all) server; store; cases; decisions ;;
  *) "$part" "$@" ;;
esac
