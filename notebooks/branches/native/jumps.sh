# Counts the jumps and conditional moves in the function `fill` of a program: sh jumps.sh <program>
objdump -d --no-show-raw-insn "$1" | awk '/<fill>:/{p=1} p&&/^$/{exit} p{print}' |
  grep -oE '\b(cmov[a-z]+|jb|jae|ja|jbe)\b' | sort | uniq -c | sed 's/^ *//'
