//! A candidate during the search, with what the text around the quotation shows of it.

use super::query::Query;
use crate::attribution::features::{Features, SpeakerFeature as Feature};
use crate::attribution::findings::Findings;
use crate::lexicon::{Class, Gender};

/// A candidate during the search: an eligible entity, with what the text around the quotation shows of it.
pub(super) struct Entry {
    pub(super) entity: usize,
    /// How many other entities were mentioned since its last mention; `None` if it has none before the
    /// quotation.
    pub(super) rank: Option<usize>,
    /// Paragraphs since the last mention.
    pub(super) paragraphs: usize,
    /// Number of its mentions before the quotation.
    pub(super) mentions: usize,
    /// Number of those in which it acts.
    pub(super) acts: usize,
    /// Number of turns nearby that name it without addressing it.
    pub(super) spoken_of: usize,
    /// Number of those that show by grammar that they do not address it.
    pub(super) spoken_of_surely: usize,
    /// Number of turns nearby that name the entity as their speaker.
    pub(super) turns_near: usize,
    pub(super) features: Features<Feature>,
}

impl Entry {
    /// Adds the features that depend on the entity and on the turns before and after.
    pub(super) fn describe(&mut self, findings: &Findings, query: &Query, beat: Option<Gender>) {
        let entity = &findings.speakers.entities[self.entity];
        let source = query.source.map(|source| &findings.mentions.all[source]);
        let features = &mut self.features;
        features.add_if(
            query.source.is_some_and(|source| findings.speakers.of[source] == Some(self.entity)),
            Feature::Itself,
        );
        if let Some(source) = source.filter(|_| features.has(Feature::Itself) && !entity.is_named())
        {
            let head = findings.document.token(source.head);
            features.add_if(Some(entity.first) == query.source, Feature::ItselfNew);
            features.add_if(head.is(Class::Kin), Feature::ItselfKin);
            features.add_if(head.is(Class::Person), Feature::ItselfPerson);
            features.add_if(head.is(Class::Determiner), Feature::ItselfOther);
        }
        if let (Some(beat), Some(gender)) = (beat, entity.gender) {
            features.add(if beat == gender { Feature::BeatFits } else { Feature::BeatClashes });
        }
        features.add_if(entity.is_named(), Feature::Named);
        let kin = source.is_some_and(|s| findings.document.token(s.head).is(Class::Household));
        features.add_if(kin && entity.heads_household(), Feature::HeadsHousehold);
        features.add_if(entity.is_narrator(), Feature::Narrator);
        features.add_if(entity.is_surely_person(), Feature::SurePerson);
        let gender = source.and_then(|source| source.gender);
        features.add_if(gender.is_some() && entity.gender == gender, Feature::GenderKnown);
        features.add_if(self.rank == Some(0), Feature::Latest);
        features.add_if(self.rank == Some(1), Feature::SecondLatest);
        features.add_if(self.rank == Some(2), Feature::ThirdLatest);
        features.add_count(Feature::Distance, self.paragraphs);
        features.add_count(Feature::Mentioned, self.mentions);
        for (turn, fits, clashes) in [
            (&query.previous, Feature::AddresseeFits, Feature::AddresseeClashes),
            (&query.next, Feature::NextAddresseeFits, Feature::NextAddresseeClashes),
        ] {
            let addressee = turn.as_ref().and_then(|turn| turn.addressee);
            if let (Some(addressee), Some(gender)) = (addressee, entity.gender) {
                features.add(if addressee == gender { fits } else { clashes });
            }
        }
        features.add_count(Feature::SpeaksNear, self.turns_near);
        features.add_count(Feature::ActsNear, self.acts);
        features.add_count(Feature::SpokenOf, self.spoken_of);
        features.add_count(Feature::SpokenOfSurely, self.spoken_of_surely);
    }
}
