//! A result that would come back as the patient's current one is left out, and that is said.

use her2::Target;
use jiff::civil::date;

fn left_out(report: &str, target: Target) -> (String, Vec<(&'static str, u32)>) {
    let reading = her2::read("report.txt", report.as_bytes());
    let converted = reading
        .decide(date(2026, 11, 22), None)
        .convert(target, false);
    (converted.out, converted.left_out)
}

#[test]
fn her2_of_a_carcinoma_in_situ_is_not_written_as_the_cancers() {
    let report = "Left breast, core biopsy: ductal carcinoma in situ, high grade. No invasive carcinoma.\nHER2 by IHC: positive (3+).\n";
    for target in [Target::Fhir, Target::Csv, Target::Hl7v2, Target::Naaccr] {
        let (out, left_out) = left_out(report, target);
        assert!(
            left_out.contains(&("HER2 of a carcinoma in situ", 1)),
            "{target:?}: {left_out:?}"
        );
        let mut statuses = Vec::new();
        her2::read_each("back", out.as_bytes(), &mut |back| {
            statuses.push(back.decide(date(2026, 11, 22), None).timeline().status());
        });
        assert!(
            !statuses.contains(&Some(her2::Her2Status::Positive)),
            "{target:?}"
        );
    }
}

#[test]
fn a_result_of_an_earlier_specimen_is_not_written_as_the_current_one() {
    let report = "Left breast, core biopsy: invasive ductal carcinoma.\nHER2 by IHC: equivocal (2+). HER2 FISH: pending.\nPrior right breast biopsy 2015: HER2 by IHC positive (3+).\n";
    for target in [Target::Fhir, Target::Csv, Target::Hl7v2, Target::Naaccr] {
        let (out, left_out) = left_out(report, target);
        let names: Vec<_> = left_out.iter().map(|(name, _)| *name).collect();
        assert!(
            names.contains(&"HER2 of an earlier specimen"),
            "{target:?}: {left_out:?}"
        );
        her2::read_each("back", out.as_bytes(), &mut |back| {
            let status = back.decide(date(2026, 11, 22), None).timeline().status();
            assert!(status != Some(her2::Her2Status::Positive), "{target:?}");
        });
    }
}

#[test]
fn a_web_page_is_refused_and_not_read_as_words() {
    for page in [
        "<!DOCTYPE html><html><body>HER2 IHC: <td>3+</td></body></html>",
        "{\\rtf1 HER2 IHC: 3+}",
    ] {
        let reading = her2::read("page", page.as_bytes());
        assert!(!reading.is_readable());
        assert_eq!(reading.record().her2_results().count(), 0);
        assert_eq!(reading.record().problems[0].code, "marked-up");
    }
}
