//! Medicines by their names, citations of every kind, prices by the day, and the list of what is not confirmed.

#![allow(clippy::unwrap_used)]

use her2_case::{Mark, MedicineClass, Setting};
use her2_knowledge::{
    DrugKind, all_evidence, citations, cited, drug, drugs, medicine_named, medicine_names,
    price_list_on, price_lists, regimens, source, sources, to_verify,
};
use her2_pages::Citation;
use jiff::civil::date;
use std::collections::BTreeSet;

#[test]
fn a_medicine_is_found_by_every_name_it_has_in_any_capitals() {
    for name in ["trastuzumab", "Herceptin", "HERCEPTIN", " herceptin "] {
        let found = medicine_named(name).unwrap();
        assert_eq!(found.class, MedicineClass::Her2Antibody, "{name}");
        assert_eq!(found.drug.unwrap().id, "trastuzumab", "{name}");
    }
    let conjugate = medicine_named("T-DXd").unwrap();
    assert_eq!(conjugate.class, MedicineClass::AdcTopoisomerase);
    assert_eq!(
        medicine_named("T-DM1").unwrap().class,
        MedicineClass::AdcMicrotubule
    );
    let taxane = medicine_named("Docetaxel").unwrap();
    assert_eq!(
        (taxane.class, taxane.inn),
        (MedicineClass::Taxane, "docetaxel")
    );
    assert!(taxane.drug.is_none());
    assert!(medicine_named("").is_none());
    assert!(medicine_named("herceptine").is_none());
    for drug in drugs() {
        let also = drug.us_name.into_iter().chain(drug.brands.iter().copied());
        for name in also.chain([drug.inn, drug.id]) {
            let found = medicine_named(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(found.class, drug.class, "{name}");
        }
        for brand in drug.brands {
            assert_eq!(
                medicine_named(brand).unwrap().drug.unwrap().id,
                drug.id,
                "{brand}"
            );
        }
    }
    let names: Vec<_> = medicine_names().collect();
    assert!(names.is_sorted() && names.iter().all(|name| *name == name.to_lowercase()));
}

#[test]
fn lists_are_in_the_order_of_their_names_so_that_each_is_found() {
    assert!(
        drugs()
            .iter()
            .all(|of| drug(of.id).is_some_and(|found| found.id == of.id))
    );
    assert!(
        sources()
            .iter()
            .all(|of| source(of.id).is_some_and(|found| found.id == of.id))
    );
    assert!(
        regimens()
            .iter()
            .enumerate()
            .all(|(at, of)| of.position() == at)
    );
    assert!(drug("nothing").is_none() && source("nothing").is_none());
}

#[test]
fn what_is_like_another_medicine_counts_by_the_label_of_that_one() {
    let mut like = 0;
    for drug in drugs()
        .iter()
        .filter(|drug| drug.kind == DrugKind::Biosimilar)
    {
        let reference = drug.reference_drug();
        assert_eq!(reference.class, drug.class, "{}", drug.id);
        assert!(
            reference.listed(Setting::Metastatic).is_some(),
            "{}",
            drug.id
        );
        like += 1;
    }
    assert!(like > 5, "{like}");
}

#[test]
fn a_citation_of_any_kind_of_page_tells_where_to_look() {
    let kinds: BTreeSet<_> = citations()
        .iter()
        .map(|(_, cite)| {
            (
                source(cite.edition).is_some(),
                her2_knowledge::edition(cite.edition).is_some(),
            )
        })
        .collect();
    assert!(kinds.len() >= 2, "{kinds:?}");
    let trial = all_evidence()
        .iter()
        .find(|of| !of.publications.is_empty())
        .unwrap();
    let publication = Citation {
        edition: trial.id,
        anchor: "publication",
    };
    let found = cited(publication).unwrap();
    assert_eq!(found.title, trial.trial);
    assert!(!found.doi.is_empty() || !found.pmid.is_empty());
    assert!(
        cited(Citation {
            edition: trial.id,
            anchor: "nowhere"
        })
        .is_none()
    );
    assert!(
        cited(Citation {
            edition: "nobody",
            anchor: "publication"
        })
        .is_none()
    );
}

#[test]
fn every_doi_and_pubmed_number_has_the_form_of_one() {
    let trials = all_evidence().iter().flat_map(|trial| trial.publications);
    let doi = trials.clone().filter_map(|of| of.doi);
    let doi = doi.chain(sources().iter().flat_map(|of| of.doi.iter().copied()));
    for doi in doi {
        let rest = doi
            .strip_prefix("10.")
            .and_then(|rest| rest.split_once('/'));
        assert!(
            rest.is_some_and(|(registrant, name)| registrant.len() >= 4 && name.len() > 2),
            "{doi}"
        );
        assert!(!doi.contains(' '), "{doi}");
    }
    let pmid = trials.filter_map(|of| of.pmid);
    let pmid = pmid.chain(sources().iter().flat_map(|of| of.pmid.iter().copied()));
    for pmid in pmid {
        let digits = pmid.bytes().all(|byte| byte.is_ascii_digit());
        assert!(digits && (5..=8).contains(&pmid.len()), "{pmid}");
    }
    for link in sources().iter().flat_map(|of| of.links) {
        assert!(
            link.starts_with("https://") && !link.contains(' '),
            "{link}"
        );
    }
}

#[test]
fn a_price_list_counts_from_its_first_day_and_says_when_it_ended() {
    let first = price_lists().iter().min_by_key(|list| list.from).unwrap();
    assert!(price_list_on(first.from.yesterday().unwrap()).is_none());
    assert_eq!(price_list_on(first.from).unwrap().id, first.id);
    let later = price_list_on(date(2099, 1, 1)).unwrap();
    assert!(!later.in_force_on(date(2099, 1, 1)));
    for list in price_lists() {
        assert!(!list.prices.is_empty());
        for price in list.prices {
            assert!(
                list.price(price.hcpcs)
                    .is_some_and(|found| found.limit == price.limit)
            );
        }
    }
}

#[test]
fn what_is_not_confirmed_is_listed_once_for_each_statement_and_nothing_else_is() {
    let list = to_verify();
    assert!(
        list.iter()
            .all(|fact| fact.mark != Mark::Checked && !fact.what.is_empty())
    );
    let facts = drugs().iter().flat_map(her2_knowledge::Drug::facts);
    let of_drugs = facts
        .filter(|fact| fact.mark != Some(Mark::Checked))
        .count();
    let listed = list.iter().filter(|fact| {
        drugs()
            .iter()
            .any(|drug| fact.place == format!("drugs/{}", drug.id))
    });
    assert_eq!(listed.count(), of_drugs);
    let trials = all_evidence().iter().flat_map(|trial| trial.results);
    let of_trials = trials.filter(|result| result.mark != Mark::Checked).count();
    let results = list.iter().filter(|fact| {
        fact.place.starts_with("evidence/") && !fact.place.ends_with("#publication")
    });
    assert_eq!(results.count(), of_trials);
    assert!(list.iter().any(|fact| fact.mark == Mark::LessSure));
    assert!(list.is_sorted());
}
