//! The names of the medicines against HER2, by kind.

use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::{MedicineClass, Term};
use her2_knowledge::{Drug, DrugKind, drugs};

/// Every kind with the names on its labels. Medicines without a place in breast cancer are left out.
pub(super) fn section(writer: &mut Writer<'_>) -> Section {
    let heading = writer.label("heading-learn-names");
    let mut facts = Vec::new();
    for class in MedicineClass::ALL
        .iter()
        .filter(|class| class.is_her2_directed())
    {
        let of_class = |drug: &&Drug| drug.class == *class && drug.breast;
        let medicines: Vec<&Drug> = drugs().iter().filter(of_class).collect();
        if !medicines.is_empty() {
            let about = About::Frame("kind");
            let name = format!("kind-{}", class.name());
            let label = writer.line(&name, &[], &about);
            let mut said = writer.say(&format!("{name}.said"), &[], &about);
            said.extend(names(writer, &medicines));
            facts.push((label, said));
        }
    }
    Section {
        id: "names",
        heading,
        blocks: vec![
            Block::Facts(facts),
            Block::Paragraph(writer.frame("learn-names-hint")),
        ],
    }
}

/// First the originals with their brands, then the brands of those made to be like them.
fn names(writer: &mut Writer<'_>, medicines: &[&'static Drug]) -> Vec<Sentence> {
    let (alike, own): (Vec<_>, Vec<_>) = medicines
        .iter()
        .partition(|drug| drug.kind == DrugKind::Biosimilar);
    let name = |drug: &&Drug| {
        let brands = drug.brands.join(", ");
        let name = drug.us_name.unwrap_or(drug.inn);
        writer.message(
            "learn-names-one",
            &[text("name", name), text("brands", &brands)],
        )
    };
    let own = own.iter().map(name).collect::<Vec<_>>().join("; ");
    let alike = alike.iter().flat_map(|drug| drug.brands).copied();
    let alike = alike.collect::<Vec<_>>().join(", ");
    let about = About::Frame("medicine-names");
    let mut said = writer.say("learn-names", &[text("names", &own)], &about);
    if !alike.is_empty() {
        said.extend(writer.say("learn-names-alike", &[text("names", &alike)], &about));
    }
    said
}
