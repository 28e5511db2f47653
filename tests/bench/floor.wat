;; The floor of the comparison: room for a text, and one pass over it that counts quotation marks.
(module
  ;; 16 MB.
  (memory (export "memory") 256)

  ;; Counts " ' and the marks of U+2018 to U+201F, E2 80 98 to E2 80 9F, in the first `length` bytes.
  (func (export "scan") (param $length i32) (result i32)
    (local $at i32) (local $byte i32) (local $found i32)
    (block $end
      (loop $next
        (br_if $end (i32.ge_u (local.get $at) (local.get $length)))
        (local.set $byte (i32.load8_u (local.get $at)))
        (if (i32.or (i32.eq (local.get $byte) (i32.const 0x22)) (i32.eq (local.get $byte) (i32.const 0x27)))
          (then (local.set $found (i32.add (local.get $found) (i32.const 1)))))
        (if (i32.eq (local.get $byte) (i32.const 0xE2))
          (then (if (i32.eq (i32.and (i32.load16_u offset=1 (local.get $at)) (i32.const 0xF8FF)) (i32.const 0x9880))
            (then (local.set $found (i32.add (local.get $found) (i32.const 1)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (local.get $found)))
