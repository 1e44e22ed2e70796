//! What a dose of a medicine would cost by the payment limits of a quarter.

use super::said::Said;
use super::{DrugsAsked, knowledge};
use crate::money::{dollars, plain};
use crate::words::{Value, Words};
use her2_case::{Decimal, Mark, Setting};
use her2_knowledge::{Dose, Drug, Price, PriceList};
use her2_pathway::cost::{DoseCost, DoseRule, Limit, ScheduleCost, dose, schedule};

/// A dose with its price.
pub(crate) struct Priced {
    pub dose: &'static Dose,
    pub list: &'static PriceList,
    pub price: &'static Price,
    pub weight: Decimal,
    /// Whether the weight counts for this dose.
    pub by_weight: bool,
    pub cost: ScheduleCost,
}

/// The list that is used: the newest that had begun on the day.
pub(crate) fn list(asked: &DrugsAsked) -> Option<&'static PriceList> {
    her2_knowledge::price_list_on(asked.as_of)
}

/// The weight that is used: the one given, else the example of the list.
pub(crate) fn weight(asked: &DrugsAsked) -> Option<Decimal> {
    let example = || list(asked).map(|list| Decimal::whole(list.example_weight_kg.into()));
    asked.weight.or_else(example)
}

/// Every dose of the medicine that has a price.
pub(crate) fn priced(drug: &'static Drug, asked: &DrugsAsked) -> Vec<Priced> {
    let Some((list, weight)) = list(asked).zip(weight(asked)) else {
        return Vec::new();
    };
    let codes = knowledge::billing_codes(drug);
    let Some(price) = codes.into_iter().find_map(|code| list.price(code)) else {
        return Vec::new();
    };
    let fits = |dose: &&Dose| match (asked.setting, dose.setting) {
        (Some(setting), Some(of)) => of.is_for(setting),
        _ => true,
    };
    let doses = drug.doses.iter().filter(fits);
    doses
        .filter_map(|dose| of_dose(drug, dose, list, price, weight))
        .collect()
}

fn of_dose(
    drug: &'static Drug,
    of: &'static Dose,
    list: &'static PriceList,
    price: &'static Price,
    weight: Decimal,
) -> Option<Priced> {
    let limit = Limit {
        unit: price.unit.split_whitespace().next()?.parse().ok()?,
        dollars: price.limit,
    };
    let vials: Vec<Decimal> = drug.vials.iter().map(|vial| vial.mg).collect();
    let rule = |amount: Option<Decimal>, units: Option<u16>| match (units, of.unit) {
        (Some(units), _) => Some(DoseRule::Units(units.into())),
        (None, "mg/kg") => amount.map(DoseRule::PerKilogram),
        (None, "mg") => amount.map(DoseRule::Fixed),
        _ => None,
    };
    let maintenance = dose(rule(of.number(), of.hcpcs_units)?, weight, limit, &vials)?;
    let loading = match of.loading {
        Some(_) => {
            let rule = rule(of.loading_number(), of.loading_hcpcs_units)?;
            Some(dose(rule, weight, limit, &vials)?)
        }
        None => None,
    };
    Some(Priced {
        dose: of,
        list,
        price,
        weight,
        by_weight: of.unit == "mg/kg",
        cost: schedule(loading, maintenance, of.every_weeks?.into())?,
    })
}

impl Priced {
    /// The least sure of the dose and the price.
    pub fn mark(&self) -> Mark {
        self.dose.mark.max(self.list.mark)
    }

    fn said(&self, words: String) -> Said {
        Said {
            words,
            page: knowledge::price_page(self.list),
            cite: self.list.cite,
            mark: self.mark(),
        }
    }

    fn amount(&self, words: &Words, cost: &DoseCost) -> String {
        let weight = plain(self.weight);
        match cost.milligrams {
            Some(milligrams) => {
                let milligrams = plain(milligrams);
                let name = if self.by_weight {
                    "cost-weighed"
                } else {
                    "cost-milligrams"
                };
                let values = [
                    ("milligrams", Value::Text(&milligrams)),
                    ("weight", Value::Text(&weight)),
                ];
                words.get(name, &values[..if self.by_weight { 2 } else { 1 }])
            }
            None => {
                let units = cost.units.to_string();
                words.get("cost-units", &[("units", Value::Text(&units))])
            }
        }
        .unwrap_or_default()
    }

    /// One dose, or the first and the others.
    pub fn line(&self, words: &Words) -> Said {
        let amount = self.amount(words, &self.cost.maintenance);
        let each = dollars(self.cost.maintenance.dollars);
        let weeks = Value::Count(self.dose.every_weeks.unwrap_or(1).into());
        let mut values = vec![
            ("dollars", Value::Text(&each)),
            ("amount", Value::Text(&amount)),
            ("weeks", weeks),
        ];
        let first = self.cost.loading.map(|loading| dollars(loading.dollars));
        let said = match &first {
            Some(first) => {
                values.push(("first", Value::Text(first)));
                words.get("cost-first-dose", &values)
            }
            None => words.get("cost-dose", &values),
        };
        self.said(said.unwrap_or_default())
    }

    /// A year of the schedule.
    pub fn year(&self, words: &Words) -> Said {
        let year = dollars(self.cost.year);
        let doses = self.cost.doses.to_string();
        let values = [
            ("dollars", Value::Text(&year)),
            ("doses", Value::Text(&doses)),
        ];
        self.said(words.get("cost-year", &values).unwrap_or_default())
    }

    /// The same for whole vials, where their sizes are known.
    pub fn vials(&self, words: &Words) -> Option<Said> {
        let vials = self.cost.maintenance.vials?;
        let each = dollars(vials.dollars);
        let milligrams = plain(vials.milligrams);
        let amount = words.get(
            "cost-milligrams",
            &[("milligrams", Value::Text(&milligrams))],
        )?;
        let values = [
            ("dollars", Value::Text(&each)),
            ("amount", Value::Text(&amount)),
        ];
        Some(self.said(words.get("cost-vials", &values)?))
    }

    /// Which list and code, and whether its quarter is over.
    pub fn list_line(&self, words: &Words, asked: &DrugsAsked) -> Said {
        let (from, until) = (words.day(self.list.from), words.day(self.list.until));
        let values = [
            ("code", Value::Text(self.price.hcpcs)),
            ("from", Value::Text(&from)),
            ("until", Value::Text(&until)),
        ];
        let mut said = words.get("cost-list", &values).unwrap_or_default();
        if self.list.until < asked.as_of {
            let date = words.day(asked.as_of);
            let old = words.get("cost-old", &[("date", Value::Text(&date))]);
            said = format!("{said} {}", old.unwrap_or_default());
        }
        self.said(said)
    }
}

/// The doses to show where there is room for one line: the first of each setting, told once where they cost the same.
pub(crate) fn short(drug: &'static Drug, asked: &DrugsAsked) -> Vec<Priced> {
    let mut all = priced(drug, asked);
    // Every three weeks and every week stand side by side in some labels: the first one named is the usual.
    let mut seen: Vec<Option<Setting>> = Vec::new();
    all.retain(|priced| {
        let setting = priced.dose.setting.and_then(knowledge::setting);
        let new = !seen.contains(&setting);
        seen.push(setting);
        new
    });
    all.dedup_by(|one, other| one.cost == other.cost);
    all
}
