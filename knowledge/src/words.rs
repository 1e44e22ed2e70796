//! The words of values given as text: what stands in a field, a cell, a coded answer; from `codes/values/words.md`.

/// What a word or a phrase of a value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// Positive.
    Positive,
    /// Positive in few cells.
    LowPositive,
    /// Weakly positive, an older word for 2+.
    WeaklyPositive,
    /// Negative.
    Negative,
    /// Equivocal or borderline.
    Equivocal,
    /// The test gave no usable result.
    Indeterminate,
    /// Amplified.
    Amplified,
    /// Not amplified.
    NotAmplified,
    /// Amplification, by itself neither found nor excluded.
    Amplification,
    /// Overexpressed.
    Overexpressed,
    /// Not overexpressed.
    NotOverexpressed,
    /// Overexpression, by itself neither found nor excluded.
    Overexpression,
    /// Low.
    Low,
    /// HER2-ultralow.
    Ultralow,
    /// HER2-null.
    Null,
    /// A negation.
    Not,
    /// Detected, present.
    Detected,
    /// Ordered, without a result yet.
    Pending,
    /// Not done.
    NotDone,
    /// Not known.
    NotKnown,
    /// The question does not apply.
    NotApplicable,
    /// Less than.
    Below,
    /// More than.
    Above,
    /// This or less.
    AtMost,
    /// This or more.
    AtLeast,
    /// About.
    About,
    /// Between the ends of a range.
    To,
    /// HER2.
    Her2,
    /// Immunohistochemistry.
    Ihc,
    /// In situ hybridisation.
    Ish,
    /// The ratio of HER2 to CEP17.
    Ratio,
    /// The ratio of CEP17 to HER2.
    InvertedRatio,
    /// Mean HER2 signals per cell.
    Copies,
    /// Mean CEP17 signals per cell.
    Cep17,
    /// Total HER2 signals.
    TotalHer2,
    /// Total CEP17 signals.
    TotalCep17,
    /// Cells counted.
    Cells,
    /// Percent.
    Percent,
    /// A score.
    Score,
    /// A dual-probe group.
    Group,
    /// Oestrogen receptor.
    Er,
    /// Progesterone receptor.
    Pr,
    /// Ki-67.
    Ki67,
    /// An Allred total.
    Allred,
    /// An H-score.
    HScore,
    /// The immunoreactive score of Remmele and Stegner.
    ImmunoreactiveScore,
    /// Millimetres.
    Millimetre,
    /// Centimetres.
    Centimetre,
    /// Weak staining.
    Weak,
    /// Moderate staining.
    Moderate,
    /// Strong staining.
    Strong,
    /// Well differentiated.
    Well,
    /// Moderately differentiated.
    ModeratelyDifferentiated,
    /// Poorly differentiated.
    Poor,
    /// Low grade.
    LowGrade,
    /// A grade.
    GradeWord,
    /// The Roman numeral one.
    RomanOne,
    /// The Roman numeral two.
    RomanTwo,
    /// The Roman numeral three.
    RomanThree,
    /// Left.
    Left,
    /// Right.
    Right,
    /// Both sides.
    Both,
    /// Female.
    Female,
    /// Male.
    Male,
    /// Premenopausal.
    Premenopausal,
    /// Perimenopausal.
    Perimenopausal,
    /// Postmenopausal.
    Postmenopausal,
    /// Of the primary.
    Primary,
    /// After systemic therapy before surgery.
    AfterNeoadjuvant,
    /// Of a recurrence.
    Recurrence,
    /// Of a metastasis.
    Metastasis,
    /// Of another laboratory, or of an earlier specimen.
    Outside,
    /// Of a part of the tumour only.
    Focal,
    /// Of the in situ component.
    InSitu,
    /// By which test.
    By,
    /// Taken by needle.
    CoreBiopsy,
    /// Taken by excision.
    Excision,
    /// Taken by mastectomy.
    Mastectomy,
    /// Lymph nodes.
    Nodes,
    /// Ductal, or of no special type.
    TypeDuctal,
    /// Lobular.
    TypeLobular,
    /// Ductal and lobular.
    TypeMixed,
    /// Mucinous.
    TypeMucinous,
    /// Tubular.
    TypeTubular,
    /// Cribriform.
    TypeCribriform,
    /// Papillary.
    TypePapillary,
    /// Micropapillary.
    TypeMicropapillary,
    /// Medullary.
    TypeMedullary,
    /// Metaplastic.
    TypeMetaplastic,
    /// Adenoid cystic.
    TypeAdenoidCystic,
    /// Apocrine.
    TypeApocrine,
    /// Another histological type.
    TypeOther,
    /// Says nothing by itself.
    Filler,
}

/// Every phrase and what it stands for, in the order of the phrases. A phrase is in small letters without accents, with one space between its words.
pub fn words() -> &'static [(&'static str, Word)] {
    WORDS
}

static WORDS: &[(&str, Word)] = include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_in_order_and_stand_for_one_thing() {
        assert!(words().windows(2).all(|pair| pair[0].0 < pair[1].0));
        let of = |wanted: &str| {
            let at = words().binary_search_by_key(&wanted, |(phrase, _)| phrase);
            at.ok().map(|at| words()[at].1)
        };
        assert_eq!(of("nicht amplifiziert"), Some(Word::NotAmplified));
        assert_eq!(of("n a"), Some(Word::NotKnown));
        assert_eq!(of("sideways"), None);
    }
}
