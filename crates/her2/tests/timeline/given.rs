//! The records of a worked case, from JSON: a report in text, or what a structured source says.

use her2_case::{
    Assay, Context, Course, CoursePoint, Fact, Grade, Her2Result, Her2Word, IhcScore, Key,
    Laterality, MedicineClass, MetastaticSite, Origin, PriorOutcome, PriorTherapy, Procedure,
    Record, RecordKind, ScoreReading, Setting, Site, Span, Specimen, Stain, Term, TnmPrefix,
};
use jiff::civil::Date;
use serde_json::Value;

/// Counts the places of facts.
pub struct Places(usize);

impl Places {
    fn next(&mut self) -> Origin {
        self.0 += 2;
        Origin::span(Span::new(self.0, self.0 + 1))
    }

    fn fact<T>(&mut self, value: T) -> Fact<T> {
        Fact::new(value, self.next())
    }
}

/// The records and the course of an input.
pub fn given(input: &str) -> (Vec<Record>, Course) {
    let input: Value = serde_json::from_str(input).expect("the input is JSON");
    let records = input["records"].as_array().expect("records");
    let records = records.iter().enumerate().map(|(at, value)| {
        let mut record = record(value, &format!("record {at}"));
        record.set_source(u16::try_from(at).expect("few records"));
        record
    });
    (records.collect(), course(&input["course"]))
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn day(value: &Value, key: &str) -> Option<Date> {
    text(value, key).map(|day| day.parse().expect("a day"))
}

fn known(value: &Value, keys: &[&str]) {
    let given = value.as_object().expect("an object");
    for key in given.keys() {
        assert!(keys.contains(&key.as_str()), "unknown key {key}");
    }
}

fn record(value: &Value, name: &str) -> Record {
    if let Some(lines) = value.get("text") {
        let lines = lines.as_array().expect("lines");
        let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
        return her2_readers::read(name, lines.join("\n").as_bytes());
    }
    known(
        value,
        &[
            "name",
            "date",
            "site",
            "grade",
            "yp",
            "metastatic",
            "invasive",
            "edition",
            "specimens",
        ],
    );
    let mut places = Places(0);
    let mut record = Record::empty(text(value, "name").unwrap_or(name), RecordKind::Fhir);
    record.date = day(value, "date").map(|day| places.fact(day));
    record.site =
        text(value, "site").map(|site| places.fact(Site::from_name(site).expect("a site")));
    record.tumor.grade =
        text(value, "grade").map(|grade| places.fact(Grade::from_name(grade).expect("a grade")));
    record.tumor.invasive = value
        .get("invasive")
        .map(|of| places.fact(of.as_bool().expect("yes or no")));
    record.stated_edition = value.get("edition").map(|year| {
        let year = year.as_u64().expect("a year");
        places.fact(u16::try_from(year).expect("a year"))
    });
    if value.get("yp").is_some() {
        record.tumor.tnm_prefix = Some(places.fact(TnmPrefix::AfterTreatment));
    }
    record.tumor.metastatic_site = text(value, "metastatic").map(|site| {
        let sites = [
            MetastaticSite::Bone,
            MetastaticSite::Liver,
            MetastaticSite::Lung,
            MetastaticSite::Skin,
        ];
        let site = sites.into_iter().find(|of| of.name() == site);
        places.fact(site.expect("a site"))
    });
    let specimens = value["specimens"].as_array().into_iter().flatten();
    record.specimens = specimens.map(|of| specimen(of, &mut places)).collect();
    record
}

fn specimen(value: &Value, places: &mut Places) -> Specimen {
    known(
        value,
        &[
            "id",
            "tumor",
            "point",
            "side",
            "procedure",
            "date",
            "ihc",
            "stain",
            "percent",
            "word",
            "ish",
            "prior",
            "implied",
        ],
    );
    let sides = [Laterality::Left, Laterality::Right, Laterality::Bilateral];
    let points = [
        CoursePoint::Primary,
        CoursePoint::AfterNeoadjuvant,
        CoursePoint::Recurrence,
        CoursePoint::Metastasis,
    ];
    let procedures = [
        Procedure::CoreBiopsy,
        Procedure::Excision,
        Procedure::Mastectomy,
        Procedure::Nodes,
        Procedure::Metastasis,
    ];
    Specimen {
        identifier: text(value, "id").and_then(Key::new),
        tumor: text(value, "tumor").and_then(Key::new),
        point: text(value, "point").map(|of| {
            points
                .into_iter()
                .find(|point| point.name() == of)
                .expect("a point")
        }),
        side: text(value, "side").map(|of| {
            sides
                .into_iter()
                .find(|side| side.name() == of)
                .expect("a side")
        }),
        procedure: text(value, "procedure").map(|of| {
            let mut all = procedures.into_iter();
            all.find(|procedure| procedure.name() == of)
                .expect("a procedure")
        }),
        date: day(value, "date"),
        her2: results(value, places),
        ..Specimen::default()
    }
}

fn results(value: &Value, places: &mut Places) -> Vec<Her2Result> {
    let context = match value.get("prior") {
        Some(_) => Context::Prior,
        None => Context::Current,
    };
    let word = |of: &str| Her2Word::from_name(of).expect("a word");
    let mut results = Vec::new();
    let mut add =
        |assay: Assay, places: &mut Places, fill: &dyn Fn(&mut Her2Result, &mut Places)| {
            let mut result = Her2Result::empty(assay, places.next());
            result.context = context;
            result.implied = value.get("implied").is_some();
            fill(&mut result, places);
            results.push(result);
        };
    if let Some(score) = text(value, "ihc") {
        add(Assay::Ihc, places, &|result, places| {
            let score = IhcScore::from_name(score).expect("a score");
            result.score = Some(places.fact(ScoreReading::single(score)));
            result.stain =
                text(value, "stain").map(|of| places.fact(Stain::from_name(of).expect("a stain")));
            result.percent = text(value, "percent").map(|of| {
                let percent = of.parse().expect("a number");
                places.fact(her2_case::Amount::Exactly(percent))
            });
        });
    }
    if let Some(ish) = value.get("ish") {
        known(ish, &["ratio", "copies", "word"]);
        add(Assay::Ish, places, &|result, places| {
            let mut number = |key: &str| {
                let number = text(ish, key)?.parse().expect("a number");
                Some(places.fact(her2_case::Amount::Exactly(number)))
            };
            result.ratio = number("ratio");
            result.her2_copies = number("copies");
            result.word = text(ish, "word").map(|of| places.fact(word(of)));
        });
    }
    if let Some(of) = text(value, "word") {
        add(Assay::Unspecified, places, &|result, places| {
            result.word = Some(places.fact(word(of)));
        });
    }
    results
}

fn course(value: &Value) -> Course {
    let mut places = Places(1000);
    let mut course = Course::default();
    if value.is_null() {
        return course;
    }
    known(value, &["setting", "therapies"]);
    course.setting =
        text(value, "setting").map(|of| places.fact(Setting::from_name(of).expect("a setting")));
    let therapies = value["therapies"].as_array().into_iter().flatten();
    course.therapies = therapies
        .map(|therapy| {
            known(therapy, &["started", "ended", "setting"]);
            places.fact(PriorTherapy {
                medicines: vec![("a taxane".to_owned(), MedicineClass::ALL[0])],
                setting: text(therapy, "setting").and_then(Setting::from_name),
                timing: None,
                started: day(therapy, "started"),
                ended: day(therapy, "ended"),
                outcome: PriorOutcome::Completed,
            })
        })
        .collect();
    course
}
