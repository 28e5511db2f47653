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
    /// ">> …": the speaker changes, and nobody is named.
    Chevrons,
}

impl Separator {
    pub(super) const ALL: [Self; 7] = [
        Self::Colon,
        Self::Dash,
        Self::Stop,
        Self::Wrapper,
        Self::Cell,
        Self::LineEnd,
        Self::Chevrons,
    ];
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
    /// Written in lowercase, as any word is: "nora: …".
    pub lower: bool,
}

/// A name in a label has at most this many words.
const NAME_WORDS: usize = 5;
/// And at most this many bytes: menus are often copied without the spaces between their entries.
const NAME_BYTES: usize = 60;
/// What describes the speaker, up to the separator, has at most this many tokens.
const ROLE_TOKENS: usize = 8;
/// The number of a turn has at most this many digits.
const NUMBER: usize = 4;
/// A time code in brackets has at most this many tokens.
const TIME_TOKENS: usize = 16;

/// The label that `line` starts with or consists of.
pub(super) fn parse(text: &Text, line: &Line) -> Option<Label> {
    let end = line.content.end;
    let mut parser =
        Parser { text, at: line.content.start, end, marked: false, timed: false, lax: false };
    parser.skip_markup();
    parser.skip_number();
    parser.timed = parser.skip_time();
    parser.skip_markup();
    if parser.marked && text.lexicon.has(text.word(parser.at), Setting::ChatOpeners) {
        parser.at += 1;
    }
    let lax = || {
        let limit = end.min(parser.at + NAME_WORDS + ROLE_TOKENS);
        let colon = (parser.at..limit).any(|n| text.mark(n) == ':');
        colon.then(|| Parser { lax: true, ..parser.clone() }.plain()).flatten()
    };
    let label = parser.wrapped().or_else(|| parser.plain()).or_else(lax);
    label.or_else(|| parser.chevrons(line.content.start))
}

/// Reads a line from left to right.
#[derive(Clone)]
struct Parser<'a, 't> {
    text: &'a Text<'t>,
    at: usize,
    end: usize,
    marked: bool,
    /// Whether a time code stands before the name.
    timed: bool,
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

    /// Past the number of a turn: "12.", "(3)".
    fn skip_number(&mut self) {
        let open = usize::from(self.mark(self.at) == '(');
        let number = self.text.token(self.at + open);
        let closed = match self.mark(self.at + open + 1) {
            ')' => true,
            mark => mark == '.' && open == 0,
        };
        let short = number.shape == Shape::Number && number.span.len() <= NUMBER;
        if closed && short && self.is_spaced(self.at + open + 1) {
            self.at += open + 2;
        } else if short && open == 0 && self.marked {
            // "#3"
            self.at += usize::from(self.mark(self.at + 1) != ':');
        }
    }

    /// The end of the line without a time code in brackets there.
    fn content_end(&self) -> usize {
        let open = match self.text.mark(self.end.saturating_sub(1)) {
            ']' => '[',
            ')' => '(',
            _ => return self.end,
        };
        let code = (self.at..self.end).rev().take(TIME_TOKENS).find(|&n| self.mark(n) == open);
        code.filter(|&n| time::end(self.text, n, self.end) == Some(self.end)).unwrap_or(self.end)
    }

    /// Past a time code, and whether there is one.
    fn skip_time(&mut self) -> bool {
        let end = time::end(self.text, self.at, self.end);
        self.at = end.unwrap_or(self.at);
        self.marked |= end.is_some();
        end.is_some()
    }

    /// `<v Ann Lee>`, `<ann>`, `[SPEAKER_00]`, `[Ann Lee]`, "(speaker 0)".
    fn wrapped(&self) -> Option<Label> {
        let text = self.text;
        let close = match self.mark(self.at) {
            '<' => '>',
            '[' => ']',
            '(' => ')',
            _ => return None,
        };
        let limit = self.end.min(self.at + NAME_WORDS + ROLE_TOKENS);
        let end = (self.at + 1..limit).find(|&n| self.mark(n) == close)?;
        let mut start = self.at + 1;
        // The voice tag of WebVTT, which may have classes: "<v.loud Ann Lee>".
        let tag = text.word(start).split('.').next().unwrap_or_default();
        let voice = close == '>' && end > start + 1 && tag.len() == 1;
        start += usize::from(voice);
        while voice && self.mark(start) == '.' {
            start += 2;
        }
        let numbered = self.role_with_number(start).is_some_and(|past| past == end);
        let nickname = close == '>'
            && (end == start + 1 && text.token(start).is_word()
                || self.handle_end(start) == Some(end));
        let sure = voice || numbered || nickname;
        let full = self.name_end(start) == end && end > start + 1;
        let mut content = end + 1..self.content_end();
        let colon = self.mark(content.start) == ':';
        content.start += usize::from(colon);
        let separated = colon || voice || self.is_spaced(end);
        // "</v>"
        let closing = content.clone().rev().take(4).find(|&n| self.mark(n) == '<');
        if let Some(closing) = closing.filter(|&n| voice && self.mark(n + 1) == '/') {
            content.end = closing;
        }
        let named = sure || full || colon && self.name_end(start) == end;
        (named && separated && start < end).then_some(Label {
            name: start..end,
            separator: if content.is_empty() { Separator::LineEnd } else { Separator::Wrapper },
            content,
            marked: sure || self.marked,
            role: sure,
            capitals: false,
            lower: false,
        })
    }

    /// ">>" at token `start` and no name.
    fn chevrons(&self, start: usize) -> Option<Label> {
        let open = self.mark(start) == '>' && self.mark(start + 1) == '>';
        (open && self.at < self.end).then(|| Label {
            name: self.at..self.at,
            content: self.at..self.end,
            separator: Separator::Chevrons,
            marked: true,
            role: true,
            capitals: false,
            lower: false,
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
        let handle = self.handle_end(start);
        let mut name_end = numbered.or(handle).unwrap_or_else(|| self.name_end(start));
        let first = text.token(start);
        let role = numbered.is_some() || first.is(Class::LabelRole);
        let lower = first.shape == Shape::Lower && handle.is_none() && !role && !self.timed;
        if name_end == start {
            let is_word = first.shape == Shape::Lower && start < self.end;
            // "interviewer:", "[10:02] nora:", "nora:"
            if !is_word {
                return None;
            }
            name_end = start + 1;
        }
        if text.span(start, name_end).len() > NAME_BYTES {
            return None;
        }
        let mut parser = Self { at: name_end, ..self.clone() };
        let words = text.slice(text.span(start, name_end));
        // "Q", "Q1"
        let letters = words.trim_end_matches(|c: char| c.is_numeric());
        let interview = text.lexicon.has(letters, Setting::InterviewLabels);
        let role = role || interview;
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = interview || letters > 1 && !words.chars().any(char::is_lowercase);
        let separator = parser.separator(interview, capitals)?;
        // Any word before a colon may be a name, and one before a time.
        if lower && separator != Separator::Colon && !parser.timed {
            return None;
        }
        let content = parser.at..parser.content_end();
        // A line of a menu has words that no name has.
        if self.lax && separator != Separator::Colon {
            return None;
        }
        if separator == Separator::Stop && !capitals && !self.is_congress(start..name_end) {
            return None;
        }
        // A name in bold type needs no separator: "**Ann Lee** Yes."
        let marked = parser.marked;
        Some(Label { name: start..name_end, content, separator, marked, role, capitals, lower })
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
                && self.is_abbreviated(at - 1);
            if name || particle {
                words += 1;
            } else if !suffix && !period {
                break;
            }
            at += 1;
        }
        at
    }

    /// Past the name of an account: "ann_lee", "ann.lee", "@ann".
    fn handle_end(&self, start: usize) -> Option<usize> {
        let at = self.mark(start) == '@';
        let word = |n: usize| n < self.end && self.text.token(n).shape != Shape::Punctuation;
        let mut end = start + usize::from(at);
        if !word(end) {
            return None;
        }
        end += 1;
        let mut joined = false;
        while end + 1 < self.end && matches!(self.mark(end), '_' | '.') && word(end + 1) {
            if self.is_spaced(end - 1) || self.is_spaced(end) {
                break;
            }
            joined = true;
            end += 2;
        }
        (at || joined).then_some(end)
    }

    /// Whether the period after token `n` belongs to it: an initial, a title, "Jr.".
    fn is_abbreviated(&self, n: usize) -> bool {
        let token = self.text.token(n);
        let initial = token.span.len() == 1
            && (n > self.at || !self.text.lexicon.has(self.text.word(n), Setting::InterviewLabels));
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
        let bold = self.skip_emphasis();
        // ", host", "(Gazette)", "(Orr North) (Labour)", "of Ohio"
        for _ in 0..2 {
            self.at = self.description_end().unwrap_or(self.at);
        }
        let comma = self.mark(self.at) == ',';
        self.at += usize::from(comma && time::end(self.text, self.at + 1, self.end).is_some());
        let bracketed = matches!(self.mark(self.at), '[' | '(');
        let wide = self.is_wide_gap(self.at);
        let timed = self.skip_time();
        self.skip_emphasis();
        let tight = !self.is_spaced(self.at) && !self.is_spaced(self.at.saturating_sub(1));
        let separator = match self.mark(self.at) {
            _ if self.at >= self.end => return Some(Separator::LineEnd),
            ':' | '：' => Separator::Colon,
            '|' => Separator::Cell,
            // "Ann Lee (Green). – Yes."
            '.' if self.is_spaced(self.at) && matches!(self.mark(self.at + 1), '–' | '—') => {
                self.at += 1;
                Separator::Dash
            }
            '.' if self.is_spaced(self.at) => Separator::Stop,
            '—' | '–' | '-' | DASHES if self.is_spaced(self.at) => Separator::Dash,
            '—' if tight && self.text.token(self.at + 1).is_capital() => Separator::Dash,
            _ if interview && self.is_wide_gap(self.at) => return Some(Separator::Wrapper),
            // "ann> Yes."
            '>' if self.is_spaced(self.at) && !self.is_spaced(self.at - 1) => Separator::Wrapper,
            _ if timed && bracketed => return Some(Separator::Wrapper),
            _ if wide || self.is_wide_gap(self.at) => return Some(Separator::Cell),
            _ if bold && self.text.token(self.at).is_capital() => return Some(Separator::Wrapper),
            _ => return None,
        };
        self.at += 1;
        self.skip_emphasis();
        self.timed |= self.skip_time();
        if self.at >= self.end {
            // "Exactly." is an answer, "GLADYS." may be a label.
            return (separator != Separator::Stop || capitals).then_some(Separator::LineEnd);
        }
        if separator == Separator::Cell && self.mark(self.end - 1) == '|' {
            self.end -= 1;
        }
        Some(separator)
    }

    /// Past emphasis, and whether there is some.
    fn skip_emphasis(&mut self) -> bool {
        let start = self.at;
        while self.at < self.end && self.is_emphasis(self.at) {
            self.at += 1;
        }
        self.marked |= self.at > start;
        self.at > start
    }

    /// Past words that describe the speaker, if a separator follows them.
    fn description_end(&self) -> Option<usize> {
        let limit = self.end.min(self.at + ROLE_TOKENS);
        let token = self.text.token(self.at);
        let mut rest = self.at + 1..limit;
        match self.mark(self.at) {
            '(' | '[' if time::end(self.text, self.at, self.end).is_none() => {
                rest.find(|&n| matches!(self.mark(n), ')' | ']')).map(|close| close + 1)
            }
            // ", on behalf of the Greens. –"
            ',' if time::end(self.text, self.at + 1, self.end).is_none() => rest
                .find(|&n| {
                    self.mark(n) == ':'
                        || self.mark(n) == '.' && matches!(self.mark(n + 1), '–' | '—')
                })
                .or_else(|| is_description(self.text, self.at + 1..self.end).then_some(self.end)),
            // "- lock keeper:"
            '-' | '–' | '—' => {
                let colon = rest.take(4).find(|&n| self.text.token(n).shape != Shape::Lower)?;
                (self.mark(colon) == ':').then_some(colon)
            }
            NO_MARK if token.is(Class::Genitive) || token.is(Class::Listener) => {
                rest.find(|&n| matches!(self.mark(n), ':' | '.'))
            }
            _ => None,
        }
    }
}

/// Whether `tokens` may describe a speaker: few words that are no sentence and no time.
pub(super) fn is_description(text: &Text, tokens: Range<usize>) -> bool {
    let word = |n: usize| {
        let token = text.token(n);
        token.is_word() && token.word.pronoun.is_none() || matches!(token.mark, ',' | '&' | '-')
    };
    (1..=ROLE_TOKENS).contains(&tokens.len()) && tokens.clone().all(word)
}
