//! Passages of a work put together, as a reader would paste a chapter.

use quote_extractor::Span;

use super::{Document, Quote};

/// What stands between two passages.
const BREAK: &str = "\n\n";

/// `documents` with up to `size` neighbouring passages of one work as one document, which has the id of the first.
pub fn join(documents: Vec<Document>, size: usize) -> Vec<Document> {
    let mut joined: Vec<Document> = Vec::new();
    let mut parts = 0;
    for document in documents {
        match joined.last_mut() {
            Some(last) if last.group == document.group && parts < size => {
                parts += 1;
                last.append(document);
            }
            _ => {
                parts = 1;
                joined.push(document);
            }
        }
    }
    joined
}

impl Document {
    fn append(&mut self, next: Self) {
        self.text += BREAK;
        let by = self.text.len();
        self.text += &next.text;
        self.has_names |= next.has_names;
        self.judges_marks &= next.judges_marks;
        self.quotes.extend(next.quotes.into_iter().map(|quote| quote.moved(by)));
        self.ignored.extend(next.ignored.into_iter().map(|span| moved(span, by)));
        self.units.extend(next.units.into_iter().map(|span| moved(span, by)));
    }
}

impl Quote {
    fn moved(self, by: usize) -> Self {
        Self {
            span: moved(self.span, by),
            mentions: self.mentions.into_iter().map(|span| moved(span, by)).collect(),
            source: self.source.map(|span| moved(span, by)),
            ..self
        }
    }
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use super::*;

    fn passage(id: &str) -> Document {
        let line = r#"{"id": "ID", "text": "“Né,” said Ann.", "ignore": [[12, 13]],
            "quotes": [{"start": 1, "end": 3, "kind": "direct", "speaker": {"start": 11, "end": 14}}]}"#;
        document(&line.replace('\n', " ").replace("ID", id)).unwrap()
    }

    #[test]
    fn neighbouring_passages_of_one_work_become_one_document() {
        let ids = ["harbour/1", "harbour/2", "harbour/3", "mill/1"];
        let joined = join(ids.map(passage).to_vec(), 2);
        let ids: Vec<&str> = joined.iter().map(|document| document.id.as_str()).collect();
        assert_eq!(ids, ["harbour/1", "harbour/3", "mill/1"]);

        let both = &joined[0];
        let words = |span: &Span| &both.text[span.range()];
        let quotes =
            both.quotes.iter().map(|quote| (words(&quote.span), words(&quote.mentions[0])));
        assert_eq!(quotes.collect::<Vec<_>>(), [("Né", "Ann"); 2]);
        assert_eq!(both.quotes[1].source.as_ref().map(words), Some("Ann"));
        assert_eq!(both.ignored.iter().map(words).collect::<Vec<_>>(), ["n"; 2]);
        let second = both.quotes[1].span;
        assert_eq!(both.are_exact(quote_extractor::QuotationKind::Direct, &[second]), [true]);
    }
}
