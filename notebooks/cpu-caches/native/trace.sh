# The addresses that a loop touches in its array, in order: sh trace.sh ./small naive
# The array is so small that all of its addresses begin as its first one does.
base=$(valgrind --tool=lackey --trace-mem=yes --log-file=lackey.out "$@")
echo "array at $base"
grep -E "^ [LSM] ${base%???}" lackey.out
