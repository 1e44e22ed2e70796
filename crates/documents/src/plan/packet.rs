//! The packet for an insurance appeal or a prior authorisation: what the record, the rules, the label and the guidelines say of a medicine, and
//! what the record does not show. It lays out and claims nothing.

mod attach;
mod missing;
mod option;
mod result;

use super::closed::distance;
use super::{PlanCase, contradiction, foot, her2, undated};
use crate::clinician;
use crate::connect::Case;
use crate::page::{Page, Section};
use crate::sentence::{About, Sentence};
use crate::told::Story;
use crate::words::Words;
use crate::writer::{Parts, Writer, count, text};
use her2_case::Mark;
use her2_knowledge::{Drug, Regimen, RegimenKind, regimens};
use her2_pages::Standing;
use her2_pathway::therapy::{Her2Given, PlanItem, PlanRow};

/// For what a packet is asked.
#[derive(Clone, Copy, Debug)]
pub enum PacketAsked {
    /// Every option whose requirements are met, or of which a single answer is missing.
    Every,
    /// This option.
    Option(&'static Regimen),
    /// The options with this medicine.
    Medicine(&'static Drug),
}

impl PacketAsked {
    /// The option or the medicine of a name: an option's name, abbreviation or id, or any name by which a medicine is found; otherwise the
    /// nearest name.
    pub fn named(name: &str) -> Result<Self, Option<&'static str>> {
        let wanted = name.trim().to_lowercase();
        let same = |known: &str| known.to_lowercase() == wanted;
        let named =
            |of: &&Regimen| same(of.id) || same(of.name) || of.abbreviation.is_some_and(same);
        let medicine = crate::drugs::find_drug(name);
        if let Ok(drug) = medicine {
            return Ok(Self::Medicine(drug));
        }
        let mut options = regimens().iter();
        let option = options.find(|of| of.kind == RegimenKind::Medicines && named(of));
        option.map_or_else(|| medicine.map(Self::Medicine), |of| Ok(Self::Option(of)))
    }

    fn is_her2_directed(self) -> bool {
        match self {
            Self::Every => true,
            Self::Option(of) => of.is_her2_directed(),
            Self::Medicine(of) => of.class.is_her2_directed(),
        }
    }

    /// Whether an option is meant.
    fn means(self, regimen: &Regimen) -> bool {
        match self {
            Self::Every => true,
            Self::Option(of) => of.id == regimen.id,
            Self::Medicine(of) => regimen.drugs().any(|drug| drug.id == of.id),
        }
    }

    fn name(self, words: &Words) -> Option<String> {
        match self {
            Self::Every => None,
            Self::Option(of) => Some(words.regimen(of)),
            Self::Medicine(of) => Some(words.said(of.inn).to_owned()),
        }
    }
}

/// A packet for an appeal or a prior authorisation; nothing if there are no words of this language.
///
/// Without a HER2 result for which medicines against HER2 are listed it names none of them, and says what is missing.
pub fn packet_page(told: &PlanCase<'_>, asked: PacketAsked, lang: &str) -> Option<Page> {
    Some(page(told, asked, Words::of(lang)?))
}

fn page(told: &PlanCase<'_>, asked: PacketAsked, words: &'static Words) -> Page {
    let mut writer = told.writer(words);
    let story = story(told);
    let items = items(told, asked);
    let title = writer.label("packet-title");
    let lead = lead(told, asked, &items, story.as_ref(), &mut writer);
    let frame = writer.frame("packet-frame");
    let mut sections: Vec<Section> = Vec::new();
    sections.extend(result::quote(told, story.as_ref(), &mut writer));
    sections.extend(result::rule(told, story.as_ref(), &mut writer));
    sections.extend(story.and_then(|story| clinician::flags(&mut writer, &story)));
    for item in &items {
        sections.push(option::section(told, *item, asked, &mut writer));
    }
    sections.extend(missing::section(told, &items, &mut writer));
    sections.extend(attach::checklist(told, &items, &mut writer));
    sections.extend(attach::appeal(&mut writer));
    let quotes_heading = writer.label("clinician-heading-quotes");
    let foot = foot(told, &mut writer);
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

/// The record with its testing, if the result was found in one.
fn story<'a>(told: &PlanCase<'a>) -> Option<Story<'a>> {
    let found = matches!(told.plan.her2(), Her2Given::Found { .. });
    let (record, source) = told.record.filter(|_| found)?;
    let case = Case {
        record,
        source,
        finding: told.over?.timeline.finding(),
        as_of: told.plan.as_of(),
        over: told.over,
    };
    Some(case.story())
}

/// The options that are meant: of a medicine those that are met or open, else those that come nearest.
fn items<'a>(told: &PlanCase<'a>, asked: PacketAsked) -> Vec<PlanItem<'a>> {
    const NEAREST: usize = 2;
    let plan = told.plan;
    let medicines = |item: &PlanItem<'_>| {
        let of = item.regimen();
        of.kind == RegimenKind::Medicines && of.drugs().next().is_some() && asked.means(of)
    };
    if let PacketAsked::Option(of) = asked {
        return plan.option(of.id).into_iter().collect();
    }
    let one_missing = |item: &PlanItem<'a>| {
        let mut open = shown(*item, asked).filter(|row| row.standing() == Standing::Open);
        open.any(|row| row.missing().count() == 1)
    };
    let every = matches!(asked, PacketAsked::Every);
    let fits = |item: &PlanItem<'a>| match standing(*item, asked) {
        Standing::Met => true,
        Standing::Open => !every || one_missing(item),
        Standing::Closed => false,
    };
    let listed = plan.met().chain(plan.open()).filter(medicines);
    let mut items: Vec<PlanItem<'a>> = listed.filter(fits).collect();
    if items.is_empty() && !every {
        let all = plan.met().chain(plan.open()).chain(plan.closed());
        items = all.filter(medicines).collect();
        items.sort_by_key(|item| item.misses());
        items.truncate(NEAREST);
    }
    items
}

/// Every row that a packet shows of an option.
fn shown<'a>(item: PlanItem<'a>, asked: PacketAsked) -> impl Iterator<Item = PlanRow<'a>> {
    let of_kind = [true, false].map(|labels| rows(item, asked, labels));
    of_kind.into_iter().flatten()
}

/// How an option stands by the rows that a packet shows.
fn standing(item: PlanItem<'_>, asked: PacketAsked) -> Standing {
    if item.standing() == Standing::Closed {
        return Standing::Closed;
    }
    let any = |of: Standing| shown(item, asked).any(|row| row.standing() == of);
    match (any(Standing::Met), any(Standing::Open)) {
        (true, _) => Standing::Met,
        (false, true) => Standing::Open,
        (false, false) => Standing::Closed,
    }
}

/// What others tell of a guideline, and nobody has verified: a payer is shown none of it.
fn is_rendering(row: PlanRow<'_>) -> bool {
    row.table().drug.is_none() && row.mark() == Some(Mark::LessSure)
}

/// What the packet is of, after what no reader may miss.
fn lead(
    told: &PlanCase<'_>,
    asked: PacketAsked,
    items: &[PlanItem<'_>],
    story: Option<&Story<'_>>,
    writer: &mut Writer<'_>,
) -> Vec<Sentence> {
    let mut lead = story.map_or_else(Vec::new, |story| clinician::warnings(writer, story));
    lead.extend(her2::lead(told, writer));
    lead.extend(contradiction(told, writer));
    lead.extend(undated(told, writer));
    let closed = asked.is_her2_directed() && !told.plan.her2().opens_medicines();
    if closed && items.is_empty() {
        lead.extend(writer.say("packet-lead-gate", &[], &her2::about(told)));
        return lead;
    }
    let about = About::Frame("packet-lead");
    match (items.is_empty(), asked.name(writer.words)) {
        (true, Some(name)) => {
            lead.extend(writer.say("packet-lead-not-listed", &[text("name", &name)], &about));
        }
        (true, None) => lead.extend(writer.say("packet-lead-none", &[], &about)),
        (false, _) => {
            let many = u32::try_from(items.len()).unwrap_or(u32::MAX);
            lead.extend(writer.say("packet-lead", &[count("count", many)], &about));
        }
    }
    lead
}

/// The rows of an option that hold or may hold, those of guidelines or those of labels. Of a label those that hold are enough, else those that
/// may hold, else the one that comes nearest.
fn rows<'a>(item: PlanItem<'a>, asked: PacketAsked, labels: bool) -> Vec<PlanRow<'a>> {
    let of_kind = |row: &PlanRow<'_>| match (row.table().drug, asked) {
        (None, _) => !labels && !is_rendering(*row),
        (Some(_), _) if !labels => false,
        (Some(drug), PacketAsked::Medicine(of)) => {
            drug.id == of.reference_drug().id || drug.id == of.id
        }
        (Some(_), _) => true,
    };
    let mut found: Vec<PlanRow<'a>> = item.rows().filter(of_kind).collect();
    if labels && found.is_empty() {
        found = item
            .rows()
            .filter(|row| row.table().drug.is_some())
            .collect();
    }
    let met = |row: &PlanRow<'_>| row.standing() == Standing::Met;
    if labels && found.iter().any(met) {
        found.retain(met);
        return found;
    }
    let stands = |row: &PlanRow<'_>| row.standing() != Standing::Closed;
    if found.iter().any(stands) || !labels {
        found.retain(stands);
        return found;
    }
    found.sort_by_key(|row| distance(*row));
    found.truncate(1);
    found
}
