//! What an observation asks, by its codes and its names together: nothing where they contradict each other.

use her2_knowledge::codes::{Item, item_named};
use std::borrow::Cow;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// This.
    Item(Item),
    /// Codes, or a code and a name, say different things.
    Disagree,
    /// Nothing that is read.
    Nothing,
}

/// What codes, each with the name that its system has for it, and names ask.
pub(crate) fn asked<'a>(
    codes: impl IntoIterator<Item = (Item, Option<&'static str>)>,
    names: impl Iterator<Item = Cow<'a, str>>,
) -> Asked {
    let mut asked: Option<Item> = None;
    let mut join = |item: Item| {
        let joined = match asked {
            None => Some(item),
            Some(other) if is_kind_of(item, other) => Some(item),
            Some(other) if is_kind_of(other, item) => Some(other),
            Some(_) => None,
        };
        asked = joined.or(asked);
        joined.is_some()
    };
    let mut agree = true;
    let mut coded = false;
    let mut own_names = Vec::new();
    for (item, display) in codes {
        agree &= join(item);
        coded = true;
        own_names.extend(display);
    }
    for name in names {
        if own_names.iter().any(|own| *own == name) {
            continue;
        }
        if let Some(item) = item_named(&name) {
            agree &= join(item) || (coded && is_loose(item));
        }
    }
    match asked {
        Some(item) if agree => Asked::Item(item),
        Some(_) => Asked::Disagree,
        None => Asked::Nothing,
    }
}

/// Whether the name of an item is so broad that a code of another is no contradiction.
fn is_loose(item: Item) -> bool {
    matches!(
        item,
        Item::Her2Status | Item::CellsCounted | Item::Observers
    )
}

/// Whether an item is the same as another, or one kind of it.
fn is_kind_of(item: Item, of: Item) -> bool {
    let mut at = Some(item);
    while let Some(here) = at {
        if here == of {
            return true;
        }
        at = broader(here);
    }
    false
}

fn broader(item: Item) -> Option<Item> {
    Some(match item {
        Item::Her2IhcPercent => Item::Her2IhcScore,
        Item::Her2Ratio
        | Item::Her2Copies
        | Item::Cep17Copies
        | Item::Her2Signals
        | Item::Cep17Signals
        | Item::CellsCounted
        | Item::IshGroup
        | Item::IshProbe
        | Item::IshPanel => Item::Her2IshCall,
        Item::Her2IhcScore | Item::Her2IshCall => Item::Her2Status,
        Item::ErPercent | Item::ErIntensity | Item::ErAllred => Item::ErStatus,
        Item::PrPercent | Item::PrIntensity | Item::PrAllred => Item::PrStatus,
        Item::LvefEcho | Item::LvefMuga | Item::LvefMri => Item::Lvef,
        Item::NodesMacro | Item::NodesMicro => Item::NodesPositive,
        _ => return None,
    })
}
