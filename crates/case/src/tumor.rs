//! The tumour and its stage, as a record states them.

use crate::term::terms;
use crate::{Amount, Decimal, Fact};

terms! {
    /// The organ of the primary, as far as the testing guideline cares.
    Site answers Site {
        /// Breast.
        Breast = "breast",
        /// Any other organ.
        Other = "other",
    }
}

terms! {
    /// Overall histological grade.
    Grade answers Grade {
        /// Grade 1.
        One = "1",
        /// Grade 2.
        Two = "2",
        /// Grade 3.
        Three = "3",
    }
}

terms! {
    /// Histological type of the invasive carcinoma.
    Histology answers Histology {
        /// Ductal, or of no special type.
        Ductal = "ductal",
        /// Lobular.
        Lobular = "lobular",
        /// Ductal and lobular.
        Mixed = "mixed",
        /// Mucinous (colloid).
        Mucinous = "mucinous",
        /// Tubular.
        Tubular = "tubular",
        /// Cribriform.
        Cribriform = "cribriform",
        /// Papillary.
        Papillary = "papillary",
        /// Micropapillary.
        Micropapillary = "micropapillary",
        /// Medullary, or with medullary features.
        Medullary = "medullary",
        /// Metaplastic.
        Metaplastic = "metaplastic",
        /// Adenoid cystic.
        AdenoidCystic = "adenoid_cystic",
        /// Apocrine.
        Apocrine = "apocrine",
        /// Another type.
        Other = "other",
    }
}

impl Histology {
    /// The name in the list of facts, where rare types are one.
    pub fn reported(self) -> &'static str {
        match self {
            Self::Cribriform | Self::AdenoidCystic | Self::Apocrine => Self::Other.reported(),
            Self::Other => "other",
            other => crate::Term::name(other),
        }
    }
}

/// Which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laterality {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Both.
    Bilateral,
}

impl Laterality {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Bilateral => "bilateral",
        }
    }
}

/// Whether something was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Seen.
    Present,
    /// Looked for, not seen.
    Absent,
    /// Suspicious or indeterminate.
    Uncertain,
}

impl Presence {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Absent => "absent",
            Self::Uncertain => "uncertain",
        }
    }
}

/// What the margins of the excision show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// Cancer at the margin.
    Positive,
    /// No cancer at the margin.
    Negative,
}

impl Margin {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

/// How the tissue was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Procedure {
    /// Needle core biopsy.
    CoreBiopsy,
    /// Excision, lumpectomy, segmental or partial mastectomy.
    Excision,
    /// Mastectomy.
    Mastectomy,
    /// Lymph node biopsy or dissection.
    Nodes,
    /// A metastasis.
    Metastasis,
}

impl Procedure {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::CoreBiopsy => "core_biopsy",
            Self::Excision => "excision",
            Self::Mastectomy => "mastectomy",
            Self::Nodes => "nodes",
            Self::Metastasis => "metastasis",
        }
    }
}

/// The organ of a metastasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetastaticSite {
    /// Bone.
    Bone,
    /// Liver.
    Liver,
    /// Lung or pleura.
    Lung,
    /// Brain.
    Brain,
    /// Skin or chest wall.
    Skin,
    /// Lymph nodes beyond the region.
    DistantNodes,
    /// Another organ.
    Other,
}

impl MetastaticSite {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bone => "bone",
            Self::Liver => "liver",
            Self::Lung => "lung",
            Self::Brain => "brain",
            Self::Skin => "skin",
            Self::DistantNodes => "distant_nodes",
            Self::Other => "other",
        }
    }
}

/// What the letters before a TNM category say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TnmPrefix {
    /// Clinical.
    Clinical,
    /// Pathological.
    Pathological,
    /// Pathological after neoadjuvant treatment.
    AfterTreatment,
}

impl TnmPrefix {
    /// The letters.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clinical => "c",
            Self::Pathological => "p",
            Self::AfterTreatment => "yp",
        }
    }
}

/// A count of regional lymph nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeCount {
    /// Nodes with cancer; isolated tumour cells alone do not count.
    pub positive: u32,
    /// Nodes examined.
    pub examined: u32,
}

/// The tumour as the record states it. Absent means not read, not absent from the patient.
#[derive(Clone, Debug, Default)]
pub struct Tumor {
    /// Highest overall grade.
    pub grade: Option<Fact<Grade>>,
    /// Histological type.
    pub histology: Option<Fact<Histology>>,
    /// Largest invasive extent in millimetres.
    pub size_mm: Option<Fact<Decimal>>,
    /// Nodes with cancer.
    pub nodes_positive: Option<Fact<u32>>,
    /// Nodes examined.
    pub nodes_examined: Option<Fact<u32>>,
    /// T category without prefix, for example `T1c`.
    pub t: Option<Fact<String>>,
    /// N category without prefix, for example `N1(sn)`.
    pub n: Option<Fact<String>>,
    /// M category without prefix.
    pub m: Option<Fact<String>>,
    /// The prefix of the stage.
    pub tnm_prefix: Option<Fact<TnmPrefix>>,
    /// Side.
    pub laterality: Option<Fact<Laterality>>,
    /// More than one invasive tumour.
    pub multiple: Option<Fact<bool>>,
    /// Lymphovascular invasion.
    pub lvi: Option<Fact<Presence>>,
    /// Margins of the invasive cancer.
    pub margins: Option<Fact<Margin>>,
    /// Ductal carcinoma in situ beside it.
    pub dcis: Option<Fact<Presence>>,
    /// Effect of treatment before surgery.
    pub treatment_effect: Option<Fact<Presence>>,
    /// Where a metastasis was sampled.
    pub metastatic_site: Option<Fact<MetastaticSite>>,
    /// Whether any invasive carcinoma of the breast is described.
    pub invasive: Option<Fact<bool>>,
    /// Ki-67 in percent.
    pub ki67: Option<Fact<Amount>>,
}
