//! What the pages of medicines, labels and prices are asked for.

use her2_case::{Mark, Setting};
use her2_knowledge::{CareTable, DoseSetting, Drug, PriceList, care_tables};
use her2_pages::Row;

/// The tables of a medicine's label, or of the label of the medicine it is like.
pub(crate) fn label_tables(drug: &'static Drug) -> impl Iterator<Item = &'static CareTable> {
    let of = drug.reference_drug().id;
    care_tables()
        .iter()
        .filter(move |table| table.drug.is_some_and(|drug| drug.id == of))
}

/// How sure this project is of a row.
pub(crate) fn mark(row: &Row) -> Mark {
    row.also::<Mark>().iter().max().unwrap_or(Mark::Checked)
}

/// The codes by which a medicine is billed.
pub(crate) fn billing_codes(drug: &'static Drug) -> Vec<&'static str> {
    let codes = drug.codes.iter();
    codes
        .filter(|code| code.system.eq_ignore_ascii_case("hcpcs"))
        .map(|code| code.code)
        .collect()
}

/// The one setting a dose is for.
pub(crate) fn setting(of: DoseSetting) -> Option<Setting> {
    match of {
        DoseSetting::Early => Some(Setting::Early),
        DoseSetting::Metastatic => Some(Setting::Metastatic),
        DoseSetting::Any => None,
    }
}

/// The page of a price list.
pub(crate) fn price_page(list: &'static PriceList) -> &'static str {
    list.id
}
