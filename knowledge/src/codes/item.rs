//! What an observation is about.

use her2_case::{Assay, Receptor};

/// What an observation asks, whatever code or name asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// HER2 as a whole.
    Her2Status,
    /// HER2 by immunohistochemistry: a score, or a word.
    Her2IhcScore,
    /// Percent of cells with intense complete staining for HER2.
    Her2IhcPercent,
    /// HER2 by in situ hybridisation: amplified or not.
    Her2IshCall,
    /// HER2 to CEP17 ratio.
    Her2Ratio,
    /// Mean HER2 signals per cell.
    Her2Copies,
    /// Mean CEP17 signals per cell.
    Cep17Copies,
    /// Total HER2 signals.
    Her2Signals,
    /// Total CEP17 signals.
    Cep17Signals,
    /// Cells counted.
    CellsCounted,
    /// Observers who counted.
    Observers,
    /// Group of the dual-probe guideline.
    IshGroup,
    /// One probe or two.
    IshProbe,
    /// In situ hybridisation for HER2 with its numbers as members.
    IshPanel,
    /// Oestrogen receptor.
    ErStatus,
    /// Percent of nuclei stained for oestrogen receptor.
    ErPercent,
    /// Intensity of staining for oestrogen receptor.
    ErIntensity,
    /// Allred score of oestrogen receptor.
    ErAllred,
    /// Progesterone receptor.
    PrStatus,
    /// Percent of nuclei stained for progesterone receptor.
    PrPercent,
    /// Intensity of staining for progesterone receptor.
    PrIntensity,
    /// Allred score of progesterone receptor.
    PrAllred,
    /// Both receptors in one result, which says nothing of either.
    ErOrPr,
    /// Ki-67 in percent.
    Ki67,
    /// Clinical T category.
    TClinical,
    /// Clinical N category.
    NClinical,
    /// Clinical M category.
    MClinical,
    /// Clinical stage group.
    StageClinical,
    /// Pathological T category.
    TPathological,
    /// Pathological N category.
    NPathological,
    /// Pathological M category.
    MPathological,
    /// Pathological stage group.
    StagePathological,
    /// Stage group of another kind.
    StageOther,
    /// Histological grade.
    Grade,
    /// Histological type.
    Histology,
    /// Side.
    Laterality,
    /// Largest extent of the tumour.
    TumorSize,
    /// Another extent of the tumour.
    TumorSizeOther,
    /// Nodes with cancer.
    NodesPositive,
    /// Nodes examined.
    NodesExamined,
    /// Nodes with macrometastases.
    NodesMacro,
    /// Nodes with micrometastases.
    NodesMicro,
    /// Nodes with isolated tumour cells only.
    NodesItc,
    /// Where a distant metastasis is.
    MetastaticSite,
    /// Left ventricular ejection fraction.
    Lvef,
    /// The same by echocardiography.
    LvefEcho,
    /// The same by radionuclide ventriculography.
    LvefMuga,
    /// The same by magnetic resonance.
    LvefMri,
    /// Menopausal state.
    MenopausalStatus,
    /// How the specimen was taken.
    SpecimenProcedure,
    /// A report of pathology as a whole.
    PathologyReport,
    /// Final diagnosis of a report.
    ReportDiagnosis,
    /// Comment of a report.
    ReportComment,
    /// Microscopic description.
    ReportMicroscopy,
    /// Gross description.
    ReportGross,
    /// Clinical history.
    ReportHistory,
}

/// What a marker result is a result of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// HER2 by a test; `Unspecified` where it is HER2 as a whole.
    Her2(Assay),
    /// A receptor.
    Receptor(Receptor),
    /// Ki-67.
    Ki67,
}

impl Item {
    /// The marker that it is a result or a number of; nothing if it is about something else.
    pub fn marker(self) -> Option<Marker> {
        Some(match self {
            Self::Her2Status => Marker::Her2(Assay::Unspecified),
            Self::Her2IhcScore | Self::Her2IhcPercent => Marker::Her2(Assay::Ihc),
            Self::Her2IshCall
            | Self::Her2Ratio
            | Self::Her2Copies
            | Self::Cep17Copies
            | Self::Her2Signals
            | Self::Cep17Signals
            | Self::CellsCounted
            | Self::Observers
            | Self::IshGroup
            | Self::IshProbe
            | Self::IshPanel => Marker::Her2(Assay::Ish),
            Self::ErStatus | Self::ErPercent | Self::ErIntensity | Self::ErAllred => {
                Marker::Receptor(Receptor::Er)
            }
            Self::PrStatus | Self::PrPercent | Self::PrIntensity | Self::PrAllred => {
                Marker::Receptor(Receptor::Pr)
            }
            Self::Ki67 => Marker::Ki67,
            _ => return None,
        })
    }
}
