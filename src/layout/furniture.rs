//! Site furniture: menus, captions, credits, share lines, related links, footers.
//!
//! Each block speaks for text or for furniture by its form, and neighbours are alike: the sequence with the
//! highest score is found by dynamic programming (Viterbi 1967), so that a heading stays in the text around it
//! and a sentence in the menu around that one.

use std::ops::Range;

use super::block::Draft;
use crate::interner::Interner;
use crate::lexicon::Class;
use crate::numbered::Numbered;
use crate::report::BlockKind;
use crate::token::{Shape, Text};

/// What a change from text to furniture or back costs.
const CHANGE: f64 = 2.5;

/// What it costs beside a line that shows where furniture ends: a date, a byline, "Share".
const CHANGE_AT_BORDER: f64 = 0.75;

/// Short lines that show no other sign of a page are furniture if they are at least this many.
const SHORT_LINES: usize = 4;

/// Gives the kind `furniture` to the blocks that stand around a text on its page.
pub(super) fn mark(text: &Text, drafts: &mut Numbered<Draft>) {
    let repeated = repeated(text, drafts);
    let looks: Numbered<Look> = drafts
        .iter()
        .zip(repeated)
        .map(|(draft, repeated)| Look::of(text, draft, repeated))
        .collect();
    let states = most_likely(&looks);
    let headline = headline(&looks, &states);
    let mut start = 0;
    for n in 1..=drafts.len() {
        if n < drafts.len() && states[n] == states[start] {
            continue;
        }
        let run = start..n;
        // Lines of a poem look like those of a menu: only signs of a page make them furniture.
        let signs = looks[run.clone()].iter().filter(|look| look.sign).count();
        let bare = looks[run.clone()].iter().filter(|look| look.bare).count();
        let all_bare = bare >= SHORT_LINES && bare * 2 >= run.len();
        if states[start] && (signs * 8 >= run.len() || all_bare) {
            for n in run.filter(|n| !headline.contains(n)) {
                drafts[n].kind = BlockKind::Furniture;
            }
        }
        start = n;
    }
    for (draft, look) in drafts.iter_mut().zip(&looks) {
        if look.sure {
            draft.kind = BlockKind::Furniture;
        }
    }
}

/// How many words a headline has.
const TITLE: Range<usize> = 4..21;

/// At most this many blocks above an article are looked at for its headline.
const HEADLINE_LOOKED_AT: usize = 12;

/// The headline in the furniture above an article, with the line below or above that belongs to it: the longest of
/// the lines that may be one.
fn headline(looks: &Numbered<Look>, states: &Numbered<bool>) -> Range<usize> {
    let start = states.iter().position(|state| *state).unwrap_or(states.len());
    let end = (start..states.len()).find(|&n| !states[n]).unwrap_or(start);
    let start = start.max(end.saturating_sub(HEADLINE_LOOKED_AT));
    let titles = (start..end).rev().filter(|&n| looks[n].title > 0);
    let longest = titles.max_by_key(|&n| looks[n].title);
    longest.map_or(0..0, |n| {
        let is_title = |n: usize| (start..end).contains(&n) && looks[n].title > 0;
        n - usize::from(n > 0 && is_title(n - 1))..n + 1 + usize::from(is_title(n + 1))
    })
}

/// Only blocks of at most this many bytes are compared with others.
const COMPARED: usize = 120;

/// The words of a block with more tokens than this are not looked at.
const LOOKED_AT: usize = 40;

/// For each block whether another one has the same words, as the lines of menus do.
fn repeated(text: &Text, drafts: &Numbered<Draft>) -> Numbered<bool> {
    let mut repeated = Numbered::from(vec![false; drafts.len()]);
    let mut known = Interner::default();
    // The first block with each of the known words.
    let mut first = Vec::new();
    for (n, draft) in drafts.iter().enumerate() {
        let words = draft.words(text);
        if words.len() > COMPARED {
            continue;
        }
        let id = known.intern(words);
        match first.get(id) {
            Some(&first) => {
                repeated[first] = true;
                repeated[n] = true;
            }
            None => first.push(n),
        }
    }
    repeated
}

/// What the form of a block speaks for.
#[derive(Default)]
struct Look {
    /// How much speaks for text; below zero for furniture.
    score: f64,
    /// Whether the block shows that there is furniture here.
    sign: bool,
    /// Whether it is a few words that are no sentence.
    bare: bool,
    /// Whether furniture may end here: a date, a byline, "Share".
    border: bool,
    /// How many words it has if it may be a headline.
    title: usize,
    /// Whether the block is furniture wherever it stands: "Share", "Photo: Ann Lee/The Post".
    sure: bool,
}

impl Look {
    fn of(text: &Text, draft: &Draft, repeated: bool) -> Self {
        if matches!(draft.kind, BlockKind::Turn | BlockKind::Quote) {
            return Self { score: 2.0 * CHANGE, ..Self::default() };
        }
        let tokens = draft.tokens.clone();
        let last = tokens.clone().rev().take(3);
        let stops = last.clone().any(|n| text.mark(n) == '.');
        let ends = last.clone().any(|n| matches!(text.mark(n), '.' | '?' | '!' | '…'));
        if tokens.len() > LOOKED_AT {
            // A long paragraph is text, whatever its words are.
            return Self { score: if ends { 4.0 } else { 1.0 }, ..Self::default() };
        }
        let (mut words, mut function, mut furniture, mut separators) = (0, 0, 0, 0);
        let (mut lower, mut capitals, mut numbers) = (0, 0, 0);
        let (mut slash, mut quotes, mut credit) = (false, false, false);
        for n in tokens.clone() {
            let token = text.token(n);
            let is_function = token.word.is_function();
            let is_furniture = token.is(Class::Furniture);
            function += usize::from(is_function);
            furniture += usize::from(is_furniture);
            numbers += usize::from(token.shape == Shape::Number || token.is(Class::Date));
            let mut is_name = is_function;
            match token.shape {
                Shape::Lower => {
                    words += 1;
                    lower += usize::from(!is_function);
                }
                Shape::Capital | Shape::Upper => {
                    words += 1;
                    capitals += usize::from(!is_function);
                    is_name = true;
                }
                Shape::Number | Shape::Clitic => {}
                Shape::Punctuation => {
                    is_name = true;
                    match token.mark {
                        '|' | '©' | '@' | '›' | '←' | '→' | '»' => separators += 1,
                        '“' | '"' | '«' => quotes |= n > tokens.start,
                        '/' => slash = true,
                        _ => {}
                    }
                }
            }
            // "… at the pier. Photo: Ann Lee", "(Photo by Ann Lee)"
            credit = credit && is_name
                || is_furniture
                    && (n == tokens.start || matches!(text.mark(n - 1), '.' | '('))
                    && (text.mark(n + 1) == ':' || text.token(n + 1).is(Class::Preposition));
        }
        // "You Cannot Teach a Horse to Lie!"
        let ends = ends && (stops || lower > 0 || capitals < 3);
        let colon = text.mark(tokens.end - 1) == ':';
        let quoted = ends && matches!(text.mark(tokens.start), '“' | '"' | '‘' | '\'' | '«' | '—');
        let first = text.token(tokens.start);
        let byline = first.is(Class::Preposition) && lower == 0 && capitals > 1;
        let date = numbers > 0 && numbers * 3 >= words && words <= 12;
        let meta = (byline || date) && !ends && !colon;
        let mut score = match words {
            _ if ends && (words >= 20 || quoted && words >= 4 || quotes && words >= 10) => 4.0,
            _ if ends && (words >= 10 || quoted) => 2.0,
            _ if ends && words >= 4 => 0.8,
            _ if ends => 0.2,
            _ if colon => 0.0,
            25.. => 1.0,
            12.. => -0.3,
            _ => -0.7,
        };
        let short = words <= 14;
        let repeated = repeated && !quoted;
        if repeated {
            score -= 0.8;
        }
        if separators > 0 {
            score -= 0.8;
        }
        if meta && numbers > 1 {
            score -= 0.4;
        }
        if furniture > 0 && short {
            score -= 0.7;
        }
        // "We use cookies …", "… All rights reserved."
        if furniture > 1 && furniture * 12 >= words {
            score -= 2.5;
        }
        let sign = meta || repeated || separators > 0 || furniture > 0 && short;
        let bare = !ends && !colon && words <= 4 && function == 0;
        let slash = slash && !ends && (furniture > 0 && short || lower == 0 && words > 2);
        let sure = bare && words > 0 && furniture * 2 >= words || slash || credit;
        let is_title = !meta && !ends && separators + furniture == 0 && TITLE.contains(&words);
        let title = if is_title { words } else { 0 };
        Self { score, sign, bare, border: meta || sure, title, sure }
    }
}

/// For each block whether it is furniture in the sequence with the highest score.
fn most_likely(looks: &Numbered<Look>) -> Numbered<bool> {
    // The best scores so far that end in text and in furniture, and whether each came from furniture.
    let mut best = [0.0, 0.0];
    let mut from: Numbered<[bool; 2]> = Vec::with_capacity(looks.len()).into();
    let mut border = false;
    for look in looks {
        let [text, furniture] = best;
        let cost = |border| if border { CHANGE_AT_BORDER } else { CHANGE };
        let (leave, enter) = (cost(border), cost(look.border));
        border = look.border;
        let came = [furniture - leave > text, furniture >= text - enter];
        best = [
            f64::max(text, furniture - leave) + look.score,
            f64::max(furniture, text - enter) - look.score,
        ];
        from.push(came);
    }
    let mut state = best[1] > best[0];
    let mut states = Numbered::from(vec![false; looks.len()]);
    for n in (0..looks.len()).rev() {
        states[n] = state;
        state = from[n][usize::from(state)];
    }
    states
}
