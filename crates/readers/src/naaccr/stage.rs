//! The categories of the stage: the pathological ones, else those after therapy, else the clinical ones.

use super::told::{Meant, Told};
use her2_case::{Fact, Origin, TnmPrefix};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning};

/// The items of one way of staging: T, N and M, and what is written after T and N.
struct Class {
    prefix: TnmPrefix,
    t: &'static [Item],
    n: &'static [Item],
    m: &'static [Item],
    t_suffix: Item,
    n_suffix: Item,
}

const CLASSES: [Class; 3] = [
    Class {
        prefix: TnmPrefix::Pathological,
        t: &[Item::AjccTnmPathT, Item::TnmPathT],
        n: &[Item::AjccTnmPathN, Item::TnmPathN],
        m: &[Item::AjccTnmPathM, Item::TnmPathM],
        t_suffix: Item::AjccTnmPathTSuffix,
        n_suffix: Item::AjccTnmPathNSuffix,
    },
    Class {
        prefix: TnmPrefix::AfterTreatment,
        t: &[Item::AjccTnmPostTherapyT],
        n: &[Item::AjccTnmPostTherapyN],
        m: &[Item::AjccTnmPostTherapyM],
        t_suffix: Item::AjccTnmPostTherapyTSuffix,
        n_suffix: Item::AjccTnmPostTherapyNSuffix,
    },
    Class {
        prefix: TnmPrefix::Clinical,
        t: &[Item::AjccTnmClinT, Item::TnmClinT],
        n: &[Item::AjccTnmClinN, Item::TnmClinN],
        m: &[Item::AjccTnmClinM, Item::TnmClinM],
        t_suffix: Item::AjccTnmClinTSuffix,
        n_suffix: Item::AjccTnmClinNSuffix,
    },
];

/// A category with its place.
type Category = (&'static str, Origin);

/// Reads the stage into the record.
pub(super) fn read(told: &mut Told<'_, '_>) {
    let read = CLASSES.map(|class| {
        let t = category(told, class.t, 'T');
        let n = category(told, class.n, 'N');
        let m = category(told, class.m, 'M');
        (class, t, n, m)
    });
    // A category that was not assessed counts only if there is no other.
    let assessed = |of: &Option<Category>| of.is_some_and(|(name, _)| !name.ends_with('X'));
    let chosen = read
        .iter()
        .find(|(_, t, n, _)| assessed(t) || assessed(n))
        .or_else(|| read.iter().find(|(_, t, n, _)| t.is_some() || n.is_some()));
    let distant = |found: &&(Class, Option<Category>, Option<Category>, Option<Category>)| {
        found.3.is_some_and(|(name, _)| name == "M1")
    };
    // Once found, a distant metastasis is there whatever way of staging tells of it.
    let m = read
        .iter()
        .find(distant)
        .or(chosen.filter(|of| of.3.is_some()))
        .or_else(|| read.iter().find(|of| of.3.is_some()))
        .and_then(|of| of.3);
    if let Some((name, origin)) = m {
        told.record.tumor.m = Some(Fact::new(name.to_owned(), origin));
    }
    let Some((class, t, n, _)) = chosen else {
        return;
    };
    let origin = t.or(*n).map(|(_, origin)| origin);
    told.record.tumor.tnm_prefix = origin.map(|origin| Fact::new(class.prefix, origin));
    told.record.tumor.t = t.map(|(name, origin)| Fact::new(name.to_owned(), origin));
    if let Some((name, origin)) = *n {
        let suffix = match told.meaning(class.n_suffix) {
            Some((RegistryMeaning::Category(suffix), _)) => suffix,
            _ => "",
        };
        told.record.tumor.n = Some(Fact::new(format!("{name}{suffix}"), origin));
    }
    if let Some(multiple) = told.yes(class.t_suffix).filter(|multiple| multiple.value) {
        told.record.tumor.multiple = Some(multiple);
    }
}

/// The category of the first of these items that has one. `cT1c`, `pT1c`, `T1c`, `p1C` and `1C` are the same category.
fn category(told: &mut Told<'_, '_>, items: &[Item], letter: char) -> Option<Category> {
    let of = |meant: Option<Meant>| match meant {
        Some((RegistryMeaning::Category(name), origin)) => Some((name, origin)),
        _ => None,
    };
    items.iter().find_map(|item| {
        let (text, origin) = told.text(*item)?;
        let code = without_letters(text, letter);
        of(told.meaning_of(*item, code, origin))
    })
}

/// A code without the letters that tell the way of staging, and without that of the category.
fn without_letters(code: &str, letter: char) -> &str {
    let ways = ["yp", "yc", "c", "p"];
    let way = ways.iter().find(|way| {
        let start = code.get(..way.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(way))
    });
    let code = way.map_or(code, |way| &code[way.len()..]);
    let mut letters = code.chars();
    match letters.next() {
        Some(first) if first.eq_ignore_ascii_case(&letter) => letters.as_str(),
        _ => code,
    }
}
