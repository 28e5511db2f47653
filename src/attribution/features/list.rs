//! The features of one decision, with their values.

use std::marker::PhantomData;
use std::sync::OnceLock;

/// A list of features: one for candidates, one for quoted stretches, one for finds.
pub trait Feature: Copy + PartialEq + 'static {
    /// All features, in the order of their numbers.
    const ALL: &'static [Self];

    /// The number of the feature.
    fn number(self) -> usize;
}

/// Declares a list of features with the names that the file of weights uses.
macro_rules! features {
    ($(#[$meta:meta])* $enum:ident { $($variant:ident $name:literal $meaning:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $enum { $(#[doc = $meaning] $variant,)* }

        impl $enum {
            /// All of them, in the order of their numbers.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];
            pub(crate) const COUNT: usize = Self::ALL.len();

            /// The name used in the file of weights.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl super::list::Feature for $enum {
            const ALL: &'static [Self] = &Self::ALL;

            fn number(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use features;

/// The greatest number of features that a list keeps. No candidate has more: many exclude each other.
const ROOM: usize = 44;
/// At most this many of them have a value of their own.
const MEASURED_ROOM: usize = 8;
/// The bit that marks the number of a feature with a value of its own; all others have the value 1.
const MEASURED: u8 = 1 << 7;

/// The features of one candidate or one quoted stretch, with their values, in the order in which they were
/// added.
///
/// The arrays avoid an allocation for each candidate: most candidates are soon dropped.
#[derive(Clone, Debug)]
pub struct Features<F> {
    list: List,
    kind: PhantomData<F>,
}

/// The features by number. Not generic: the download needs one copy of its code.
#[derive(Clone, Debug)]
struct List {
    all: [u8; ROOM],
    count: usize,
    /// One bit for each feature of the enum: whether the list contains it.
    set: [u64; 2],
    /// The values of the features that have one of their own, in the same order.
    values: [f64; MEASURED_ROOM],
    measured: usize,
}

impl<F> Default for Features<F> {
    fn default() -> Self {
        let list = List {
            all: [0; ROOM],
            count: 0,
            set: [0; 2],
            values: [0.0; MEASURED_ROOM],
            measured: 0,
        };
        Self { list, kind: PhantomData }
    }
}

impl<F: Feature> Features<F> {
    pub(crate) fn add(&mut self, feature: F) {
        self.list.add(feature.number() as u8, 0);
    }

    pub(crate) fn add_if(&mut self, applies: bool, feature: F) {
        if applies {
            self.add(feature);
        }
    }

    /// Adds a feature unless the list contains it already.
    pub(crate) fn add_once(&mut self, feature: F) {
        self.add_if(!self.has(feature), feature);
    }

    /// Adds a feature with the logarithm of `count` as its value; a count of zero adds nothing.
    pub(crate) fn add_count(&mut self, feature: F, count: usize) {
        self.list.add_count(feature.number() as u8, count);
    }

    /// Adds a feature with `value`.
    pub(crate) fn add_value(&mut self, feature: F, value: f64) {
        self.list.add_value(feature.number() as u8, value);
    }

    pub(crate) fn has(&self, feature: F) -> bool {
        self.list.has(feature.number() as u8)
    }

    /// Features and values, each feature at most once.
    pub fn iter(&self) -> impl Iterator<Item = (F, f64)> + '_ {
        self.numbers().filter_map(|(number, value)| Some((*F::ALL.get(number)?, value)))
    }

    /// The numbers of the features, with their values.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.list.iter()
    }
}

impl List {
    /// Never inlined: there are seventy calls, and the copies would be a good part of the download.
    #[inline(never)]
    fn add(&mut self, feature: u8, measured: u8) {
        if let Some(slot) = self.all.get_mut(self.count) {
            *slot = feature | measured;
            self.count += 1;
            self.set[usize::from(feature / 64)] |= 1 << (feature % 64);
        }
    }

    fn add_count(&mut self, feature: u8, count: usize) {
        if count > 0 {
            self.add_value(feature, logarithm(count));
        }
    }

    fn add_value(&mut self, feature: u8, value: f64) {
        if let Some(slot) = self.values.get_mut(self.measured) {
            *slot = value;
            self.measured += 1;
            self.add(feature, MEASURED);
        }
    }

    fn has(&self, feature: u8) -> bool {
        self.set[usize::from(feature / 64)] >> (feature % 64) & 1 != 0
    }

    fn iter(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        let mut values = self.values.iter();
        self.all.iter().take(self.count).map(move |&feature| {
            let value = if feature & MEASURED == 0 { None } else { values.next() };
            (usize::from(feature & !MEASURED), value.copied().unwrap_or(1.0))
        })
    }
}

/// The logarithm of `count` + 1. Those of small counts are computed once, because nearly all counts are small.
fn logarithm(count: usize) -> f64 {
    static SMALL: OnceLock<[f64; 64]> = OnceLock::new();
    let of = |count: usize| (1.0 + count as f64).ln();
    let small = SMALL.get_or_init(|| std::array::from_fn(of));
    small.get(count).copied().unwrap_or_else(|| of(count))
}
