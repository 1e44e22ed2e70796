//! Monitoring: the rules for the heart once more, written another way, and what must be watched because a box warns of it.

#![allow(clippy::unwrap_used)]

use her2_case::{
    Decimal, LvefAction, LvefResume, Mark, MonitoringTopic, Question, Setting, Term, TermSet,
};
use her2_knowledge::{
    Drug, DrugKind, MonitoringPage, MonitoringRule, Watched, cited, drug, drugs, monitoring,
    monitoring_of,
};
use her2_pages::{Asked, Input, Table};

const SETTINGS: [Setting; 2] = [Setting::Early, Setting::Metastatic];

fn watched(drug: &Drug) -> Watched {
    Watched {
        name: drug.id,
        like: drug.reference.filter(|_| drug.kind == DrugKind::Biosimilar),
        class: drug.class,
    }
}

fn named(id: &str) -> Watched {
    watched(drug(id).unwrap_or_else(|| panic!("no medicine {id}")))
}

fn action_of(id: &str, setting: Setting) -> &'static Table<LvefAction> {
    let found = monitoring_of(&named(id), Some(setting)).find_map(|page| match page.rule {
        MonitoringRule::LvefAction(table) => Some(table),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{id} has no rule for {setting:?}"))
}

/// A value of the heart in tenths of a percent, and the fall in tenths of a point.
#[derive(Clone, Copy, Debug)]
struct Heart {
    lvef: u64,
    drop: u64,
    below_normal: Option<bool>,
    local_limit: Option<bool>,
}

impl Heart {
    fn asked(self) -> Vec<Asked<'static>> {
        let mut asked = vec![
            Asked::new(Question::Lvef, Decimal::new(self.lvef, 1), None),
            Asked::new(Question::LvefDrop, Decimal::new(self.drop, 1), None),
        ];
        if let Some(below) = self.below_normal {
            asked.push(Asked::new(Question::LvefBelowLln, below, None));
        }
        if let Some(own) = self.local_limit {
            asked.push(Asked::new(Question::LvefLocalLimit, own, None));
        }
        asked
    }
}

/// The same rules as sentences of arithmetic. `None` where the missing limit decides.
fn by_hand(id: &str, setting: Setting, heart: Heart) -> Option<LvefAction> {
    use LvefAction::{Continue, ContinueRepeat, Hold};
    let Heart {
        lvef,
        drop,
        below_normal,
        local_limit,
    } = heart;
    let hold = |when: bool| Some(if when { Hold } else { Continue });
    match (id, setting) {
        ("trastuzumab" | "trastuzumab-dkst" | "trastuzumab-hyaluronidase", _) => {
            if drop >= 160 {
                return Some(Hold);
            }
            if drop < 100 {
                return Some(Continue);
            }
            below_normal.and_then(hold)
        }
        (
            "pertuzumab" | "pertuzumab-dpzb" | "pertuzumab-trastuzumab-hyaluronidase",
            Setting::Metastatic,
        ) => hold(lvef < 400 || (lvef <= 450 && drop >= 100)),
        (
            "pertuzumab" | "pertuzumab-dpzb" | "pertuzumab-trastuzumab-hyaluronidase",
            Setting::Early,
        ) => hold(lvef < 500 && drop >= 100),
        ("trastuzumab-emtansine", Setting::Metastatic) => Some(if lvef > 450 {
            Continue
        } else if lvef < 400 || drop >= 100 {
            Hold
        } else {
            ContinueRepeat
        }),
        ("trastuzumab-deruxtecan", _) => Some(if lvef < 400 || drop > 200 {
            Hold
        } else if lvef > 450 {
            Continue
        } else if drop >= 100 {
            Hold
        } else {
            ContinueRepeat
        }),
        ("margetuximab", _) => {
            if drop >= 160 {
                return Some(Hold);
            }
            if drop < 100 {
                return Some(Continue);
            }
            match local_limit {
                Some(true) => below_normal.and_then(hold),
                Some(false) => hold(lvef < 500),
                None => below_normal
                    .filter(|below| *below == (lvef < 500))
                    .and_then(hold),
            }
        }
        _ => panic!("{id} is not written by hand"),
    }
}

const BY_HAND: [(&str, &[Setting]); 9] = [
    ("trastuzumab", &SETTINGS),
    ("trastuzumab-dkst", &SETTINGS),
    ("trastuzumab-hyaluronidase", &SETTINGS),
    ("pertuzumab", &SETTINGS),
    ("pertuzumab-dpzb", &SETTINGS),
    ("pertuzumab-trastuzumab-hyaluronidase", &SETTINGS),
    ("trastuzumab-emtansine", &[Setting::Metastatic]),
    ("trastuzumab-deruxtecan", &SETTINGS),
    ("margetuximab", &[Setting::Metastatic]),
];

#[test]
fn the_tables_of_the_heart_agree_with_the_rules_written_by_hand_over_a_grid() {
    let mut compared = 0;
    for (id, settings) in BY_HAND {
        for &setting in settings {
            let table = action_of(id, setting);
            for lvef in (300..=700).step_by(5).chain([399, 449, 451, 499, 501]) {
                for drop in (0..=300).step_by(5).chain([99, 101, 159, 161, 199, 201]) {
                    for below_normal in [None, Some(false), Some(true)] {
                        for local_limit in [None, Some(false), Some(true)] {
                            if local_limit == Some(false) && below_normal.is_some() {
                                continue;
                            }
                            let heart = Heart {
                                lvef,
                                drop,
                                below_normal,
                                local_limit,
                            };
                            let finding = table.decide(&heart.asked());
                            match by_hand(id, setting, heart) {
                                Some(expected) => assert_eq!(
                                    finding.answers(),
                                    TermSet::only(expected),
                                    "{id} {setting:?} {heart:?}"
                                ),
                                None => {
                                    assert_eq!(finding.one(), None, "{id} {setting:?} {heart:?}");
                                }
                            }
                            compared += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(compared > 100_000, "{compared}");
}

/// Bounds with the setting and the questions that decide there.
#[test]
fn each_rule_turns_exactly_at_its_bounds() {
    use LvefAction::{Continue, ContinueRepeat, Hold};
    let early = Setting::Early;
    let metastatic = Setting::Metastatic;
    for (id, setting, lvef, drop, below, expected) in [
        ("trastuzumab", early, 500, 160, Some(false), Hold),
        ("trastuzumab", early, 500, 159, Some(false), Continue),
        ("trastuzumab", metastatic, 500, 100, Some(true), Hold),
        ("trastuzumab", metastatic, 500, 99, Some(true), Continue),
        ("pertuzumab", metastatic, 399, 0, None, Hold),
        ("pertuzumab", metastatic, 400, 99, None, Continue),
        ("pertuzumab", metastatic, 450, 100, None, Hold),
        ("pertuzumab", metastatic, 451, 100, None, Continue),
        ("pertuzumab", early, 499, 100, None, Hold),
        ("pertuzumab", early, 500, 100, None, Continue),
        ("pertuzumab", early, 499, 99, None, Continue),
        ("trastuzumab-emtansine", metastatic, 450, 100, None, Hold),
        (
            "trastuzumab-emtansine",
            metastatic,
            450,
            99,
            None,
            ContinueRepeat,
        ),
        (
            "trastuzumab-emtansine",
            metastatic,
            451,
            100,
            None,
            Continue,
        ),
        (
            "trastuzumab-deruxtecan",
            metastatic,
            600,
            200,
            None,
            Continue,
        ),
        ("trastuzumab-deruxtecan", metastatic, 600, 201, None, Hold),
        (
            "trastuzumab-deruxtecan",
            metastatic,
            400,
            99,
            None,
            ContinueRepeat,
        ),
        ("trastuzumab-deruxtecan", metastatic, 399, 0, None, Hold),
    ] {
        let heart = Heart {
            lvef,
            drop,
            below_normal: below,
            local_limit: None,
        };
        let found = action_of(id, setting).decide(&heart.asked());
        assert!(found.is(expected), "{id} {setting:?} {heart:?}");
    }
}

#[test]
fn a_medicine_has_one_rule_of_the_heart_at_most_in_each_setting() {
    for drug in drugs() {
        for setting in SETTINGS {
            let of = |wanted: fn(&MonitoringRule) -> bool| {
                let pages = monitoring_of(&watched(drug), Some(setting));
                pages.filter(|page| wanted(&page.rule)).count()
            };
            let actions = of(|rule| {
                use MonitoringRule::{LvefAction, OfPartner, Unverified};
                matches!(rule, LvefAction(_) | OfPartner | Unverified)
            });
            assert!(actions <= 1, "{}: {actions} rules", drug.id);
            assert!(of(|rule| matches!(rule, MonitoringRule::LvefStart(_))) <= 1);
            assert!(of(|rule| matches!(rule, MonitoringRule::LvefResume(_))) <= 1);
        }
    }
}

#[test]
fn what_a_box_warns_of_is_watched() {
    let mut warned = 0;
    for drug in drugs().iter().filter(|drug| drug.breast) {
        for warning in drug.boxed_warnings {
            let topic = match warning.topic {
                "cardiomyopathy" | "left-ventricular-dysfunction" | "cardiac-toxicity" => {
                    MonitoringTopic::Heart
                }
                "pulmonary-toxicity" | "interstitial-lung-disease" => MonitoringTopic::Lung,
                "hepatotoxicity" => MonitoringTopic::Liver,
                "infusion-reactions" => MonitoringTopic::Infusion,
                "embryo-fetal-toxicity" => MonitoringTopic::Pregnancy,
                other => panic!("{}: nobody knows how to watch for {other}", drug.id),
            };
            warned += 1;
            for setting in SETTINGS {
                let medicine = watched(drug);
                let watches = |page: &MonitoringPage| page.topic == topic;
                let pages = monitoring_of(&medicine, Some(setting)).filter(|page| watches(page));
                let tests: usize = pages
                    .map(|page| page.schedules_for(&medicine, Some(setting)).count())
                    .sum();
                assert!(tests > 0, "{} {setting:?}: {}", drug.id, warning.topic);
            }
        }
    }
    assert!(warned > 20, "{warned}");
}

#[test]
fn the_early_rule_that_nobody_verified_has_no_table_and_only_marked_sentences() {
    let medicine = named("trastuzumab-emtansine");
    let pages: Vec<_> = monitoring_of(&medicine, Some(Setting::Early)).collect();
    let rule = |page: &&&MonitoringPage| matches!(page.rule, MonitoringRule::Unverified);
    let page = pages.iter().find(rule).unwrap();
    assert!(page.table().is_none());
    assert!(page.statements.len() >= 3);
    for said in page.statements {
        assert_eq!(said.mark, Mark::ToVerify, "{}", said.text);
    }
    for page in &pages {
        let answers = page.table().map(her2_pages::TableData::question);
        let of_heart = [
            Question::LvefAction,
            Question::LvefResume,
            Question::LvefStart,
        ];
        assert!(
            !answers.is_some_and(|of| of_heart.contains(&of)),
            "{}",
            page.id
        );
        let of_dose = answers == Some(Question::DoseAction);
        assert!(
            !of_dose || page.topic == MonitoringTopic::Lung,
            "{}",
            page.id
        );
    }
}

#[test]
fn every_row_carries_one_mark_and_every_citation_resolves() {
    assert!(monitoring().len() > 40);
    for page in monitoring() {
        let resolves = |cite| assert!(cited(cite).is_some(), "{}: {cite}", page.id);
        resolves(page.cite);
        page.schedules.iter().for_each(|of| resolves(of.cite));
        page.statements.iter().for_each(|of| resolves(of.cite));
        page.calls.iter().for_each(|of| resolves(of.cite));
        page.schemes.iter().for_each(|of| resolves(of.cite));
        for row in page.table().into_iter().flat_map(|table| table.rows()) {
            assert_eq!(row.also::<Mark>().len(), 1, "{}#{}", page.id, row.anchor());
            resolves(row.cite());
        }
    }
}

#[test]
fn a_held_medicine_goes_on_only_within_the_bounds_of_its_page() {
    let resume = |id: &str, setting| {
        let medicine = named(id);
        let found = monitoring_of(&medicine, Some(setting)).find_map(|page| match page.rule {
            MonitoringRule::LvefResume(table) => Some(table),
            _ => None,
        });
        found.unwrap()
    };
    let trastuzumab = resume("trastuzumab", Setting::Early);
    for weeks in (0..=120).step_by(5) {
        for drop in (0..=250).step_by(5) {
            for below in [false, true] {
                for times in 1..=5u32 {
                    let asked = [
                        Asked::new(Question::WeeksHeld, Decimal::new(weeks, 1), None),
                        Asked::new(Question::LvefDrop, Decimal::new(drop, 1), None),
                        Asked::new(Question::LvefBelowLln, below, None),
                        Asked::new(Question::TimesHeld, Input::from(times), None),
                    ];
                    let answer = trastuzumab.decide(&asked).one().unwrap();
                    let recovered = !below && drop <= 150;
                    let expected = if times > 3 || (weeks > 80 && !recovered) {
                        LvefResume::Discontinue
                    } else if weeks < 40 || !recovered {
                        LvefResume::StayOnHold
                    } else if weeks > 80 {
                        LvefResume::NotStated
                    } else {
                        LvefResume::Resume
                    };
                    assert_eq!(answer, expected, "{weeks} {drop} {below} {times}");
                }
            }
        }
    }
    for &action in LvefAction::ALL {
        assert!(action >= LvefAction::NoRule);
    }
}
