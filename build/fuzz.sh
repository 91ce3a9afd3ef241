#!/usr/bin/env bash
# Looks for texts that break what the policy engine claims of all texts, with Jazzer. What it finds new paths with is
# kept in policy/target/fuzz; a text that breaks a claim is printed and ends the run. Texts worth keeping go into
# policy/src/test/resources/io/claviger/policy/fuzz, where every run of the tests tries them.
#
#   build/fuzz.sh [SECONDS [TARGET...]]
#
# SECONDS for each target, 60 if not given. Targets: parser, glob, resource, condition, case; all if none is named.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$here/build/jdk.sh"
find_jdk
cd "$here"

seconds=${1:-60}
[ $# -eq 0 ] || shift
work=$here/policy/target/fuzz
kept=$here/policy/src/test/resources/io/claviger/policy/fuzz
path_file=$here/policy/target/fuzz.classpath

mvn -B -q -Pfuzz -pl policy -am test-compile dependency:build-classpath -Dmdep.outputFile="$path_file" -Dmdep.includeScope=test
class_path="policy/target/test-classes:policy/target/classes:$(cat "$path_file")"

run() {
  nice -n 10 "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$class_path" "$@"
}

while read -r target entry; do
  if [ $# -gt 0 ] && [[ " $* " != *" $target "* ]]; then
    continue
  fi
  echo "== $target, $seconds s"
  run com.code_intelligence.jazzer.Jazzer --target_class="$entry" --instrumentation_includes='io.claviger.policy.**' \
    --custom_hook_excludes='**' --disabled_hooks='*' --reproducer_path="$work" \
    -artifact_prefix="$work/" -max_total_time="$seconds" -timeout=10 -max_len=4096 -only_ascii=0 \
    -print_final_stats=1 "$work/$target" "$kept/$target" </dev/null 2>&1 |
    grep -vE '^(INFO|WARNING|"|######)|	(NEW|REDUCE|RELOAD|pulse) ' || exit 1
done < <(run io.claviger.policy.second.FuzzSeeds "$work")
