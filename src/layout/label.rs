//! The label that a line may start with: markup, time, name, role, time again, separator.

use std::ops::Range;

use super::line::Line;
use super::time;
use crate::lexicon::{Class, Setting};
use crate::token::{DASHES, NO_MARK, Shape, Text};

/// What separates a label from the words of its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// "Ann Lee: …"
    Colon,
    /// "Ann Lee — …"
    Dash,
    /// "LEE. …"
    Stop,
    /// `<ann> …`, `[SPEAKER_00] …`, "A  Yes."
    Wrapper,
    /// "| Ann Lee | …"
    Cell,
    /// The label stands on a line of its own.
    LineEnd,
}

impl Separator {
    pub(super) const ALL: [Self; 6] =
        [Self::Colon, Self::Dash, Self::Stop, Self::Wrapper, Self::Cell, Self::LineEnd];
}

/// What may be a label.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// The tokens that name the speaker.
    pub name: Range<usize>,
    /// The tokens of the turn on the same line.
    pub content: Range<usize>,
    pub separator: Separator,
    /// A time code, bold type, a heading or ">>" stands beside the name.
    pub marked: bool,
    /// "Speaker 1", "Q": nothing else than a label looks like it.
    pub role: bool,
    /// Written in capitals.
    pub capitals: bool,
}

/// A name in a label has at most this many words.
const NAME_WORDS: usize = 5;
/// And at most this many bytes: menus are often copied without the spaces between their entries.
const NAME_BYTES: usize = 60;
/// What describes the speaker, up to the separator, has at most this many tokens.
const ROLE_TOKENS: usize = 8;

/// The label that `line` starts with or consists of.
pub(super) fn parse(text: &Text, line: &Line) -> Option<Label> {
    let end = line.content.end;
    let mut parser = Parser { text, at: line.content.start, end, marked: false, lax: false };
    parser.skip_markup();
    parser.skip_time();
    parser.skip_markup();
    if parser.marked && text.lexicon.has(text.word(parser.at), Setting::ChatOpeners) {
        parser.at += 1;
    }
    parser.wrapped().or_else(|| parser.plain()).or_else(|| {
        let limit = end.min(parser.at + NAME_WORDS + ROLE_TOKENS);
        let colon = (parser.at..limit).any(|n| text.mark(n) == ':');
        colon.then(|| Parser { lax: true, ..parser.clone() }.plain()).flatten()
    })
}

/// Reads a line from left to right.
#[derive(Clone)]
struct Parser<'a, 't> {
    text: &'a Text<'t>,
    at: usize,
    end: usize,
    marked: bool,
    /// Whether a name may have words that are function words elsewhere: "WILL TURNER:".
    lax: bool,
}

impl Parser<'_, '_> {
    fn mark(&self, n: usize) -> char {
        if n < self.end { self.text.mark(n) } else { NO_MARK }
    }

    /// Past bullets, heading marks, bold type, cells of a table and ">>".
    fn skip_markup(&mut self) {
        loop {
            let width = self.text.token(self.at).span.len();
            let bold = self.is_emphasis(self.at);
            match self.mark(self.at) {
                '#' | '>' | '*' | '_' => self.marked = true,
                '|' | '•' | '-' | '–' | '·' if self.is_spaced(self.at) => {}
                _ if bold => self.marked = true,
                _ => return,
            }
            debug_assert!(width > 0);
            self.at += 1;
        }
    }

    /// Whether token `n` is emphasis of Markdown: "**", "__", "*".
    fn is_emphasis(&self, n: usize) -> bool {
        n < self.end
            && self.text.token(n).shape == Shape::Punctuation
            && self.text.word(n).trim_matches(['*', '_']).is_empty()
    }

    /// Whether white space follows token `n`.
    fn is_spaced(&self, n: usize) -> bool {
        n + 1 >= self.end || self.text.token(n).span.end < self.text.token(n + 1).span.start
    }

    /// Whether two spaces or a tab stand before token `n`, as between the columns of a page.
    fn is_wide_gap(&self, n: usize) -> bool {
        let between = n.checked_sub(1).map(|before| self.text.token(before).span.end);
        let start = self.text.token(n).span.start;
        n < self.end
            && between
                .and_then(|end| self.text.raw.get(end..start))
                .is_some_and(|between| between.len() > 1 || between == "\t")
    }

    fn skip_time(&mut self) {
        if let Some(end) = time::end(self.text, self.at, self.end) {
            self.at = end;
            self.marked = true;
        }
    }

    /// `<v Ann Lee>`, `<ann>`, `[SPEAKER_00]`, "(speaker 0)".
    fn wrapped(&self) -> Option<Label> {
        let close = match self.mark(self.at) {
            '<' => '>',
            '[' => ']',
            '(' => ')',
            _ => return None,
        };
        let limit = self.end.min(self.at + 10);
        let end = (self.at + 1..limit).find(|&n| self.mark(n) == close)?;
        let mut start = self.at + 1;
        // The voice tag of WebVTT.
        let voice = close == '>' && end > start + 1 && self.text.token(start).span.len() == 1;
        start += usize::from(voice);
        let role = self.role_with_number(start).is_some_and(|past| past == end);
        let name =
            voice || role || close == '>' && end == start + 1 && self.text.token(start).is_word();
        let spaced = voice || self.is_spaced(end);
        let mut content = end + 1..self.end;
        // "</v>"
        let closing = content.clone().rev().take(4).find(|&n| self.mark(n) == '<');
        if let Some(closing) = closing.filter(|&n| voice && self.mark(n + 1) == '/') {
            content.end = closing;
        }
        (name && spaced && start < end).then_some(Label {
            name: start..end,
            content,
            separator: Separator::Wrapper,
            marked: true,
            role: true,
            capitals: false,
        })
    }

    /// Past "Speaker 1", "SPEAKER_00", "Juror No. 7".
    fn role_with_number(&self, start: usize) -> Option<usize> {
        if !self.text.token(start).is(Class::LabelRole) {
            return None;
        }
        let mut at = start + 1;
        while at < self.end.min(start + 4) && self.text.token(at).shape != Shape::Number {
            at += 1;
        }
        (at < self.end && self.text.token(at).shape == Shape::Number).then_some(at + 1)
    }

    /// A name, and what stands between it and the words of the turn.
    fn plain(&self) -> Option<Label> {
        let start = self.at;
        let text = self.text;
        let numbered = self.role_with_number(start);
        let name_end = numbered.unwrap_or_else(|| self.name_end(start));
        let first = text.token(start);
        let lower_role = first.shape == Shape::Lower && first.is(Class::LabelRole);
        let name_end = if name_end == start && lower_role { start + 1 } else { name_end };
        if name_end == start || text.span(start, name_end).len() > NAME_BYTES {
            return None;
        }
        let mut parser = Self { at: name_end, ..self.clone() };
        let words = text.slice(text.span(start, name_end));
        let interview = text.lexicon.has(words, Setting::InterviewLabels);
        let role = numbered.is_some() || interview || first.is(Class::LabelRole);
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = interview || letters > 1 && !words.chars().any(char::is_lowercase);
        let separator = parser.separator(interview, capitals)?;
        let content = parser.at..parser.end;
        // A line of a menu has words that no name has.
        if self.lax && separator != Separator::Colon {
            return None;
        }
        if separator == Separator::Stop && !capitals && !self.is_congress(start..name_end) {
            return None;
        }
        let marked = parser.marked;
        Some(Label { name: start..name_end, content, separator, marked, role, capitals })
    }

    /// Past the words of a name: "Ann Lee", "Mr T BRANDT", "THE WITNESS", "John G. Roberts, Jr.".
    fn name_end(&self, start: usize) -> usize {
        let text = self.text;
        let (mut at, mut words) = (start, 0);
        while at < self.end && words < NAME_WORDS && !(at > start && self.is_wide_gap(at)) {
            let token = text.token(at);
            let article = token.is(Class::Article) && at == start && token.is_capital();
            let name = token.is_capital()
                && (!token.word.is_function() || article || token.span.len() == 1 || self.lax);
            let particle = token.is(Class::Particle) && at > start;
            let suffix =
                self.mark(at) == ',' && text.lexicon.has(text.word(at + 1), Setting::CommaSuffixes);
            let period = self.mark(at) == '.'
                && at > start
                && text.token(at).span.start == text.token(at - 1).span.end
                && self.is_abbreviated(at - 1, start);
            if name || particle {
                words += 1;
            } else if !suffix && !period {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether the period after token `n` of a name belongs to it: an initial, a title, "Jr.".
    fn is_abbreviated(&self, n: usize, start: usize) -> bool {
        let token = self.text.token(n);
        // "A." answers, but "Tom A." has an initial.
        let answers =
            n == start && self.text.lexicon.has(self.text.word(n), Setting::InterviewLabels);
        let initial = token.span.len() == 1 && !answers;
        initial
            || token.is_any_of(Class::AbbreviationInside | Class::Title) && !token.is(Class::Role)
            || self.text.lexicon.has(self.text.word(n), Setting::CommaSuffixes)
    }

    /// "Mr. BRANDT", "The SPEAKER": the last word in capitals, after a title or an article.
    fn is_congress(&self, name: Range<usize>) -> bool {
        let last = name.clone().rev().find(|&n| self.text.token(n).is_word());
        let first = self.text.token(name.start);
        last.is_some_and(|last| {
            last > name.start
                && self.text.token(last).shape == Shape::Upper
                && first.is_any_of(Class::Title | Class::Article)
        })
    }

    /// Reads what stands between a name and the words of its turn, and goes past it.
    fn separator(&mut self, interview: bool, capitals: bool) -> Option<Separator> {
        self.skip_emphasis();
        // ", host", "(Gazette)", "of Ohio"
        if let Some(past) = self.description_end() {
            self.at = past;
        }
        self.skip_time();
        self.skip_emphasis();
        let separator = match self.mark(self.at) {
            _ if self.at >= self.end => return Some(Separator::LineEnd),
            ':' => Separator::Colon,
            '|' => Separator::Cell,
            '.' if self.is_spaced(self.at) => Separator::Stop,
            '—' | '–' if self.is_spaced(self.at) => Separator::Dash,
            '-' if self.is_spaced(self.at) => Separator::Dash,
            DASHES if self.is_spaced(self.at) => Separator::Dash,
            _ if interview && self.is_wide_gap(self.at) => return Some(Separator::Wrapper),
            _ => return None,
        };
        self.at += 1;
        self.skip_emphasis();
        self.skip_time();
        if self.at >= self.end {
            // "Exactly." is an answer, "GLADYS." may be a label.
            return (separator != Separator::Stop || capitals).then_some(Separator::LineEnd);
        }
        if separator == Separator::Cell && self.mark(self.end - 1) == '|' {
            self.end -= 1;
        }
        Some(separator)
    }

    fn skip_emphasis(&mut self) {
        while self.at < self.end && self.is_emphasis(self.at) {
            self.marked = true;
            self.at += 1;
        }
    }

    /// Past words that describe the speaker, if a separator follows them.
    fn description_end(&self) -> Option<usize> {
        let limit = self.end.min(self.at + ROLE_TOKENS);
        let token = self.text.token(self.at);
        match self.mark(self.at) {
            '(' | '[' if time::end(self.text, self.at, self.end).is_none() => {
                let close = (self.at..limit).find(|&n| matches!(self.mark(n), ')' | ']'))?;
                Some(close + 1)
            }
            ',' => (self.at + 1..limit).find(|&n| self.mark(n) == ':'),
            NO_MARK if token.is(Class::Genitive) || token.is(Class::Listener) => {
                (self.at + 1..limit).find(|&n| matches!(self.mark(n), ':' | '.'))
            }
            _ => None,
        }
    }
}
