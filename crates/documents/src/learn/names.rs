//! The names of the medicines against HER2, by kind.

use crate::page::{Block, Section, Table};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::{MedicineClass, Term};
use her2_knowledge::{Drug, DrugKind, drugs};

/// Every kind with what it does, and a table of the names on labels. Medicines without a place in breast cancer are left out.
pub(super) fn section(writer: &mut Writer<'_>) -> Section {
    let heading = writer.label("heading-learn-names");
    let about = About::Frame("kind");
    let (mut facts, mut rows) = (Vec::new(), Vec::new());
    let classes = MedicineClass::ALL.iter();
    for class in classes.filter(|class| class.is_her2_directed()) {
        let of_class = |drug: &&Drug| drug.class == *class && drug.breast;
        let medicines: Vec<&Drug> = drugs().iter().filter(of_class).collect();
        if medicines.is_empty() {
            continue;
        }
        let name = format!("kind-{}", class.name());
        let label = writer.line(&name, &[], &about);
        let said = writer.say(&format!("{name}.said"), &[], &about);
        facts.push((label.clone(), said));
        rows.push(row(writer, label, &medicines));
    }
    let head = ["learn-names-kind", "learn-names-label", "learn-names-alike"];
    let table = Table {
        caption: writer.label("learn-names-caption"),
        head: head.map(|name| writer.label(name)).into(),
        rows,
    };
    let blocks = vec![
        Block::Facts(facts),
        Block::Table(table),
        Block::Paragraph(writer.frame("learn-names-hint")),
    ];
    Section {
        id: "names",
        heading,
        blocks,
    }
}

/// The kind, the originals with their brands, and the brands of those made to be like them.
fn row(writer: &mut Writer<'_>, kind: Sentence, medicines: &[&'static Drug]) -> Vec<Sentence> {
    let (alike, own): (Vec<_>, Vec<_>) = medicines
        .iter()
        .partition(|drug| drug.kind == DrugKind::Biosimilar);
    let name = |drug: &&Drug| {
        let brands = drug.brands.join(", ");
        let name = writer.words.said(drug.us_name.unwrap_or(drug.inn));
        let values = [text("name", name), text("brands", &brands)];
        writer.message("learn-names-one", &values)
    };
    let own = own.iter().map(name).collect::<Vec<_>>().join("; ");
    let alike: Vec<&str> = alike.iter().flat_map(|drug| drug.brands).copied().collect();
    let alike = if alike.is_empty() {
        writer.message("learn-names-none", &[])
    } else {
        alike.join(", ")
    };
    let about = About::Frame("medicine-names");
    vec![
        kind,
        writer.literal(own, &about),
        writer.literal(alike, &about),
    ]
}
