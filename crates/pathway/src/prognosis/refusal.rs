//! Why a score is not given.

/// Why a score is not given to what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// The disease is metastatic.
    Metastatic,
    /// There is no invasive cancer.
    InSitu,
    /// Systemic therapy came before surgery.
    AfterSystemicTherapy,
    /// Surgery did not follow systemic therapy.
    NotAfterSystemicTherapy,
    /// Surgery has not been done.
    BeforeSurgery,
    /// Therapy after surgery is finished.
    AfterTherapy,
    /// The person is male.
    Male,
    /// The oestrogen receptor is negative.
    ReceptorNegative,
    /// HER2 is not positive.
    Her2NotPositive,
    /// HER2 is positive and chemotherapy was given.
    Her2WithChemotherapy,
    /// Before menopause.
    BeforeMenopause,
    /// Endocrine therapy was too short.
    EndocrineTooShort,
    /// The age lies outside of what the score takes.
    Age,
    /// The size lies outside of what the score takes.
    Size,
    /// The number of nodes lies outside of what the score takes.
    Nodes,
    /// Micrometastasis is the category, and no node with cancer is counted.
    Micrometastasis,
    /// A percentage above a hundred.
    Percent,
    /// Nodes with cancer, and a metastasis of no size; or the reverse.
    NodesWithoutSize,
    /// A tumour bed with one dimension only.
    BedWithoutWidth,
    /// Cancer in a tumour bed of no size.
    CancerWithoutBed,
    /// A total of grade beyond its range.
    Grade,
    /// The score is not made for the stage.
    Stage,
    /// The version does not know the treatment.
    Treatment,
}

impl Refusal {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::Metastatic,
        Self::InSitu,
        Self::AfterSystemicTherapy,
        Self::NotAfterSystemicTherapy,
        Self::BeforeSurgery,
        Self::AfterTherapy,
        Self::Male,
        Self::ReceptorNegative,
        Self::Her2NotPositive,
        Self::Her2WithChemotherapy,
        Self::BeforeMenopause,
        Self::EndocrineTooShort,
        Self::Age,
        Self::Size,
        Self::Nodes,
        Self::Micrometastasis,
        Self::Percent,
        Self::NodesWithoutSize,
        Self::BedWithoutWidth,
        Self::CancerWithoutBed,
        Self::Grade,
        Self::Stage,
        Self::Treatment,
    ];

    /// The name, for the words of a language and for JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Metastatic => "metastatic",
            Self::InSitu => "in-situ",
            Self::AfterSystemicTherapy => "after-systemic-therapy",
            Self::NotAfterSystemicTherapy => "not-after-systemic-therapy",
            Self::BeforeSurgery => "before-surgery",
            Self::AfterTherapy => "after-therapy",
            Self::Male => "male",
            Self::ReceptorNegative => "receptor-negative",
            Self::Her2NotPositive => "her2-not-positive",
            Self::Her2WithChemotherapy => "her2-with-chemotherapy",
            Self::BeforeMenopause => "before-menopause",
            Self::EndocrineTooShort => "endocrine-too-short",
            Self::Age => "age",
            Self::Size => "size",
            Self::Nodes => "nodes",
            Self::Micrometastasis => "micrometastasis",
            Self::Percent => "percent",
            Self::NodesWithoutSize => "nodes-without-size",
            Self::BedWithoutWidth => "bed-without-width",
            Self::CancerWithoutBed => "cancer-without-bed",
            Self::Grade => "grade",
            Self::Stage => "stage",
            Self::Treatment => "treatment",
        }
    }
}

/// Nothing if there is no reason against it.
pub(super) fn unless(reasons: &[(bool, Refusal)]) -> Result<(), Vec<Refusal>> {
    let reasons = reasons.iter().filter(|(holds, _)| *holds);
    let against: Vec<_> = reasons.map(|(_, reason)| *reason).collect();
    if against.is_empty() {
        Ok(())
    } else {
        Err(against)
    }
}
