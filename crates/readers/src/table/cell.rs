//! What the text of a cell is, by what its column holds. The same text in the same column is read once a piece.

use super::day::day;
use super::layout::Slot;
use super::rows::Wrap;
use super::sentinel;
use crate::value::{
    self, Category, Menopausal, Missing, Part, ReadValue, ReceptorReading, Said, category,
};
use her2_case::{
    Amount, Context, CoursePoint, Decimal, Grade, Her2Word, Histology, IshGroup, Laterality, Probe,
    Procedure, ScoreReading, Setting, Sex,
};
use her2_knowledge::{DateOrder, TableItem};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What a cell says.
#[derive(Clone, Debug)]
pub enum CellSays {
    /// There is no value, for this reason.
    Missing(Missing),
    /// It is not understood.
    NotUnderstood,
    /// A number that nobody can have measured, and that stands for an unknown one: `999`, `-9`.
    Sentinel,
    /// A score.
    Score(ReadValue<ScoreReading>),
    /// A word about HER2.
    Word(ReadValue<Her2Word>),
    /// A number.
    Amount(ReadValue<Amount>),
    /// A whole number.
    Count(ReadValue<u32>),
    /// Several things about HER2, none of them what the column is for.
    Parts(Vec<Part>),
    /// A receptor.
    Receptor(ReceptorReading),
    /// A category of the stage.
    Category(Category),
    /// A length.
    Length(ReadValue<Decimal>),
    /// Grade.
    Grade(ReadValue<Grade>),
    /// Histological type.
    Histology(ReadValue<Histology>),
    /// Side.
    Side(ReadValue<Laterality>),
    /// Procedure.
    Procedure(ReadValue<Procedure>),
    /// Point of the course.
    Point(ReadValue<CoursePoint>),
    /// Sex.
    Sex(ReadValue<Sex>),
    /// Menopause.
    Menopause(ReadValue<Menopausal>),
    /// Setting.
    Setting(Setting),
    /// A day.
    Day(Date),
    /// A group.
    Group(IshGroup),
    /// A probe.
    Probe(Probe),
    /// A context.
    Context(Context),
    /// An identifier, as it is.
    Identifier,
}

/// The most texts of a column that are remembered.
const MOST_REMEMBERED: usize = 4096;

/// Cells that were read.
pub struct Cells {
    slots: Vec<FxHashMap<Box<[u8]>, Rc<CellSays>>>,
    /// What every identifier says.
    identifier: Rc<CellSays>,
    /// What a missing one says.
    missing: Rc<CellSays>,
}

impl Default for Cells {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            identifier: Rc::new(CellSays::Identifier),
            missing: Rc::new(CellSays::Missing(Missing::NotKnown)),
        }
    }
}

impl Cells {
    /// What the text of a cell says.
    pub fn read(
        &mut self,
        at: usize,
        slot: &Slot,
        text: &[u8],
        wrap: Wrap,
        dates: Option<DateOrder>,
    ) -> Rc<CellSays> {
        if slot.item == TableItem::Patient
            || slot.item == TableItem::Specimen
            || slot.item == TableItem::Tumor
        {
            // Every one is different; only whether it is missing is of interest.
            let none = text.len() < 16 && is_missing(text);
            return Rc::clone(if none {
                &self.missing
            } else {
                &self.identifier
            });
        }
        while self.slots.len() <= at {
            self.slots.push(FxHashMap::default());
        }
        if let Some(said) = self.slots[at].get(text) {
            return Rc::clone(said);
        }
        let said = Rc::new(fresh(slot, text, wrap, dates));
        if self.slots[at].len() < MOST_REMEMBERED && text.len() <= 64 {
            self.slots[at].insert(text.into(), Rc::clone(&said));
        }
        said
    }
}

/// Whether a text says that nobody knows. Identifiers that are names of letters such as `na` are rare enough.
fn is_missing(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| value::missing(text).is_some())
}

fn fresh(slot: &Slot, text: &[u8], wrap: Wrap, dates: Option<DateOrder>) -> CellSays {
    let decoded = crate::decode(text);
    let mut given = decoded.text.as_ref();
    // What stands for something else is no longer a range of the cell: the whole cell is quoted.
    let mut whole = !decoded.is_direct() || wrap != Wrap::Plain;
    let plain;
    if wrap != Wrap::Plain {
        let unwrapped = match wrap {
            Wrap::Escaped => unescaped(given),
            _ => Some(given.replace("\"\"", "\"")),
        };
        let Some(unwrapped) = unwrapped else {
            return CellSays::NotUnderstood;
        };
        plain = unwrapped;
        given = plain.trim();
    }
    if let Some(meant) = slot.values.as_ref().and_then(|values| values.get(given)) {
        given = meant;
        whole = true;
    }
    if sentinel::stands_for_unknown(slot.item, given) {
        return CellSays::Sentinel;
    }
    let said = said(slot.item, given, dates);
    if whole {
        said.quoting(text.len())
    } else {
        said
    }
}

fn said(item: TableItem, text: &str, dates: Option<DateOrder>) -> CellSays {
    use TableItem as I;
    if let Some(why) = value::missing(text) {
        return CellSays::Missing(why);
    }
    let read = match item {
        I::Patient | I::Specimen | I::Tumor => Some(CellSays::Identifier),
        I::Sex => value::sex(text).map(CellSays::Sex),
        I::Menopause => value::menopause(text).map(CellSays::Menopause),
        I::Setting => <Setting as her2_case::Term>::from_name(text).map(CellSays::Setting),
        I::BirthDate | I::DiagnosisDate | I::RecurrenceDate | I::ReportDate | I::SampleDate => {
            day(text, dates).map(CellSays::Day)
        }
        I::Point => point(text).map(CellSays::Point),
        I::Procedure => value::procedure(&text.replace('_', " ")).map(CellSays::Procedure),
        I::Laterality => value::laterality(text).map(CellSays::Side),
        I::Her2IhcScore => value::score(text).map(CellSays::Score),
        I::Her2IhcPercent => value::percent(text).map(CellSays::Amount),
        I::Her2IhcWord | I::Her2Status => {
            value::her2_word(&text.replace('_', " ")).map(CellSays::Word)
        }
        I::Her2IshWord => value::ish_word(&text.replace('_', " ")).map(CellSays::Word),
        I::Her2Ratio => value::ratio(text).map(CellSays::Amount),
        I::Her2Copies => value::copies(text).map(CellSays::Amount),
        I::Cep17Copies => value::cep17(text).map(CellSays::Amount),
        I::Her2SignalsTotal
        | I::Cep17SignalsTotal
        | I::Cells
        | I::Observers
        | I::StatedEdition
        | I::NodesPositive
        | I::NodesExamined => value::count(text).map(CellSays::Count),
        I::ErAllred | I::PrAllred => below(value::count(text), 8).map(CellSays::Count),
        I::ErHScore | I::PrHScore => below(value::count(text), 300).map(CellSays::Count),
        I::ErStatus | I::PrStatus => {
            let text = text.replace('_', " ");
            value::receptor(&text).map(CellSays::Receptor)
        }
        I::ErPercent | I::PrPercent | I::Ki67 => value::percent(text).map(CellSays::Amount),
        I::IshProbe => probe(text).map(CellSays::Probe),
        I::IshGroup => group(text).map(CellSays::Group),
        I::Her2Context => context(text).map(CellSays::Context),
        I::T => category(text, 'T').map(CellSays::Category),
        I::N => category(text, 'N').map(CellSays::Category),
        I::M => category(text, 'M').map(CellSays::Category),
        I::Grade => value::grade(text).map(CellSays::Grade),
        I::Histology => value::histology(&text.replace('_', " ")).map(CellSays::Histology),
        I::SizeMm => value::millimetres(text, false).map(CellSays::Length),
        I::SizeCm => value::millimetres(text, true).map(CellSays::Length),
    };
    let of_her2 = matches!(
        item,
        I::Her2IhcScore
            | I::Her2IhcWord
            | I::Her2IshWord
            | I::Her2Status
            | I::Her2Ratio
            | I::Her2Copies
            | I::Cep17Copies
    );
    // `not amplified` where a number is expected says something all the same.
    let parts = || value::her2(text).filter(|_| of_her2).map(CellSays::Parts);
    read.or_else(parts).unwrap_or(CellSays::NotUnderstood)
}

/// The text of a string of JSON; nothing if an escape is broken.
fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next()? {
            'n' | 't' | 'r' | 'b' | 'f' => plain.push(' '),
            mark @ ('"' | '\\' | '/') => plain.push(mark),
            'u' => {
                let mut unit = || {
                    let digits: String = letters.by_ref().take(4).collect();
                    u16::from_str_radix(&digits, 16)
                        .ok()
                        .filter(|_| digits.len() == 4)
                };
                let first = unit()?;
                match char::from_u32(u32::from(first)) {
                    Some(letter) => plain.push(letter),
                    // Letters beyond these two bytes are in no word of ours.
                    None => plain.push('\u{fffd}'),
                }
            }
            _ => return None,
        }
    }
    Some(plain)
}

fn below(read: Option<ReadValue<u32>>, most: u32) -> Option<ReadValue<u32>> {
    read.filter(|read| read.value <= most)
}

fn point(text: &str) -> Option<ReadValue<CoursePoint>> {
    value::point(&text.replace('_', " "))
}

fn probe(text: &str) -> Option<Probe> {
    let text = text.to_ascii_lowercase();
    let text = text.trim_end_matches(" probe").trim_end_matches("-probe");
    <Probe as her2_case::Term>::from_name(text)
}

fn context(text: &str) -> Option<Context> {
    [("current", Context::Current), ("prior", Context::Prior)]
        .into_iter()
        .find_map(|(name, context)| name.eq_ignore_ascii_case(text).then_some(context))
}

fn group(text: &str) -> Option<IshGroup> {
    let parts = value::her2(text)?;
    match parts.as_slice() {
        [part] => match part.said {
            Said::Group(group) => Some(group),
            Said::Number(Amount::Exactly(number)) => {
                <IshGroup as her2_case::Term>::from_name(&number.shortened().to_string())
            }
            _ => None,
        },
        _ => None,
    }
}

impl CellSays {
    /// The same with the whole cell as the place of everything.
    fn quoting(mut self, length: usize) -> Self {
        fn all<T>(read: &mut ReadValue<T>, length: usize) {
            read.range = 0..length;
            for part in &mut read.also {
                part.range = 0..length;
            }
        }
        match &mut self {
            Self::Score(read) => all(read, length),
            Self::Word(read) => all(read, length),
            Self::Amount(read) => all(read, length),
            Self::Count(read) => all(read, length),
            Self::Length(read) => all(read, length),
            Self::Grade(read) => all(read, length),
            Self::Histology(read) => all(read, length),
            Self::Side(read) => all(read, length),
            Self::Procedure(read) => all(read, length),
            Self::Point(read) => all(read, length),
            Self::Sex(read) => all(read, length),
            Self::Menopause(read) => all(read, length),
            Self::Parts(parts) => {
                for part in parts {
                    part.range = 0..length;
                }
            }
            Self::Receptor(reading) => {
                reading.range = 0..length;
                for range in [&mut reading.percent]
                    .into_iter()
                    .flatten()
                    .map(|(_, range)| range)
                    .chain(reading.allred.iter_mut().map(|(_, range)| range))
                    .chain(reading.h_score.iter_mut().map(|(_, range)| range))
                {
                    *range = 0..length;
                }
            }
            Self::Category(category) => category.range = 0..length,
            _ => {}
        }
        self
    }
}
