//! Kinds of medicine that labels in force name for a category of HER2: general, and of no use for choosing.

use crate::sentence::About;
use crate::told::{Group, KindTold};
use her2_case::{Her2Category, Listing, Mark, Setting};
use her2_knowledge::{CareTable, care_tables};
use her2_pages::{Asked, Known, Row};
use jiff::civil::Date;

/// A claim of a label that was read in its source.
struct Claim {
    row: &'static Row,
    table: &'static CareTable,
    at: usize,
    setting: Setting,
}

/// The kinds for this category on that day, each with its oldest claim in each setting. Only claims that were read count.
pub(crate) fn kinds(category: Her2Category, on: Date) -> Vec<KindTold> {
    let claims = claims(category, on);
    let kind = |group: Group| {
        let of_group = |claim: &&Claim| {
            let mut medicines = claim.table.regimen(claim.at).drugs();
            medicines.any(|drug| Group::of(drug.class) == Some(group))
        };
        let oldest = |setting: Setting| {
            let claims = claims.iter().filter(|claim| claim.setting == setting);
            claims.filter(of_group).min_by_key(|claim| claim.row.from())
        };
        let (early, metastatic) = (oldest(Setting::Early), oldest(Setting::Metastatic));
        early.or(metastatic)?;
        Some(KindTold {
            group,
            early: early.map(Claim::about),
            metastatic: metastatic.map(Claim::about),
        })
    };
    Group::ALL.into_iter().filter_map(kind).collect()
}

fn claims(category: Her2Category, on: Date) -> Vec<Claim> {
    let asked = [Asked::term(category, None)];
    let known = Known::of(&asked);
    let mut claims = Vec::new();
    for table in care_tables() {
        let Some(drug) = table.drug else { continue };
        let weighed = table.choices.weigh(&known);
        let early = drug
            .early
            .is_some_and(|early| std::ptr::eq(early, table.choices));
        let setting = if early {
            Setting::Early
        } else {
            Setting::Metastatic
        };
        for (at, row) in weighed.rows() {
            let may_hold = weighed.closed() & 1 << at == 0;
            let read = row.also::<Mark>().iter().all(|mark| mark == Mark::Checked);
            let against = weighed.finding(at, &known).one() == Some(Listing::AdvisedAgainst);
            if may_hold
                && read
                && !against
                && row.in_force_on(on)
                && table.regimen(at).is_her2_directed()
            {
                claims.push(Claim {
                    row,
                    table,
                    at,
                    setting,
                });
            }
        }
    }
    claims
}

impl Claim {
    fn about(&self) -> About {
        About::Knowledge {
            page: self.table.page,
            cite: self.row.cite(),
            mark: Mark::Checked,
        }
    }
}
