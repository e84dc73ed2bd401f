# What memcheck says of one mistake, without its banner and process numbers.
valgrind --leak-check=full ./errors "$1" 2>&1 | sed -E 's/^==[0-9]+== ?//' | sed '1,/^Command/d' | grep -v '^$' | grep -v -e 'For lists' -e 'suppressed'
