//! The pages of each edition of the testing guideline, by the step of the pathway that asks them.

use crate::tables;
use her2_case::{
    Edition, Handling, Her2Category, Her2Status, IhcResult, IshCall, IshGroup, IshNumbers,
    IshResult, PatternScore, PositiveUnexpected, RecountResult, Retest, Scope, TestValidity,
    WordFits,
};
use her2_pages::Table;

/// How an edition reads in situ hybridisation.
#[derive(Clone, Copy, Debug)]
pub enum IshReading {
    /// By dual-probe groups, a single-probe band, and a recount.
    Groups {
        /// The group of ratio and copies.
        group: &'static Table<IshGroup>,
        /// The band of a single probe.
        single_probe: &'static Table<IshResult>,
        /// What a recount is worth.
        recount: &'static Table<RecountResult>,
        /// The status after the laboratory has settled two counts.
        adjudication: &'static Table<Her2Status>,
        /// What a signed word is worth.
        signed: &'static Table<IshResult>,
        /// Whether the word fits the result.
        word_fits: &'static Table<WordFits>,
        /// Whether the word fits a ratio without copies.
        word_fits_ratio: &'static Table<WordFits>,
    },
    /// As positive, equivocal or negative.
    Calls {
        /// The result of the numbers.
        call: &'static Table<IshCall>,
        /// What a signed word is worth.
        signed: &'static Table<IshCall>,
        /// Whether the word fits the result.
        word_fits: &'static Table<WordFits>,
    },
}

/// The pages of one edition of the testing guideline.
#[derive(Debug)]
pub struct TestingPages {
    /// The edition.
    pub edition: Edition,
    /// Whether the guideline speaks of the specimen.
    pub scope: &'static Table<Scope>,
    /// The score that a described staining gives.
    pub pattern_score: &'static Table<PatternScore>,
    /// When immunohistochemistry is rejected.
    pub ihc_rejection: &'static Table<TestValidity>,
    /// What a word without a score is worth.
    pub ihc_signed: &'static Table<IhcResult>,
    /// When in situ hybridisation is rejected.
    pub ish_rejection: &'static Table<TestValidity>,
    /// Whether the numbers can be used.
    pub ish_numbers: &'static Table<IshNumbers>,
    /// What follows if a number is missing.
    pub ish_incomplete: &'static Table<IshNumbers>,
    /// How in situ hybridisation is read.
    pub ish: IshReading,
    /// The status from both tests.
    pub status: &'static Table<Her2Status>,
    /// What to say while several statuses are possible.
    pub unsettled: &'static Table<Her2Status>,
    /// The therapy-oriented category.
    pub category: &'static Table<Her2Category>,
    /// The limits of tissue handling.
    pub handling: &'static Table<Handling>,
    /// Whether the histology makes a positive result unexpected.
    pub positive_unexpected: &'static Table<PositiveUnexpected>,
    /// Whether to test again; absent where the edition's rule is not recorded.
    pub retest: Option<&'static Table<Retest>>,
}

/// The editions that can be decided by, the newest first.
pub fn testing_editions() -> &'static [TestingPages] {
    &EDITIONS
}

/// The pages of that edition.
pub fn testing(edition: Edition) -> Option<&'static TestingPages> {
    EDITIONS
        .iter()
        .find(|pages| std::ptr::eq(pages.edition.0, edition.0) || pages.edition == edition)
}

const CALLS_SIGNED: &Table<IshCall> = &tables::PROJECT_ISH_CALL_SIGNED;

static EDITIONS: [TestingPages; 3] = [
    TestingPages {
        edition: Edition("asco-cap-2018"),
        scope: &tables::PROJECT_SCOPE,
        pattern_score: &tables::ASCO_CAP_2018_PATTERN_SCORE,
        ihc_rejection: &tables::ASCO_CAP_2018_IHC_REJECTION,
        ihc_signed: &tables::PROJECT_IHC_SIGNED,
        ish_rejection: &tables::ASCO_CAP_2018_ISH_REJECTION,
        ish_numbers: &tables::PROJECT_ISH_NUMBERS,
        ish_incomplete: &tables::PROJECT_ISH_INCOMPLETE,
        ish: IshReading::Groups {
            group: &tables::ASCO_CAP_2018_ISH_GROUP,
            single_probe: &tables::ASCO_CAP_2018_SINGLE_PROBE,
            recount: &tables::ASCO_CAP_2018_RECOUNT_RESULT,
            adjudication: &tables::PROJECT_ADJUDICATION,
            signed: &tables::PROJECT_ISH_SIGNED,
            word_fits: &tables::PROJECT_WORD_FITS,
            word_fits_ratio: &tables::PROJECT_WORD_FITS_RATIO,
        },
        status: &tables::ASCO_CAP_2018_HER2_STATUS,
        unsettled: &tables::PROJECT_UNSETTLED,
        category: &tables::FDA_LOW_ULTRALOW_HER2_CATEGORY,
        handling: &tables::ASCO_CAP_2018_HANDLING,
        positive_unexpected: &tables::ASCO_CAP_2018_POSITIVE_UNEXPECTED,
        retest: Some(&tables::ASCO_CAP_2018_RETEST),
    },
    TestingPages {
        edition: Edition("asco-cap-2013"),
        scope: &tables::PROJECT_SCOPE,
        pattern_score: &tables::ASCO_CAP_2013_PATTERN_SCORE,
        ihc_rejection: &tables::ASCO_CAP_2013_IHC_REJECTION,
        ihc_signed: &tables::PROJECT_IHC_SIGNED,
        ish_rejection: &tables::ASCO_CAP_2013_ISH_REJECTION,
        ish_numbers: &tables::PROJECT_ISH_NUMBERS,
        ish_incomplete: &tables::PROJECT_ISH_INCOMPLETE,
        ish: IshReading::Calls {
            call: &tables::ASCO_CAP_2013_ISH_CALL,
            signed: CALLS_SIGNED,
            word_fits: &tables::PROJECT_WORD_FITS_CALL,
        },
        status: &tables::ASCO_CAP_2013_HER2_STATUS,
        unsettled: &tables::PROJECT_UNSETTLED,
        category: &tables::FDA_LOW_ULTRALOW_HER2_CATEGORY,
        handling: &tables::ASCO_CAP_2013_HANDLING,
        positive_unexpected: &tables::ASCO_CAP_2018_POSITIVE_UNEXPECTED,
        retest: Some(&tables::ASCO_CAP_2013_RETEST),
    },
    TestingPages {
        edition: Edition("asco-cap-2007"),
        scope: &tables::PROJECT_SCOPE,
        pattern_score: &tables::ASCO_CAP_2007_PATTERN_SCORE,
        ihc_rejection: &tables::ASCO_CAP_2013_IHC_REJECTION,
        ihc_signed: &tables::PROJECT_IHC_SIGNED,
        ish_rejection: &tables::ASCO_CAP_2013_ISH_REJECTION,
        ish_numbers: &tables::PROJECT_ISH_NUMBERS,
        ish_incomplete: &tables::PROJECT_ISH_INCOMPLETE,
        ish: IshReading::Calls {
            call: &tables::ASCO_CAP_2007_ISH_CALL,
            signed: CALLS_SIGNED,
            word_fits: &tables::PROJECT_WORD_FITS_CALL,
        },
        status: &tables::ASCO_CAP_2007_HER2_STATUS,
        unsettled: &tables::PROJECT_UNSETTLED,
        category: &tables::ASCO_CAP_2007_HER2_CATEGORY,
        handling: &tables::ASCO_CAP_2007_HANDLING,
        positive_unexpected: &tables::ASCO_CAP_2018_POSITIVE_UNEXPECTED,
        retest: None,
    },
];
