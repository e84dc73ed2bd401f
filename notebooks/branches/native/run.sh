#!/bin/sh
# Builds and runs the native programs of this chapter; writes one .txt for each, headed by the machine and the commands.
# Needs gcc, perf, valgrind and node 24 on Linux. Usage: sh run.sh [core]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
core=${1:-1}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cd "$out"
cp "$here"/*.c "$here"/*.h "$here"/*.mjs .

machine() {
  echo "date      $(date -u +%Y-%m-%d)"
  echo "cpu       $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), family $(sed -n 's/^cpu family.*: //p' /proc/cpuinfo | head -1) model $(sed -n 's/^model\t.*: //p' /proc/cpuinfo | head -1), virtual machine, $(nproc) cores"
  echo "kernel    $(uname -sr)"
  echo "compiler  $(gcc --version | head -1)"
  echo "load      $(cut -d' ' -f1 /proc/loadavg)"
  echo
}
try() { echo "\$ $*"; "$@" 2>&1 || true; }
pin() { echo "\$ $*"; taskset -c "$core" "$@" 2>&1; }

{ machine; try gcc -O2 -o branch branch.c; pin ./branch; } > "$here/branch.txt"
{ machine; try gcc -O2 -o branch branch.c; echo '$ objdump -d branch, sum_plain'
  objdump -d --no-show-raw-insn branch | awk '/<sum_plain>:/,/ret/'; } > "$here/if-conversion.txt"
{ machine; try gcc -O2 -o pattern pattern.c; pin ./pattern; } > "$here/pattern.txt"
{ machine; try gcc -O2 -o search search.c; pin ./search; pin ./search; pin ./search; echo; echo '$ objdump -d search, search_arithmetic'
  objdump -d --no-show-raw-insn search | awk '/<search_arithmetic>:/,/ret/'; } > "$here/search.txt"

{ machine; echo '$ gcc --help=params -Q (two of them)'
  gcc --help=params -Q | grep -E 'builtin-expect-probability|predictable-branch-outcome'; } > "$here/gcc-params.txt"

{ machine; try gcc -O2 -o branch branch.c; try perf stat -e branches,branch-misses ./branch random
  try perf record -e branch-misses ./branch random; } > "$here/perf.txt"

{ machine; try gcc -O2 -g -o branch branch.c; try gcc -O2 -g -o pattern pattern.c
  sim="valgrind --tool=cachegrind --cache-sim=no --branch-sim=yes --cachegrind-out-file=cg.out"
  for run in "./branch random" "./branch sorted" "./pattern 16" "./pattern 1024" "./pattern 16384"; do
    echo; echo "\$ $sim $run; cg_annotate cg.out | grep ':sum_branch'"
    $sim $run > /dev/null 2>&1
    cg_annotate cg.out | grep -m1 '^Ir'
    cg_annotate cg.out | grep ':sum_branch' | sed 's|[^ ]*/||'
  done; } > "$here/cachegrind.txt"

{ machine; echo '$ gcc -O2 -S -o - layout.c (directives left out)'
  gcc -O2 -fno-asynchronous-unwind-tables -fcf-protection=none -S -o - layout.c | grep -v '^[[:space:]]*\.[a-z]'; } > "$here/layout.txt"

rare=1000000 often=3500
{ machine
  gcc -O2 -o none hints.c
  gcc -O2 -DHINT=1 -o expect hints.c
  gcc -O2 -DHINT=2 -o upside-down hints.c
  gcc -O2 -DHINT=3 -o probability hints.c
  while read -r name hint full; do # build, hint, data it is trained on
    rm -f hints.gcda
    echo "\$ gcc -O2 -DHINT=$hint -fprofile-generate -c hints.c && gcc -fprofile-generate hints.o -o train && ./train $full"
    gcc -O2 -DHINT="$hint" -fprofile-generate -c hints.c && gcc -fprofile-generate hints.o -o train && ./train "$full" > /dev/null
    echo "\$ gcc -O2 -DHINT=$hint -fprofile-use -c hints.c && gcc hints.o -o $name"
    gcc -O2 -DHINT="$hint" -fprofile-use -c hints.c && gcc hints.o -o "$name"
  done << BUILDS
profile 0 $rare
profile-upside-down 2 $rare
profile-often 0 $often
BUILDS
  for build in none expect upside-down probability profile profile-upside-down profile-often; do
    for full in $rare $often; do pin ./$build $full; done
    echo "  jumps and conditional moves in fill: $(objdump -d --no-show-raw-insn $build | awk '/<fill>:/{p=1} p{print} p&&/^$/{exit}' | grep -oE '\b(cmov[a-z]+|jb|jae|ja|jbe)\b' | sort | uniq -c | tr -s ' \n' ' ')"
  done
  for build in none expect probability; do
    echo; echo "\$ objdump -d $build, fill"
    objdump -d --no-show-raw-insn $build | awk '/<fill>:/{p=1} p&&/^$/{exit} p{print}'
  done; } > "$here/hints.txt"

{ machine; echo "node      $(node --version), V8 $(node -p process.versions.v8)"; echo
  for form in max if shift; do pin node math-max.mjs $form; done; } > "$here/math-max.txt"
