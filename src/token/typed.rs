//! Quotation marks and dashes that are typed as several characters: escaped for HTML or JSON, or doubled.

/// The names of marks in HTML.
const ENTITIES: [(&str, char); 14] = [
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
];
/// A character reference has at most this many bytes: "&rsaquo;".
const REFERENCE: usize = 8;

/// The mark that is escaped at the start of `rest`, and the length of its escape in bytes: `&quot;`, `&#39;`,
/// `\"`, `\u201c`.
pub(super) fn escaped(rest: &str) -> Option<(char, usize)> {
    let after = rest.get(1..)?;
    match rest.bytes().next()? {
        b'&' => reference(after),
        b'\\' => {
            if let Some(glyph) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                return Some((glyph, 2));
            }
            let code = after.strip_prefix('u')?.get(..4)?;
            character(code, 16).map(|glyph| (glyph, 6))
        }
        _ => None,
    }
}

/// The mark that a reference of HTML stands for; `after` follows its "&".
fn reference(after: &str) -> Option<(char, usize)> {
    let end = after.bytes().take(REFERENCE).position(|byte| byte == b';')?;
    let name = after.get(..end)?;
    let glyph = match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(code) => character(code, 16),
            None => character(code, 10),
        },
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|&(_, glyph)| glyph),
    };
    glyph.map(|glyph| (glyph, end + 2))
}

/// The mark with that code, if the character is one.
fn character(code: &str, radix: u32) -> Option<char> {
    let glyph = char::from_u32(u32::from_str_radix(code, radix).ok()?)?;
    ENTITIES.iter().any(|&(_, known)| known == glyph).then_some(glyph)
}

/// The mark that two of the same glyph at the start of `rest` stand for: "``" and "''" for a double one, and
/// double ones that are typed twice.
fn twice(rest: &str) -> Option<(char, usize)> {
    let mut chars = rest.chars();
    let glyph = chars.next()?;
    let mark = match glyph {
        '\'' => '"',
        '`' | '‘' | '“' => '“',
        '’' | '”' => '”',
        '"' => glyph,
        _ => return None,
    };
    (chars.next() == Some(glyph)).then_some((mark, 2 * glyph.len_utf8()))
}

/// The mark that a token with the text `text` stands for, if it is escaped or doubled.
pub(super) fn glyph(text: &str) -> Option<char> {
    escaped(text).or_else(|| twice(text)).map(|(glyph, _)| glyph)
}

/// The mark that is doubled in `text` at the byte `start`, and its length in bytes. `open` says whether a
/// doubled mark is open; two glyphs close only what two have opened.
pub(super) fn doubled(text: &str, start: usize, open: &mut bool) -> Option<(char, usize)> {
    let rest = text.get(start..)?;
    let (mark, length) = twice(rest)?;
    if *open && may_close(text, start, length) {
        *open = false;
        return Some((mark, length));
    }
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let opens = before
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'))
        && rest.get(length..)?.chars().next().is_some_and(char::is_alphanumeric);
    if !opens || !rest.starts_with('`') && !is_closed(text, start + length) {
        return None;
    }
    *open = true;
    Some((mark, length))
}

/// Whether the next doubled mark of the line closes what was opened before the byte `start`. The search stops
/// at that mark, so that all searches together pass over the text once.
fn is_closed(text: &str, start: usize) -> bool {
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.char_indices().take_while(|(_, c)| *c != '\n');
    let mut marks = line.filter(|(_, c)| matches!(c, '\'' | '`' | '‘' | '’' | '"' | '“' | '”'));
    let next = marks.find_map(|(at, _)| twice(rest.get(at..)?).map(|(_, length)| (at, length)));
    next.is_some_and(|(at, length)| may_close(text, start + at, length))
}

/// Whether a mark of `length` bytes at the byte `start` may close a pair.
fn may_close(text: &str, start: usize, length: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(start + length..).and_then(|after| after.chars().next());
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}
