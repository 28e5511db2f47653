//! Reads a language pack: its header, and its lists as they are packed. Any bytes have an answer.

use std::fmt;

use super::format::{self, FORMAT, LIST, LISTS, MAGIC};

/// The lists of one language, packed.
#[derive(Default)]
pub(crate) struct Pack<'p> {
    /// The tag of the language.
    pub lang: &'p str,
    /// The lists in the order of [`LISTS`]; one that the language lacks is empty.
    pub(super) lists: [&'p str; LISTS.len()],
}

/// Why bytes are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PackError {
    /// They are something else.
    Foreign,
    /// They are a pack of another version.
    Format,
    /// They are not what was written.
    Damaged,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "this is no language pack; load one from beside the core",
            Self::Format => {
                "this language pack is of another version; load the one of the core's version"
            }
            Self::Damaged => "this language pack is damaged or cut off; load it again",
        })
    }
}

impl<'p> Pack<'p> {
    /// Reads the bytes of a pack.
    pub(crate) fn read(bytes: &'p [u8]) -> Result<Self, PackError> {
        let rest = bytes.strip_prefix(MAGIC.as_bytes()).ok_or(PackError::Foreign)?;
        let rest = str::from_utf8(rest).map_err(|_| PackError::Damaged)?;
        let (format, rest) = number(rest)?;
        if format != FORMAT {
            return Err(PackError::Format);
        }
        let (checksum, body) = number(rest)?;
        if checksum != format::checksum(body) {
            return Err(PackError::Damaged);
        }
        let mut parts = body.split(LIST);
        let lang = parts.next().unwrap_or_default();
        let mut lists = [""; LISTS.len()];
        lists.iter_mut().zip(parts).for_each(|(list, part)| *list = part);
        Ok(Self { lang, lists })
    }

    /// A body, the tag and the lists, after the header that it needs.
    #[cfg(any(feature = "bench", test))]
    pub(super) fn seal(body: &str) -> String {
        format!("{MAGIC}{FORMAT} {} {body}", format::checksum(body))
    }
}

/// The number before a space, and what comes after that. What is no digit makes it a wrong number.
fn number(text: &str) -> Result<(u32, &str), PackError> {
    let (digits, rest) = text.split_once(' ').ok_or(PackError::Damaged)?;
    let value = |digit: u8| u32::from(digit.wrapping_sub(b'0'));
    let add = |number: u32, digit| number.wrapping_mul(10).wrapping_add(value(digit));
    Ok((digits.bytes().fold(0, add), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "xx\t\nvalue\u{b}setting\t\n- s\u{b}plural";

    /// The error of reading these bytes.
    fn error(bytes: &[u8]) -> Option<PackError> {
        Pack::read(bytes).err()
    }

    #[test]
    fn a_pack_has_its_language_and_its_lists() {
        let text = Pack::seal(BODY);
        let pack = Pack::read(text.as_bytes()).unwrap_or_default();
        assert_eq!(pack.lang, "xx");
        assert_eq!(pack.lists[0], "\nvalue\u{b}setting");
        assert_eq!(pack.lists[1], "\n- s\u{b}plural");
        assert_eq!(pack.lists[2..], [""; LISTS.len() - 2]);
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        for bytes in ["", "quote", "<!doctype html>", "\0asm\u{1}"] {
            assert_eq!(error(bytes.as_bytes()), Some(PackError::Foreign), "{bytes:?}");
        }
    }

    #[test]
    fn a_pack_of_another_version_is_refused() {
        for format in [0, FORMAT + 1, u32::MAX] {
            let pack = format!("{MAGIC}{format} {} {BODY}", format::checksum(BODY));
            assert_eq!(error(pack.as_bytes()), Some(PackError::Format));
        }
    }

    #[test]
    fn a_pack_is_refused_wherever_it_is_cut_off() {
        let pack = Pack::seal(BODY);
        assert_eq!(error(pack.as_bytes()), None);
        for end in MAGIC.len()..pack.len() {
            assert!(error(&pack.as_bytes()[..end]).is_some(), "cut off at {end}");
        }
    }

    #[test]
    fn a_pack_is_refused_whichever_byte_is_damaged() {
        let pack = Pack::seal(BODY).into_bytes();
        for at in 0..pack.len() {
            for bit in [0x01, 0x10, 0x80] {
                let mut damaged = pack.clone();
                damaged[at] ^= bit;
                assert!(error(&damaged).is_some(), "byte {at}, bit {bit:#x}");
            }
        }
    }
}
