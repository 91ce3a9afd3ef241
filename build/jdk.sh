# Finds a JDK 25 or newer and exports JAVA_HOME. Sourced by ./claviger and ./verify.

die() {
  echo "$*" >&2
  exit 1
}

# The feature version of the JDK in a folder, from its release file; 0 where there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local candidate on_path=
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(jdk_version "$candidate")" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  die "Claviger needs a JDK 25 or newer and found none in JAVA_HOME, on the path or in the usual folders (/usr/lib/jvm, /opt, ~/.sdkman). Install one, or set JAVA_HOME to it."
}
