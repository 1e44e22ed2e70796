//! The services that give cards: what each is called, when it is asked, and what it wants to know.

use her2_documents::Words;
use her2_knowledge::codes::{CodeSystem, Item, codes_of};
use std::sync::LazyLock;

/// What a service tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// The HER2 status.
    Testing,
    /// What is watched under a medicine that is ordered, and the result it is ordered on.
    Monitoring,
}

/// When a record asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    /// A patient is opened.
    PatientView,
    /// Orders are chosen.
    OrderSelect,
    /// Orders are about to be signed.
    OrderSign,
}

impl Hook {
    /// Every one that a service is asked by.
    pub const ALL: [Self; 3] = [Self::PatientView, Self::OrderSelect, Self::OrderSign];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::PatientView => "patient-view",
            Self::OrderSelect => "order-select",
            Self::OrderSign => "order-sign",
        }
    }

    /// Whether it comes with orders.
    pub fn has_orders(self) -> bool {
        self != Self::PatientView
    }
}

/// A question to the record, asked ahead.
#[derive(Clone, Debug)]
pub struct Prefetch {
    /// Its name.
    pub key: &'static str,
    /// The query.
    pub query: String,
    /// Whether nothing can be told without its answer.
    pub required: bool,
}

/// A service.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its name in addresses.
    pub id: &'static str,
    /// The hook it is listed with.
    pub hook: Hook,
    /// The hooks it answers.
    pub answers: &'static [Hook],
    /// What it tells.
    pub tells: Tells,
    /// What it wants to know.
    pub prefetch: &'static [Prefetch],
}

impl Service {
    /// Its title in the words of a language.
    pub fn title(&self, lang: &str) -> Option<String> {
        Words::of(lang)?.get(&format!("cds-title-{}", self.id), &[])
    }

    /// What it does.
    pub fn description(&self, lang: &str) -> Option<String> {
        Words::of(lang)?.get(&format!("cds-description-{}", self.id), &[])
    }

    /// What has to be known before it is used.
    pub fn usage(&self, lang: &str) -> Option<String> {
        Words::of(lang)?.get("cds-usage", &[])
    }
}

/// Every service.
pub fn services() -> &'static [Service] {
    &SERVICES
}

/// The service of that name.
pub fn service(id: &str) -> Option<&'static Service> {
    services().iter().find(|of| of.id == id)
}

/// What the link of a card to the page is called.
pub fn link_label(lang: &str) -> Option<String> {
    Words::of(lang)?.get("cds-link", &[])
}

static SERVICES: LazyLock<Vec<Service>> = LazyLock::new(|| {
    use Hook::{OrderSelect, OrderSign, PatientView};
    let of = |id, hook, answers, tells| Service {
        id,
        hook,
        answers,
        tells,
        prefetch: match tells {
            Tells::Testing => &TESTING,
            Tells::Monitoring => &MONITORING,
        },
    };
    vec![
        of(
            "her2-testing",
            PatientView,
            &[PatientView, OrderSign],
            Tells::Testing,
        ),
        of(
            "her2-testing-order-sign",
            OrderSign,
            &[OrderSign],
            Tells::Testing,
        ),
        of(
            "her2-monitoring",
            OrderSelect,
            &[OrderSelect, OrderSign],
            Tells::Monitoring,
        ),
    ]
});

static TESTING: LazyLock<Vec<Prefetch>> = LazyLock::new(|| prefetch(Tells::Testing));
static MONITORING: LazyLock<Vec<Prefetch>> = LazyLock::new(|| prefetch(Tells::Monitoring));

/// Results of the tumour that cards are about.
const MARKERS: [Item; 17] = [
    Item::Her2Status,
    Item::Her2IhcScore,
    Item::Her2IhcPercent,
    Item::Her2IshCall,
    Item::Her2Ratio,
    Item::Her2Copies,
    Item::Cep17Copies,
    Item::Her2Signals,
    Item::Cep17Signals,
    Item::CellsCounted,
    Item::Observers,
    Item::IshGroup,
    Item::IshPanel,
    Item::ErStatus,
    Item::PrStatus,
    Item::Histology,
    Item::ReportDiagnosis,
];
const HEART: [Item; 4] = [Item::Lvef, Item::LvefEcho, Item::LvefMuga, Item::LvefMri];

fn prefetch(tells: Tells) -> Vec<Prefetch> {
    let monitoring = tells == Tells::Monitoring;
    let heart = HEART.iter().filter(|_| monitoring);
    let codes: Vec<String> = MARKERS
        .iter()
        .chain(heart)
        .flat_map(|item| codes_of(*item))
        .filter(|row| row.system == CodeSystem::Loinc)
        .map(|row| format!("{}|{}", row.system.uri(), row.code))
        .collect();
    let of_patient =
        |kind: &str, rest: &str| format!("{kind}?patient={{{{context.patientId}}}}{rest}");
    let one = |key, query, required| Prefetch {
        key,
        query,
        required,
    };
    let observations = of_patient("Observation", &format!("&code={}", codes.join(",")));
    let given = |key, kind| one(key, of_patient(kind, ""), false);
    vec![
        one("patient", "Patient/{{context.patientId}}".to_owned(), true),
        one("observations", observations, true),
        one("reports", of_patient("DiagnosticReport", ""), true),
        one("conditions", of_patient("Condition", ""), false),
        one("procedures", of_patient("Procedure", ""), false),
        one("specimens", of_patient("Specimen", ""), false),
        one(
            "medicationRequests",
            of_patient("MedicationRequest", ""),
            monitoring,
        ),
        given("medicationAdministrations", "MedicationAdministration"),
        given("medicationStatements", "MedicationStatement"),
    ]
}
