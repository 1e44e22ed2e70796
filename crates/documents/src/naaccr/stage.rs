//! The categories of the stage. Without the letter that tells the way of staging they belong to no item.

use super::Items;
use crate::convert::LeftOut;
use her2_case::{Fact, TnmPrefix, Tumor};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};

pub(super) fn write(tumor: &Tumor, items: &mut Items, left_out: &mut LeftOut) {
    let given = [&tumor.t, &tumor.n, &tumor.m];
    if given.iter().all(|category| category.is_none()) {
        return;
    }
    let Some(prefix) = tumor.tnm_prefix else {
        let primary = tumor.t.is_some() || tumor.n.is_some();
        left_out.add_if(
            primary,
            "stage categories, where the way of staging is not told",
        );
        category(Item::AjccTnmClinM, &tumor.m, "c", items, left_out);
        return;
    };
    let [t, n, m, n_suffix] = match prefix.value {
        TnmPrefix::Clinical => [
            Item::AjccTnmClinT,
            Item::AjccTnmClinN,
            Item::AjccTnmClinM,
            Item::AjccTnmClinNSuffix,
        ],
        TnmPrefix::Pathological => [
            Item::AjccTnmPathT,
            Item::AjccTnmPathN,
            Item::AjccTnmPathM,
            Item::AjccTnmPathNSuffix,
        ],
        TnmPrefix::AfterTreatment => [
            Item::AjccTnmPostTherapyT,
            Item::AjccTnmPostTherapyN,
            Item::AjccTnmPostTherapyM,
            Item::AjccTnmPostTherapyNSuffix,
        ],
    };
    let way = prefix.value.name();
    category(t, &tumor.t, way, items, left_out);
    let n_of = tumor.n.as_ref();
    let suffix = ["(sn)", "(f)"]
        .into_iter()
        .find(|suffix| n_of.is_some_and(|n| n.value.ends_with(suffix)));
    let bare = n_of.map(|n| {
        let value = n
            .value
            .strip_suffix(suffix.unwrap_or(""))
            .unwrap_or(&n.value);
        Fact {
            value: value.to_owned(),
            ..n.clone()
        }
    });
    if category(n, &bare, way, items, left_out)
        && let Some(suffix) = suffix
    {
        items.mean(n_suffix, Meaning::Category(suffix));
    }
    // That there is no metastasis is a clinical finding, whatever the way of staging.
    let m_way = if tumor.m.as_ref().is_some_and(|m| m.value == "M1") && way == "p" {
        "p"
    } else {
        "c"
    };
    category(m, &tumor.m, m_way, items, left_out);
}

/// Whether the item has this category.
fn category(
    item: Item,
    category: &Option<Fact<String>>,
    way: &str,
    items: &mut Items,
    left_out: &mut LeftOut,
) -> bool {
    let Some(category) = category else {
        return false;
    };
    let name = category.value.as_str();
    let code = name.get(1..).unwrap_or_default();
    let known = matches!(item.meaning(code), Some(Meaning::Category(known)) if known == name);
    if known {
        items.add(item, format!("{way}{name}"));
    } else {
        left_out.add("a stage category that registries do not have");
    }
    known
}
