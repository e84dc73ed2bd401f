# What Cachegrind counted in `sum_branch`, without the folder's name: sh annotate.sh <output of cachegrind>
cg_annotate "$1" | grep -m1 '^Ir'
cg_annotate "$1" | grep ':sum_branch' | sed 's|[^ ]*/||'
