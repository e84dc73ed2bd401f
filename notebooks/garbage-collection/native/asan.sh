# What AddressSanitizer says of one mistake: the report, and the line of shadow bytes that it marks.
./errors "$1" 2>&1 | sed -E -e 's/^==[0-9]+==//' -e 's#(/[^ ]*/)+([^/ ]+)#\2#g' -e 's/ \(errors\+0x[0-9a-f]+\)//' |
  grep -v -e '^=*$' -e '^$' -e libc -e _start -e '^  0x' -e 'Shadow' -e Addressable -e '^  [A-Z]' -e ABORTING
exit 0
