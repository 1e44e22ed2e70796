//! The knowledge at a glance: how much there is, what is overdue, what nobody has verified yet, what nobody asks.

use crate::tidy::tree::Tree;
use her2_case::Term;
use her2_knowledge::PageKind;
use jiff::civil::Date;
use std::fmt::Write;
use std::path::Path;

/// Questions that no record answers yet: their pages are for people who read them, and for programs that ask by name.
const FOR_PEOPLE: [&str; 1] = ["ish-quality"];

/// What the knowledge amounts to, and what is to be done about it on this day.
pub fn summary(root: &Path, today: Date) -> String {
    let mut out = String::new();
    let of_kind = |kind| {
        let pages = her2_knowledge::pages().iter();
        pages.filter(|page| page.kind == kind).count()
    };
    let rows = her2_knowledge::tables_data().map(|(table, _)| table.rows().len());
    let by_project = her2_knowledge::tables_data()
        .flat_map(|(table, _)| table.rows())
        .filter(|row| row.is_project_rule());
    let mut line = |what: &str, count: usize| {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{what:<44}{count:>7}");
    };
    line("editions", of_kind(PageKind::Edition));
    line("pages with a question", of_kind(PageKind::Question));
    line("diagnostics", of_kind(PageKind::Diagnostic));
    line("medicines", of_kind(PageKind::Drug));
    line("regimens", of_kind(PageKind::Regimen));
    line("trials", of_kind(PageKind::Evidence));
    line("sources besides editions", of_kind(PageKind::Source));
    line("tables of options", her2_knowledge::care_tables().len());
    line("tables", her2_knowledge::tables_data().count());
    line("rows", rows.sum());
    line("rows that are rules of this project", by_project.count());
    line("combinations of bands, each with one row", combinations());
    for (what, list) in [
        ("not compared with the source for 12 months", stale(today)),
        ("facts to verify", facts_to_verify()),
        (
            "sentences that say they are to be verified",
            to_verify(root),
        ),
        ("asked by nobody", orphans(root)),
        ("sources cited by nobody", uncited()),
    ] {
        let _ = writeln!(out, "{what:<44}{:>7}", list.len());
        for one in list {
            let _ = writeln!(out, "  {one}");
        }
    }
    let _ = writeln!(out, "knowledge {}", her2_knowledge::version());
    out
}

fn combinations() -> usize {
    her2_knowledge::tables_data()
        .filter(|(_, options)| !options)
        .map(|(table, _)| {
            let bands = table.unknown();
            let columns = 0..table.columns().len();
            columns
                .map(|column| bands.column(column).count_ones() as usize)
                .product::<usize>()
        })
        .sum()
}

/// Pages that are overdue on this day.
pub fn stale(day: Date) -> Vec<String> {
    her2_knowledge::stale(day)
        .map(|page| format!("{} (checked {})", page.id, page.checked))
        .collect()
}

/// Statements that are marked as not confirmed in their primary source.
fn facts_to_verify() -> Vec<String> {
    let facts = her2_knowledge::to_verify().into_iter();
    let told = facts.map(|fact| format!("{} ({}): {}", fact.place, fact.mark.name(), fact.what));
    told.collect()
}

/// Sources that no page cites.
fn uncited() -> Vec<String> {
    let citations = her2_knowledge::citations();
    let cited = |id: &str| citations.iter().any(|(_, cite)| cite.edition == id);
    let sources = her2_knowledge::sources().iter().map(|source| source.id);
    let uncited = sources.filter(|id| !cited(id));
    uncited.map(|id| format!("sources/{id}")).collect()
}

/// Places in the pages that say of themselves that they are not verified.
fn to_verify(root: &Path) -> Vec<String> {
    let tree = Tree::read(root);
    let mut places = Vec::new();
    for file in tree
        .ending(".md")
        .filter(|file| file.path.starts_with("knowledge/"))
    {
        for (index, line) in file.text.lines().enumerate() {
            let says = line.to_lowercase();
            if ["to verify", "to be verified", "not yet compared"]
                .iter()
                .any(|words| says.contains(words))
            {
                places.push(format!("{}:{}", file.path, index + 1));
            }
        }
    }
    places
}

/// Tables that no code asks, besides tables of options, which are asked all together: by the name of the static, or by the page's id or its question.
pub fn orphans(root: &Path) -> Vec<String> {
    let tree = Tree::read(root);
    let code: Vec<&str> = tree
        .ending(".rs")
        .filter(|file| file.path.starts_with("crates/") || file.path.starts_with("knowledge/src/"))
        .map(|file| file.text.as_str())
        .collect();
    let asked = |page: &str| {
        let name = page.to_uppercase().replace(['-', '/', '.'], "_");
        let question = page.rsplit('/').next().unwrap_or(page);
        if FOR_PEOPLE.contains(&question) {
            return true;
        }
        let ways = [name, format!("{question}\""), question.replace('-', "_")];
        ways.iter()
            .any(|way| code.iter().any(|text| text.contains(way.as_str())))
    };
    her2_knowledge::tables_data()
        .map(|(table, _)| table.page())
        .filter(|page| {
            !["diagnostics/", "monitoring/"]
                .iter()
                .any(|of| page.starts_with(of))
                && her2_knowledge::care_table(page).is_none()
        })
        .filter(|page| !asked(page))
        .map(ToOwned::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn k5_every_page_is_asked_by_somebody() {
        assert_eq!(orphans(&crate::root()), Vec::<String>::new());
    }

    #[test]
    fn k7_a_page_last_checked_more_than_twelve_months_ago_says_so() {
        let checked = her2_knowledge::pages().iter().map(|page| page.checked);
        let (first, last) = (checked.clone().min().unwrap(), checked.max().unwrap());
        assert_eq!(stale(first), Vec::<String>::new());
        let in_two_years = date(last.year() + 2, 1, 1);
        assert_eq!(stale(in_two_years).len(), her2_knowledge::pages().len());
        assert!(summary(&crate::root(), in_two_years).contains("(checked 20"));
    }

    #[test]
    fn facts_to_verify_are_listed_one_by_one_and_counted_in_what_ci_prints() {
        let summary = summary(&crate::root(), date(2026, 11, 22));
        let facts = her2_knowledge::to_verify();
        let counted = summary
            .lines()
            .find(|line| line.starts_with("facts to verify"));
        let counted = counted.and_then(|line| line.split_whitespace().last());
        assert_eq!(counted, Some(facts.len().to_string().as_str()));
        for fact in facts {
            let place = format!("  {} ({})", fact.place, fact.mark.name());
            assert!(
                summary.lines().any(|line| line.starts_with(&place)),
                "{place}"
            );
        }
        let ci = std::fs::read_to_string(crate::root().join(".ci/run")).unwrap();
        assert!(ci.contains("xtask -- check") && ci.contains("step knowledge knowledge"));
    }

    #[test]
    fn the_summary_counts_what_there_is() {
        let summary = summary(&crate::root(), date(2026, 11, 22));
        for line in ["editions", "rows", "facts to verify", "knowledge "] {
            assert!(summary.lines().any(|told| told.starts_with(line)), "{line}");
        }
    }
}
