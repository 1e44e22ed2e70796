//! Where something stands that no record says: an answer of the person who asks.

use crate::{Origin, Place, Question};

/// What an answer belongs to. It has an origin of its own, so that a conclusion can say on which answer it rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The question of this name.
    Question(Question),
    /// The day of the recurrence.
    Recurrence,
    /// Whether the list of therapies is complete.
    PriorComplete,
    /// The therapy at this position of the list.
    Prior(u16),
    /// The ejection fraction at this position of the list.
    Lvef(u16),
}

/// The number by which an answer's origin names its record: no reader gives so many.
const RECORD: u16 = u16::MAX;
const RECURRENCE: u32 = 1 << 16;
const PRIOR_COMPLETE: u32 = RECURRENCE + 1;
const PRIOR: u32 = 2 << 16;
const LVEF: u32 = 3 << 16;

impl Answered {
    /// The origin of the answer.
    pub fn origin(self) -> Origin {
        let path = match self {
            Self::Question(question) => question as u32,
            Self::Recurrence => RECURRENCE,
            Self::PriorComplete => PRIOR_COMPLETE,
            Self::Prior(at) => PRIOR + u32::from(at),
            Self::Lvef(at) => LVEF + u32::from(at),
        };
        Origin {
            record: RECORD,
            place: Place::Path(path),
        }
    }

    /// What the origin belongs to; nothing if it is a place in a record.
    pub fn of(origin: Origin) -> Option<Self> {
        let Place::Path(path) = origin.place else {
            return None;
        };
        if origin.record != RECORD {
            return None;
        }
        let at = path as u16;
        match path {
            RECURRENCE => Some(Self::Recurrence),
            PRIOR_COMPLETE => Some(Self::PriorComplete),
            _ if path >= LVEF => Some(Self::Lvef(at)),
            _ if path >= PRIOR => Some(Self::Prior(at)),
            _ => Question::ALL
                .get(usize::from(at))
                .map(|question| Self::Question(*question)),
        }
    }
}

impl Question {
    /// Whether its number counts things, so that it is a whole one.
    pub const fn is_count(self) -> bool {
        matches!(
            self,
            Self::Her2RegimensMetastatic
                | Self::Her2Regimens
                | Self::ChemotherapyMetastatic
                | Self::EndocrineMetastatic
                | Self::TimesHeld
                | Self::PositiveNodes
                | Self::ResidualNodes
                | Self::NottinghamTotal
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_tells_what_it_belongs_to() {
        let questions = Question::ALL.iter().map(|of| Answered::Question(*of));
        let others = [
            Answered::Recurrence,
            Answered::PriorComplete,
            Answered::Prior(0),
            Answered::Prior(u16::MAX),
            Answered::Lvef(0),
            Answered::Lvef(7),
        ];
        for answered in questions.chain(others) {
            assert_eq!(Answered::of(answered.origin()), Some(answered));
        }
        let elsewhere = Origin {
            record: 0,
            place: Place::Path(0),
        };
        assert_eq!(Answered::of(elsewhere), None);
    }
}
