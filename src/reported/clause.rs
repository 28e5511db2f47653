//! Where reported clauses begin and end.

use std::ops::Range;

use crate::cue::{Cue, CueKind, Relation};
use crate::document::{Document, Sentences, Shape};
use crate::lexicon::{Class, VerbClass, VerbForm};
use crate::quotation::Quotes;

/// A clause before its cue has at most so many tokens, which keeps the whole linear.
const LONGEST: usize = 300;

/// The text with what earlier stages know of it, to look for clauses in.
#[derive(Clone, Copy)]
pub(super) struct Clauses<'a> {
    pub document: &'a Document<'a>,
    pub quotes: &'a Quotes,
    pub sentences: &'a Sentences,
    pub cues: &'a [Cue],
}

impl Clauses<'_> {
    /// The content before cue `number`, whose source and verb begin at token `start`: the sentence
    /// so far, from token `taken` on.
    pub(super) fn before(
        &self,
        number: usize,
        start: usize,
        end: usize,
        taken: usize,
    ) -> Option<Range<usize>> {
        let behind = end;
        let cue = &self.cues[number];
        let last = start.checked_sub(1)?;
        let sentence = self.sentences.around(start);
        if let Some(quote) = self.quotes.around(last) {
            return self.before_with_quote(number, quote, sentence.start, taken);
        }
        let parted = matches!(self.document.word(last), "," | "—" | "–" | "--");
        let according = cue.kind == CueKind::AccordingTo;
        // "“…,” another friend, Ann Lee, said": a description stands before the name.
        if let Some(quote) = self.quote_before_description(last).filter(|_| parted) {
            return self.before_with_quote(number, quote, sentence.start, taken);
        }
        // "‘It held’, said Lee": the comma stands outside the marks.
        if let Some(quote) =
            last.checked_sub(1).and_then(|n| self.quotes.around(n)).filter(|_| parted)
        {
            return self.before_with_quote(number, quote, sentence.start, taken);
        }
        let may_trail =
            according || parted && !cue.is(VerbClass::Judge) && !cue.is(VerbClass::Manner);
        if !may_trail || cue.form == VerbForm::Ing || sentence.start >= last {
            return None;
        }
        let mut end = if parted { last } else { start };
        if let Some(quote) = self.quotes.around(end.saturating_sub(1)) {
            end = self.quotes.all[quote].tokens().end;
        }
        let from = self.skip_conjunction(sentence.start.max(taken));
        if end.saturating_sub(from) > LONGEST {
            return None;
        }
        let words = self.words(from..end);
        let enough = words >= 3 || words >= 2 && according;
        if according {
            return enough.then_some(from..end);
        }
        // "The idea, she said, would be": the verb of the clause shows that it goes on.
        let comma = matches!(self.document.word(behind), "," | "—" | "–");
        let verb =
            self.document.tokens.get(behind + 1).is_some_and(|token| token.is(Class::Auxiliary));
        if comma && verb {
            return Some(from..end);
        }
        // "After the vote, Lee said": a phrase in front, not what she said.
        let ends = self.ends_sentence(number, behind);
        let adjunct = self.is_adjunct(from, end) && (!ends || comma);
        (enough && !adjunct && (ends || comma)).then_some(from..end)
    }

    /// The quotation that only a noun phrase parts from the comma at token `comma`.
    fn quote_before_description(&self, comma: usize) -> Option<usize> {
        for n in (comma.saturating_sub(8)..comma).rev() {
            if let Some(quote) = self.quotes.around(n) {
                return (n + 2 <= comma).then_some(quote);
            }
            let token = &self.document.tokens[n];
            let verb = token.word.verb.is_some() || token.is(Class::Auxiliary);
            if verb || token.shape == Shape::Punctuation || token.is(Class::Preposition) {
                return None;
            }
        }
        None
    }

    /// Whether a cue after `number` in the same sentence reports all that stands before it:
    /// "…, he said."
    pub(super) fn is_reported_later(&self, number: usize) -> bool {
        let sentence = self.sentences.around(self.cues[number].tokens.start);
        let later = self.cues.iter().enumerate().skip(number + 1).take(4);
        later.take_while(|(_, cue)| cue.tokens.start < sentence.end).any(|(n, cue)| {
            let start =
                cue.subject.as_ref().map_or(cue.group_start, |subject| subject.tokens.start);
            let trails = start > 0 && self.document.word(start - 1) == ",";
            trails
                && cue.is(VerbClass::Say)
                && cue.form != VerbForm::Ing
                && self.ends_sentence(n, cue.tokens.end)
        })
    }

    /// The content that ends with `quote`: the stretch alone, or the clause it stands in.
    fn before_with_quote(
        &self,
        number: usize,
        quote: usize,
        sentence: usize,
        taken: usize,
    ) -> Option<Range<usize>> {
        let tokens = self.quotes.all[quote].tokens();
        let behind = self.document.tokens.get(tokens.end)?;
        let same_paragraph =
            self.document.paragraph_of(tokens.end - 1) == self.document.paragraph_of(tokens.end);
        // After a full stop a new sentence begins; its cue belongs to what follows.
        let stopped = tokens.clone().rev().take(2).any(|n| self.document.word(n) == ".");
        let new_sentence = stopped
            && behind.shape != Shape::Lower
            && !self.ends_sentence(number, self.cues[number].tokens.end);
        if tokens.start < taken || !same_paragraph || new_sentence {
            return None;
        }
        let start = self.sentences.around(tokens.start).start.min(sentence).max(taken);
        let lead = self.words(start..tokens.start);
        let parted = tokens.start.checked_sub(1).is_some_and(|n| {
            matches!(self.document.word(n), "," | ":" | "—" | "–" | "-" | "•" | ".")
        });
        let first = self.cues.partition_point(|cue| cue.tokens.start < start);
        let cued = self.cues.get(first).is_some_and(|cue| cue.tokens.end <= tokens.start);
        let clause = lead >= 2 && !parted && !cued;
        Some(if clause { self.skip_conjunction(start)..tokens.end } else { tokens })
    }

    /// Whether nothing but a date or a place stands between token `behind`, which follows source and
    /// cue, and the end of the sentence.
    pub(super) fn ends_sentence(&self, number: usize, behind: usize) -> bool {
        let cue = &self.cues[number];
        let sentence = self.sentences.around(cue.tokens.start);
        let followed = cue.following.as_ref().filter(|_| cue.subject.is_none());
        let free = |n: usize| {
            let mark =
                matches!(self.document.word(n), "." | "!" | "?" | ";" | "," | "—" | "–" | ")");
            n >= sentence.end || mark && self.quotes.around(n + 1).is_none()
        };
        free(self.skip_adjuncts(behind, cue))
            || free(behind)
            || followed.is_some_and(|following| free(following.end))
    }

    /// The rest of a clause that source and cue interrupt: "The idea, she said, [would be …]", or
    /// the second stretch of interrupted speech: "“A,” said Lee, [“B.”]".
    pub(super) fn resumed(
        &self,
        before: Range<usize>,
        end: usize,
        number: usize,
    ) -> Option<Range<usize>> {
        let cue = &self.cues[number];
        let end = self.skip_apposition(self.skip_adjuncts(end, cue));
        let parted = matches!(self.document.word(end), "," | "—" | "–" | "--");
        let next = if parted { end + 1 } else { return None };
        let sentence_end = self.sentences.around(end).end;
        let quoted_before = self.quotes.around(before.end - 1).is_some();
        match self.quotes.around(next) {
            Some(quote) if quoted_before => return Some(self.quotes.all[quote].tokens()),
            None if quoted_before => return None,
            _ => {}
        }
        let token = self.document.tokens.get(next)?;
        if self.document.paragraph_of(next) != self.document.paragraph_of(end) {
            return None;
        }
        // "said Lee, another member who": what follows describes the source.
        let describes = cue.subject.is_none()
            && token.is_any_of(&[Class::Determiner, Class::Role, Class::Possessive]);
        if describes {
            return None;
        }
        let next = if self.document.word(next) == "that" { next + 1 } else { next };
        let goes_on = token.is_any_of(&[Class::Auxiliary, Class::Preposition])
            || token.is_word()
                && !token.is_any_of(&[Class::Conjunction, Class::Subordinator, Class::Relative])
                && token.word.verb.is_none_or(|verb| verb.form != VerbForm::Ing);
        (goes_on && next < sentence_end).then(|| next..self.clause_end(next, number))
    }

    /// The content behind cue `number`, looked for from token `from` on.
    pub(super) fn after(&self, number: usize, from: usize, inverted: bool) -> Option<Range<usize>> {
        let cue = &self.cues[number];
        let sentence = self.sentences.around(cue.tokens.start);
        let mut start = self.skip_adjuncts(from, cue);
        if inverted {
            start = self.skip_apposition(start);
        }
        let mark = self.document.word(start);
        let parted = matches!(mark, "," | ":" | "—" | "–" | "--" | "...");
        let at = if parted { start + 1 } else { start };
        let at = if self.document.word(at).eq_ignore_ascii_case("that") { at + 1 } else { at };
        let said_that = at > start && !parted || at > start + 1;
        if let Some(quote) = self.quotes.around(at) {
            if self.has_tag(quote) {
                return None;
            }
            return Some(self.after_with_quote(quote, at, number, parted && !said_that));
        }
        if cue.kind == CueKind::AccordingTo {
            // "According to Lee, the plan failed."
            let fronted =
                mark == "," && at < sentence.end && sentence.start + 1 >= cue.tokens.start;
            let clause = at..self.clause_end(at, number);
            return (fronted && self.words(at..clause.end.min(at + 8)) >= 2).then_some(clause);
        }
        if let Some(quote) = self.quote_ahead(start, number).filter(|_| parted && !said_that) {
            return Some(self.quotes.all[quote].tokens());
        }
        if at >= sentence.end
            || parted
                && mark != ","
                && !said_that
                && !(mark == ":" && self.words(at..sentence.end.min(at + 8)) >= 3)
        {
            return None;
        }
        if let Some(quote) = self.quote_ahead(start, number).filter(|_| !said_that) {
            return Some(self.quotes.all[quote].tokens());
        }
        // "Now, she said, the plan": what stands between the commas is a tag.
        let source = cue.subject.as_ref().filter(|subject| subject.relation == Relation::Adjacent);
        let tag = mark == ","
            && source.is_some_and(|subject| {
                subject.tokens.start > sentence.start
                    && self.document.word(subject.tokens.start - 1) == ","
            })
            && self.opens_content(at, cue);
        let colon = mark == ":";
        if !(tag || said_that || colon || self.opens_content(at, cue))
            || inverted && !said_that
            || parted && !(tag || said_that || colon)
        {
            return None;
        }
        let end = self.clause_end(at, number);
        // "refused to comment" tells nothing.
        let least = if self.is_infinitive(at) { 3 } else { 2 };
        (self.words(at..end.min(at + 16)) >= least).then_some(at..end)
    }

    /// The whole sentence in marks that a few words part from the cue: "said, with a smile, “Go.”".
    fn quote_ahead(&self, start: usize, number: usize) -> Option<usize> {
        let limit = self.document.paragraph_end(start.saturating_sub(1)).min(start + 16);
        let at = (start..limit).find(|&n| self.quotes.around(n).is_some())?;
        let quote = self.quotes.around(at)?;
        let announced = at > start && matches!(self.document.word(at - 1), "," | ":");
        let whole = self.document.tokens.get(at + 1).is_some_and(|token| token.is_capital());
        let next = self.cues.get(number + 1).is_none_or(|next| next.tokens.start > at);
        let stopped = (start..at).any(|n| matches!(self.document.word(n), "." | "!" | "?" | ";"));
        (announced && whole && next && !stopped && !self.has_tag(quote)).then_some(quote)
    }

    /// Whether a cue with its source follows `quote` at once, so that no cue before it counts:
    /// "Lee was blunt when she answered: “Never,” she said."
    fn has_tag(&self, quote: usize) -> bool {
        let tokens = self.quotes.all[quote].tokens();
        let open = tokens
            .clone()
            .rev()
            .take(3)
            .any(|n| matches!(self.document.word(n), "," | "?" | "!" | "—"));
        let next = self.cues.partition_point(|cue| cue.tokens.start < tokens.end);
        let Some(cue) = self.cues.get(next).filter(|_| open) else { return false };
        let start = match &cue.subject {
            Some(subject) if subject.relation == Relation::Adjacent => subject.tokens.start,
            Some(_) => return false,
            None => cue.group_start,
        };
        let same = tokens.end < self.document.tokens.len()
            && self.document.paragraph_of(tokens.end) == self.document.paragraph_of(tokens.start);
        start == tokens.end
            && same
            && cue.form == VerbForm::Past
            && (cue.subject.is_some() || cue.following.is_some())
    }

    /// The content that starts with `quote`: the stretch alone, or with the words that go on.
    fn after_with_quote(
        &self,
        quote: usize,
        at: usize,
        number: usize,
        parted: bool,
    ) -> Range<usize> {
        let tokens = self.quotes.all[quote].tokens();
        let ends = tokens
            .end
            .checked_sub(2)
            .is_some_and(|n| matches!(self.document.word(n), "." | "!" | "?" | "…" | ","));
        let goes_on = self.document.tokens.get(tokens.end).is_some_and(|next| {
            next.is_word() && next.shape == Shape::Lower && !next.is(Class::Conjunction)
        });
        let several = self.quotes.all[quote].parts.len() > 1;
        if parted || ends || several || !goes_on || at != tokens.start {
            return tokens;
        }
        let end = self.clause_end(tokens.end, number);
        tokens.start..end.max(tokens.end)
    }

    /// Whether the word at token `at` opens what the cue reports.
    fn opens_content(&self, at: usize, cue: &Cue) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        if !token.is_word()
            && token.shape != Shape::Number
            && !matches!(self.document.word(at), "$" | "(" | "[")
        {
            return false;
        }
        // "declined to comment", "wrote the novel “…”": nothing is reported.
        let speaks = |n: usize| {
            self.document.tokens.get(n).is_some_and(|next| {
                next.word
                    .verb
                    .is_some_and(|verb| matches!(verb.class, VerbClass::Say | VerbClass::Tell))
            })
        };
        let infinitive = self.is_infinitive(at) && !speaks(at + 1);
        let work = (at..at + 6)
            .take_while(|&n| self.quotes.around(n).is_none())
            .any(|n| self.document.tokens.get(n).is_some_and(|token| token.is(Class::Work)));
        if work && self.has_quote(at) {
            return false;
        }
        let clause = token.is_any_of(&[Class::Subordinator])
            && !matches!(
                self.document.word(at),
                "as" | "when"
                    | "while"
                    | "because"
                    | "after"
                    | "before"
                    | "since"
                    | "until"
                    | "though"
                    | "although"
                    | "than"
            );
        let CueKind::Verb(class) = cue.kind else { return false };
        match class {
            _ if token.is(Class::Conjunction) || token.is(Class::Relative) && !clause => false,
            VerbClass::Commit => clause || infinitive || !token.is(Class::Preposition),
            VerbClass::Say | VerbClass::Think => {
                clause || !token.is(Class::Preposition) && !token.is(Class::Subordinator)
            }
            VerbClass::Tell | VerbClass::Ask => clause || infinitive || self.is_clause(at),
            VerbClass::Manner => clause && self.document.word(at) != "how",
            VerbClass::Judge => self.has_quote(at),
        }
    }

    /// Whether words in quotation marks stand between token `at` and the end of its sentence, and
    /// no other cue before them.
    fn has_quote(&self, at: usize) -> bool {
        let end = self.sentences.around(at).end.min(at + 24);
        let Some(quote) = (at..end).find(|&n| self.quotes.around(n).is_some()) else {
            return false;
        };
        let first = self.cues.partition_point(|cue| cue.tokens.start < at);
        self.cues.get(first).is_none_or(|next| next.tokens.start > quote)
    }

    /// Whether a subject with its verb follows at token `at`.
    fn is_clause(&self, at: usize) -> bool {
        if self.document.tokens.get(at).is_some_and(|token| {
            token.word.pronoun.is_some_and(|p| p.case == crate::lexicon::Case::Subject)
        }) {
            return true;
        }
        let subject = self.document.tokens.get(at).is_some_and(|token| {
            token.word.pronoun.is_some_and(|p| p.case == crate::lexicon::Case::Subject)
                || token.is_any_of(&[Class::Determiner, Class::Possessive])
                || token.is_capital()
        });
        subject
            && (at + 1..at + 10)
                .any(|n| self.document.tokens.get(n).is_some_and(|t| t.is(Class::Auxiliary)))
    }

    /// Where the clause that goes on at token `start` ends: with its sentence, or where the
    /// sentence turns to the next cue.
    fn clause_end(&self, start: usize, number: usize) -> usize {
        let sentence = self.sentences.around(start);
        let mut end = sentence.end;
        for cue in
            self.cues[number + 1..].iter().take(6).take_while(|cue| cue.tokens.start < sentence.end)
        {
            if cue.group_start <= start {
                continue;
            }
            let opening = match &cue.subject {
                Some(subject)
                    if matches!(subject.relation, Relation::Adjacent | Relation::Apposed)
                        && subject.tokens.start > start =>
                {
                    subject.tokens.start
                }
                _ => cue.group_start,
            };
            // "She asked for patience: “Wait,” she said.": the tag has the quotation.
            let tagged = opening
                .checked_sub(1)
                .and_then(|n| self.quotes.around(n))
                .filter(|&quote| self.has_tag(quote));
            if let Some(quote) = tagged {
                let before = self.quotes.all[quote].tokens().start.saturating_sub(1);
                if before > start && matches!(self.document.word(before), ":" | "," | "—" | "–")
                {
                    end = before;
                    break;
                }
            }
            if let Some(turn) = self.turn_before(opening, cue, start) {
                end = turn;
                break;
            }
        }
        // "a man who promised to help, said": a clause about somebody ends at its comma.
        let relative = self.cues[number]
            .subject
            .as_ref()
            .is_some_and(|subject| subject.relation == Relation::Relative);
        if relative {
            let comma =
                |n: &usize| self.document.word(*n) == "," && self.quotes.around(*n).is_none();
            end = (start..end).find(comma).unwrap_or(end);
        }
        while end > start && self.is_closing_punctuation(end - 1) {
            end -= 1;
        }
        end
    }

    /// Where a clause ends that a later cue breaks off: ", but Lee said", ", adding that", ", Lee said".
    fn turn_before(&self, opening: usize, cue: &Cue, start: usize) -> Option<usize> {
        let before = opening.checked_sub(1).filter(|&n| n > start)?;
        let token = &self.document.tokens[before];
        let comma = |n: usize| matches!(self.document.word(n), "," | ";" | "—" | "–");
        if comma(before) {
            let finite = matches!(cue.form, VerbForm::Past | VerbForm::Third);
            return (cue.form == VerbForm::Ing
                || cue.kind == CueKind::AccordingTo
                || finite && cue.subject.is_some())
            .then_some(before);
        }
        if cue.kind == CueKind::AccordingTo {
            return Some(opening);
        }
        let joins = token.is(Class::Conjunction)
            || matches!(self.document.word(before), "while" | "although" | "though" | "whereas");
        let reports = !cue.is(VerbClass::Think) && !cue.is(VerbClass::Judge);
        let parted = before.checked_sub(1).is_some_and(|n| {
            let quoted = self.quotes.around(n).is_some() && !cue.is(VerbClass::Think);
            n > start && (comma(n) || quoted)
        });
        let shared = reports
            && cue.subject.as_ref().is_some_and(|subject| subject.relation == Relation::Shared)
            && matches!(cue.form, VerbForm::Past | VerbForm::Third);
        (joins && (parted || shared)).then(|| {
            if parted && self.quotes.around(before - 1).is_none() { before - 1 } else { before }
        })
    }

    fn is_closing_punctuation(&self, n: usize) -> bool {
        self.quotes.around(n).is_none()
            && matches!(
                self.document.word(n),
                "." | "," | ";" | "!" | "?" | "…" | "..." | "—" | "–" | ":" | ")"
            )
    }

    /// Past "But" or "And" at the start of a sentence.
    fn skip_conjunction(&self, at: usize) -> usize {
        let mut at = at;
        while self.document.tokens.get(at).is_some_and(|token| {
            token.shape == Shape::Punctuation && self.quotes.around(at).is_none()
        }) {
            at += 1;
        }
        at + usize::from(
            self.document.tokens.get(at).is_some_and(|token| token.is(Class::Conjunction)),
        )
    }

    /// How many words the tokens hold.
    pub(super) fn words(&self, tokens: Range<usize>) -> usize {
        self.document
            .tokens
            .get(tokens)
            .unwrap_or_default()
            .iter()
            .filter(|token| token.is_word() || token.shape == Shape::Number)
            .count()
    }
}
