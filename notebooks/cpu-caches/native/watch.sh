# What Cachegrind counts in a loop: sh watch.sh ./loops column 2048 2048
# First in its words, then line by line of the source, as its output file has it.
valgrind --tool=cachegrind --cache-sim=yes --I1=32768,8,64 --D1=32768,8,64 --LL=1048576,8,64 \
  --cachegrind-out-file=cg.out "$@" > /dev/null 2>&1
cg_annotate --show=Dr,D1mr,DLmr,Dw,D1mw,DLmw cg.out | grep -m1 '^Dr'
cg_annotate --show=Dr,D1mr,DLmr,Dw,D1mw,DLmw cg.out | grep -E 'loops.c:(by_rows|by_columns|every|naive|blocked)' | sed 's|[^ ]*/||'
grep '^events' cg.out
awk '/^fn=(by_rows|by_columns|every|naive|blocked)$/ { p = 1; print; next } /^f[a-z]=/ { p = 0 } p' cg.out
