//! What a question of a diagnostic is asked about: the report, a specimen of it, one HER2 result, or one receptor result.

use her2_case::Question;
use her2_knowledge::Diagnostic;

/// What a diagnostic is asked about. It is the narrowest scope of its questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    Report,
    Specimen,
    Result,
    Receptor,
    /// Two records of one patient.
    OverTime,
}

impl Scope {
    /// The scope of a diagnostic.
    pub fn of(diagnostic: &Diagnostic) -> Self {
        let questions = diagnostic.table.questions().map(Self::of_question);
        questions.max().unwrap_or(Self::Report)
    }

    /// The scope of a question.
    pub fn of_question(question: Question) -> Self {
        use Question::*;
        match question {
            Her2Source | Invasive | Metastasis | EditionStanding | SpecimensAgree
            | DifferenceExplained | Retest | RetestMentioned | FixationStated | IschaemiaStated
            | FixationHours | IschaemiaMinutes | Formalin | Decalcified => Self::Report,
            IhcResult | IshResult | SameTissue | IshOrdered | RecountDescribed | Her2Status => {
                Self::Specimen
            }
            Discordance => Self::OverTime,
            ReceptorName | ReceptorWord | ReceptorPercent | ReceptorQuantified
            | LowReceptorCommented => Self::Receptor,
            _ => Self::Result,
        }
    }
}
