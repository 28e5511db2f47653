//! The label that a line may start with: markup, time, name, role, time again, separator.

mod name;
mod parser;
mod separator;

use std::ops::Range;

use crate::lexicon::{Class, Setting};
use crate::token::{Shape, Text};
use name::NAME_WORDS;
use parser::Parser;
use separator::ROLE_TOKENS;
pub(super) use separator::{Separator, is_description};

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
    /// Whether a turn starts here.
    pub starts: bool,
    /// The speaker of the turn before goes on, as in captions that repeat the label.
    pub goes_on: bool,
    /// Whether the labels may be those of something else than a transcript.
    pub doubtful: bool,
}

impl Label {
    /// A label of which nothing else is known.
    fn new(name: Range<usize>, content: Range<usize>, separator: Separator) -> Self {
        Self {
            name,
            content,
            separator,
            marked: false,
            role: false,
            capitals: false,
            lower: false,
            starts: false,
            goes_on: false,
            doubtful: false,
        }
    }

    /// The words that name the speaker.
    pub(super) fn words<'t>(&self, text: &Text<'t>) -> &'t str {
        text.slice(text.span(self.name.start, self.name.end))
    }
}

/// A name in a label has at most this many bytes: menus are often copied without the spaces between their entries.
const NAME_BYTES: usize = 60;

/// The label that a line starts with or consists of; `content` are the tokens of its text.
pub(super) fn parse(text: &Text, content: Range<usize>) -> Option<Label> {
    let Range { start, end } = content;
    let mut parser = Parser { text, at: start, end, marked: false, timed: false, lax: false };
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
    label.or_else(|| parser.chevrons(start))
}

/// The letters of "Q1".
pub(super) fn without_number(words: &str) -> &str {
    words.trim_end_matches(char::is_numeric)
}

impl Parser<'_, '_> {
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
        let own_line = content.is_empty();
        let separator = if own_line { Separator::LineEnd } else { Separator::Wrapper };
        (named && separated && start < end).then_some(Label {
            marked: sure || self.marked,
            role: sure,
            ..Label::new(start..end, content, separator)
        })
    }

    /// ">>" at token `start` and no name.
    fn chevrons(&self, start: usize) -> Option<Label> {
        let open = self.mark(start) == '>' && self.mark(start + 1) == '>';
        (open && self.at < self.end).then_some(Label {
            marked: true,
            role: true,
            ..Label::new(self.at..self.at, self.at..self.end, Separator::Chevrons)
        })
    }

    /// Whether the word at token `n` goes on with the sentence that a name starts, as most lines do: "Ann Lee said".
    fn goes_on(&self, n: usize) -> bool {
        let token = self.text.token(n);
        n < self.end
            && !matches!(token.shape, Shape::Punctuation | Shape::Number)
            && !token.is_any_of(Class::Genitive | Class::Listener | Class::Calendar)
            && !self.is_wide_gap(n)
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
        if self.goes_on(name_end) || text.span(start, name_end).len() > NAME_BYTES {
            return None;
        }
        let mut parser = Self { at: name_end, ..self.clone() };
        let words = text.slice(text.span(start, name_end));
        // "Q", "Q1"
        let interview = text.lexicon.has(without_number(words), Setting::InterviewLabels);
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
        let label = Label::new(start..name_end, content, separator);
        Some(Label { marked, role, capitals, lower, ..label })
    }
}
