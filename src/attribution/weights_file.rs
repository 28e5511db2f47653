//! The form of the file of weights, in functions that the compiler can run.

/// What stands before and behind the first `mark`; all of it, and nothing, where there is none.
pub(super) const fn cut(text: &[u8], mark: u8) -> (&[u8], &[u8]) {
    let mut at = 0;
    while at < text.len() {
        if text[at] == mark {
            let (before, behind) = text.split_at(at);
            return (before, behind.split_at(1).1);
        }
        at += 1;
    }
    (text, &[])
}

/// Whether two names are the same.
pub(super) const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// The value of a decimal fraction with three decimals at most; none where it is another text.
pub(super) const fn thousandths(text: &[u8]) -> Option<i16> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    let (whole, decimals) = cut(digits, b'.');
    let mut value = 0_i16;
    let mut at = 0;
    while at < whole.len() + 3 {
        let digit = match at.checked_sub(whole.len()) {
            None => whole[at],
            Some(decimal) if decimal < decimals.len() => decimals[decimal],
            Some(_) => b'0',
        };
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value.saturating_mul(10).saturating_add((digit - b'0') as i16);
        at += 1;
    }
    if whole.is_empty() { None } else { Some(sign * value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_and_a_number() {
        assert_eq!(cut(b"pronoun:named 1.05", b' '), (&b"pronoun:named"[..], &b"1.05"[..]));
        assert_eq!(cut(b"pronoun", b' '), (&b"pronoun"[..], &b""[..]));
        assert_eq!(thousandths(b"1.05"), Some(1050));
        assert_eq!(thousandths(b"-0.815"), Some(-815));
        assert_eq!(thousandths(b"12"), Some(12_000));
        assert_eq!(thousandths(b"on"), None);
        assert_eq!(thousandths(b""), None);
    }
}
