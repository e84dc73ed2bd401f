;; Adds 1 to the number at $pointer n times, in one indivisible step each; returns by how much it has grown since.
(module
  (import "env" "memory" (memory 1 1 shared))
  (func (export "count") (param $pointer i32) (param $n i32) (result i32)
    (local $i i32)
    (local $before i32)
    (local.set $before (i32.atomic.load (local.get $pointer)))
    (loop $next
      (drop (i32.atomic.rmw.add (local.get $pointer) (i32.const 1)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (i32.sub (i32.atomic.load (local.get $pointer)) (local.get $before))))
