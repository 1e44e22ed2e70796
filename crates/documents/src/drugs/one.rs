//! The page of one medicine.

use super::entry::{Entry, Field};
use super::labels::{self, LabelRow};
use super::said::{Said, sentences};
use super::{DrugsAsked, cost, table};
use crate::evidence::trial_rows;
use crate::page::{Block, Grid, Page, Section};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
use her2_case::{Listing, Question, Setting, Term};
use her2_knowledge::{Drug, care_tables, regimens};

/// The page.
pub(super) fn page(drug: &'static Drug, asked: &DrugsAsked, words: &'static Words) -> Page {
    let entry = Entry { drug, asked, words };
    let mut writer = Writer::for_knowledge(words);
    let title = entry.known(entry.title()).sentence(&mut writer);
    let lead = sentences(&entry.field(Field::KeyFacts), &mut writer);
    let frame = table::frame(asked, &mut writer);
    let mut sections = vec![identity(&entry, &mut writer)];
    sections.extend(indications(&entry, &mut writer));
    sections.extend(dose(&entry, &mut writer));
    sections.push(money(&entry, &mut writer));
    sections.push(warnings(&entry, &mut writer));
    sections.extend(tests(&entry, &mut writer));
    sections.extend(trials(&entry, &mut writer));
    sections.extend(parts_of(&entry, &mut writer));
    sections.extend(watched(&entry, &mut writer));
    sections.extend(codes(&entry, &mut writer));
    sections.extend(notes(&entry, &mut writer));
    let quotes_heading = writer.label("heading-quotes");
    let foot = table::foot(&[drug], &mut writer);
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

type Facts = Vec<(Sentence, Vec<Sentence>)>;

fn fact(facts: &mut Facts, name: &'static str, said: &[Said], writer: &mut Writer<'_>) {
    if !said.is_empty() {
        facts.push((writer.label(name), sentences(said, writer)));
    }
}

fn identity(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Section {
    let heading = writer.label("heading-drug-identity");
    let mut facts = Facts::new();
    let drug = entry.drug;
    fact(&mut facts, "drug-name", &entry.field(Field::Name), writer);
    fact(
        &mut facts,
        "drug-brands",
        &entry.field(Field::Brands),
        writer,
    );
    fact(
        &mut facts,
        "drug-kind",
        &[entry.known(entry.kind())],
        writer,
    );
    fact(&mut facts, "drug-class", &entry.field(Field::Class), writer);
    let target = entry.known(entry.words.said(drug.target).to_owned());
    fact(&mut facts, "drug-target", &[target], writer);
    fact(&mut facts, "drug-route", &entry.field(Field::Route), writer);
    fact(
        &mut facts,
        "drug-maker",
        &entry.field(Field::Makers),
        writer,
    );
    let mut approvals: Vec<_> = drug.approvals.iter().collect();
    approvals.sort_by_key(|approval| approval.date);
    let approvals: Vec<Said> = approvals
        .into_iter()
        .filter(|approval| approval.date <= entry.asked.as_of)
        .map(|approval| {
            let (day, what) = (
                entry.words.day(approval.date),
                entry.words.said(approval.what),
            );
            let values = [text("date", &day), text("what", what)];
            let words = entry.say("drug-approval", &values);
            entry.said(words, approval.mark, approval.cite)
        })
        .filter(|said| entry.asked.shows(said.mark))
        .collect();
    fact(&mut facts, "drug-approvals", &approvals, writer);
    Section {
        id: "identity",
        heading,
        blocks: vec![Block::Facts(facts)],
    }
}

fn indications(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Vec<Section> {
    let day = entry.asked.as_of;
    let date = entry.words.day(day);
    let rows = labels::rows(entry.drug, entry.asked);
    let (now, other): (Vec<LabelRow>, Vec<LabelRow>) =
        rows.into_iter().partition(|row| row.row.in_force_on(day));
    let mut blocks = Vec::new();
    for setting in Setting::ALL {
        let of: Vec<&LabelRow> = now
            .iter()
            .filter(|row| row.setting == Some(*setting))
            .collect();
        if of.is_empty() {
            continue;
        }
        let name = format!("drug-{}", setting.name());
        let about = About::Frame("setting");
        blocks.push(Block::Heading(writer.line(&name, &[], &about)));
        blocks.push(Block::Grid(grid(entry, &of, writer)));
    }
    if blocks.is_empty() {
        let none = entry.no_indication(entry.asked.setting);
        blocks.push(Block::Paragraph(sentences(&[none], writer)));
    }
    let about = About::Frame("heading-drug-indications");
    let heading = writer.line("heading-drug-indications", &[text("date", &date)], &about);
    let mut sections = vec![Section {
        id: "indications",
        heading,
        blocks,
    }];
    if !other.is_empty() {
        let about = About::Frame("heading-drug-not-in-force");
        let heading = writer.line("heading-drug-not-in-force", &[text("date", &date)], &about);
        let other: Vec<&LabelRow> = other.iter().collect();
        sections.push(Section {
            id: "not-in-force",
            heading,
            blocks: vec![Block::Grid(grid(entry, &other, writer))],
        });
    }
    sections
}

fn grid(entry: &Entry<'_>, rows: &[&LabelRow], writer: &mut Writer<'_>) -> Grid {
    let words = entry.words;
    let day = entry.asked.as_of;
    let head = ["column-label-row", "column-requires", "column-since"];
    let rows = rows
        .iter()
        .map(|row| {
            let option = row.said(row.option(words)).sentence(writer);
            let mut when = vec![plain(writer, row.in_force(words, day))];
            if row.listing != Listing::Indicated {
                let listed = words.term(Question::Listing, row.listing.name());
                when = vec![when.remove(0).ended(";"), plain(writer, listed)];
            }
            vec![vec![option], vec![plain(writer, row.requires(words))], when]
        })
        .collect();
    Grid {
        caption: writer.label("caption-drug-rows"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    }
}

/// Words that belong to the statement in the first cell of their row.
fn plain(writer: &mut Writer<'_>, words: String) -> Sentence {
    writer.literal(words, &About::Frame("row"))
}

fn dose(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let heading = writer.label("heading-drug-dose");
    let mut facts = Facts::new();
    for dose in entry.drug.doses {
        let mut said = vec![entry.said(entry.dose(dose), dose.mark, dose.cite)];
        let more = [dose.duration, dose.note].into_iter().flatten();
        let more = more.map(|words| entry.words.said(words).to_owned());
        said.extend(more.map(|words| entry.said(words, dose.mark, dose.cite)));
        said.retain(|said| entry.asked.shows(said.mark));
        let name = match dose.setting.and_then(super::knowledge::setting) {
            Some(Setting::Early) => "drug-early",
            Some(Setting::Metastatic) => "drug-metastatic",
            None => "drug-dose",
        };
        fact(&mut facts, name, &said, writer);
    }
    let vials: Vec<Said> = entry
        .drug
        .vials
        .iter()
        .map(|vial| {
            let words = match vial.note {
                Some(note) => format!("{} mg, {}", vial.mg, entry.words.said(note)),
                None => format!("{} mg", vial.mg),
            };
            entry.said(words, vial.mark, vial.cite)
        })
        .filter(|said| entry.asked.shows(said.mark))
        .collect();
    let name = match entry.drug.route {
        her2_knowledge::Route::Oral => "drug-tablets",
        _ => "drug-vials",
    };
    fact(&mut facts, name, &vials, writer);
    (!facts.is_empty()).then(|| Section {
        id: "dose",
        heading,
        blocks: vec![Block::Facts(facts)],
    })
}

fn money(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Section {
    let words = entry.words;
    let mut section = table::basis(entry.asked, writer);
    let mut items = Vec::new();
    let mut all = cost::priced(entry.drug, entry.asked);
    all.dedup_by(|one, other| one.cost == other.cost);
    all.retain(|priced| entry.asked.shows(priced.mark()));
    for priced in all {
        let mut said = vec![priced.line(words), priced.year(words)];
        said.extend(priced.vials(words));
        said.push(priced.list_line(words, entry.asked));
        items.push(sentences(&said, writer));
    }
    if items.is_empty() {
        items.push(sentences(&[entry.no_cost()], writer));
    }
    section.blocks.insert(0, Block::List(items));
    section
}

fn warnings(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Section {
    let drug = entry.drug;
    let mut facts = Facts::new();
    fact(&mut facts, "drug-boxed", &entry.field(Field::Boxed), writer);
    let contraception = entry.field(Field::Contraception);
    fact(&mut facts, "drug-contraception", &contraception, writer);
    for (name, statements) in [
        ("drug-interactions", drug.interactions),
        ("drug-reactions", drug.reactions),
    ] {
        let said: Vec<Said> = statements
            .iter()
            .map(|of| entry.said(entry.words.said(of.text).to_owned(), of.mark, of.cite))
            .filter(|said| entry.asked.shows(said.mark))
            .collect();
        fact(&mut facts, name, &said, writer);
    }
    Section {
        id: "warnings",
        heading: writer.label("heading-drug-warnings"),
        blocks: vec![Block::Facts(facts)],
    }
}

fn tests(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let heading = writer.label("heading-drug-tests");
    let rows: Vec<Vec<Vec<Sentence>>> = entry
        .drug
        .companions
        .iter()
        .filter(|of| entry.asked.shows(of.mark))
        .map(|of| {
            let test = entry.said(of.test.to_owned(), of.mark, of.cite);
            vec![
                vec![test.sentence(writer)],
                vec![plain(writer, entry.words.said(of.claim).to_owned())],
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let grid = Grid {
        caption: writer.label("caption-drug-tests"),
        head: vec![writer.label("column-test"), writer.label("column-claim")],
        rows,
    };
    Some(Section {
        id: "tests",
        heading,
        blocks: vec![Block::Grid(grid)],
    })
}

/// The trials that tables cite where they list a regimen with this medicine.
fn trials(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let of = entry.drug.reference_drug();
    let mut trials: Vec<&'static her2_knowledge::Evidence> = care_tables()
        .iter()
        .flat_map(|table| (0..table.choices.data().rows().len()).map(move |row| (table, row)))
        .filter(|(table, row)| table.regimen(*row).drugs().any(|drug| drug.id == of.id))
        .flat_map(|(table, row)| table.evidence(row))
        .collect();
    trials.sort_by_key(|trial| trial.id);
    trials.dedup_by_key(|trial| trial.id);
    let rows = trial_rows(&trials, entry.asked.verified_only, writer);
    if rows.is_empty() {
        return None;
    }
    let head = ["column-trial", "column-population", "column-result"];
    let grid = Grid {
        caption: writer.label("caption-drug-trials"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    Some(Section {
        id: "trials",
        heading: writer.label("heading-drug-evidence"),
        blocks: vec![Block::Grid(grid)],
    })
}

fn parts_of(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let heading = writer.label("heading-drug-regimens");
    let items: Vec<Vec<Sentence>> = regimens()
        .iter()
        .filter(|regimen| regimen.drugs().any(|drug| drug.id == entry.drug.id))
        .map(|regimen| vec![plain(writer, entry.words.regimen(regimen))])
        .collect();
    (!items.is_empty()).then(|| Section {
        id: "regimens",
        heading,
        blocks: vec![Block::List(items)],
    })
}

/// Where the rules of watching stand; a medicine without an indication here has none.
fn watched(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    entry.drug.breast.then(|| Section {
        id: "monitoring",
        heading: writer.label("heading-drug-monitoring"),
        blocks: vec![Block::Paragraph(writer.frame("watch-hint"))],
    })
}

fn codes(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let heading = writer.label("heading-drug-codes");
    let mut facts = Facts::new();
    for code in entry.drug.codes {
        let per = code.per.map(|per| format!(", {per}")).unwrap_or_default();
        let note = code
            .note
            .map(|note| format!(" ({})", entry.words.said(note)))
            .unwrap_or_default();
        let words = format!("{}{per}{note}", code.code);
        let said = entry.said(words, code.mark, code.cite);
        if entry.asked.shows(said.mark) {
            let system = plain(writer, code.system.to_uppercase());
            facts.push((system, vec![said.sentence(writer)]));
        }
    }
    (!facts.is_empty()).then(|| Section {
        id: "codes",
        heading,
        blocks: vec![Block::Facts(facts)],
    })
}

/// The page's own prose. It holds no mark of its own and is left out where only what was read is shown.
fn notes(entry: &Entry<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let heading = writer.label("heading-drug-notes");
    let text = entry.words.language().prose(entry.drug.text);
    let paragraphs = text.split("\n\n");
    let blocks: Vec<Block> = paragraphs
        .filter(|words| !words.is_empty() && !entry.asked.verified_only)
        .map(|words| Block::Paragraph(vec![entry.known(words.to_owned()).sentence(writer)]))
        .collect();
    (!blocks.is_empty()).then_some(Section {
        id: "notes",
        heading,
        blocks,
    })
}
