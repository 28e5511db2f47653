//! The file of weights, `weights/weights.txt`, and its form: a line is a name, a space and a number with at
//! most three decimals; lines that start with `#` are comments.
//!
//! The functions are `const`: the compiler reads the file, and the download holds numbers only.

/// The weights that ship.
pub(crate) const TEXT: &str = include_str!("weights/weights.txt");

/// A weight as it is kept: the file has at most three decimals.
pub(crate) type Thousandths = i16;

/// The number that `thousandths` stands for: the one nearest to the decimal fraction of the file.
pub(crate) const fn number(thousandths: Thousandths) -> f64 {
    thousandths as f64 / 1000.0
}

/// The weight called `name`; zero if the file has none.
pub(crate) const fn named(name: &str) -> f64 {
    let mut rest = TEXT.as_bytes();
    while !rest.is_empty() {
        let (line, after) = cut(rest, b'\n');
        let (own, value) = cut(line, b' ');
        if same(own, name.as_bytes())
            && let Some(value) = thousandths(value)
        {
            return number(value);
        }
        rest = after;
    }
    0.0
}

/// The weights `SITUATION:NAME` of a list of names; zero for those that the file does not have.
pub(crate) const fn of<const N: usize>(situation: &str, names: &[&str; N]) -> [Thousandths; N] {
    let mut weights = [0; N];
    let mut rest = TEXT.as_bytes();
    while !rest.is_empty() {
        let (line, after) = cut(rest, b'\n');
        let (own, feature) = cut(line, b':');
        if same(own, situation.as_bytes()) {
            let (feature, value) = cut(feature, b' ');
            let mut number = 0;
            while number < N {
                if same(names[number].as_bytes(), feature)
                    && let Some(value) = thousandths(value)
                {
                    weights[number] = value;
                }
                number += 1;
            }
        }
        rest = after;
    }
    weights
}

/// The text before and after the first `mark`; if there is none, all of it and nothing.
pub(crate) const fn cut(text: &[u8], mark: u8) -> (&[u8], &[u8]) {
    let mut at = 0;
    while at < text.len() {
        if text[at] == mark {
            let (before, after) = text.split_at(at);
            return (before, after.split_at(1).1);
        }
        at += 1;
    }
    (text, &[])
}

/// Whether two names are equal.
pub(crate) const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// The value of a decimal fraction with at most three decimals; none for any other text.
pub(crate) const fn thousandths(text: &[u8]) -> Option<Thousandths> {
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

    #[test]
    fn weights_are_found_by_name() {
        assert_eq!(named("reference.margin"), 0.35);
        assert_eq!(named("reference.missing"), 0.0);
    }
}
