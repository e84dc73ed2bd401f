# What Cachegrind counts in each job: sh count.sh ./layouts once
valgrind --tool=cachegrind --cache-sim=yes --I1=32768,8,64 --D1=32768,8,64 --LL=1048576,8,64 \
  --cachegrind-out-file=cg.out "$@" > /dev/null 2>&1
cg_annotate --show=Dr,D1mr,DLmr cg.out | grep -m1 '^Dr'
cg_annotate --threshold=0 --show=Dr,D1mr,DLmr cg.out | grep -E 'layouts.c:(sum|age|move|pick)_' | sed 's|[^ ]*/||' | sed 's/([^)]*%) *//g'
