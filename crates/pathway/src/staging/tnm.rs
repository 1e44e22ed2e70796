//! Categories as they are written, for example `T1c(m)` or `N1mi(sn)`, as terms.

use her2_case::{MCategory, NCategory, Response, TCategory, Term, TermSet};

/// The T categories that a text can mean, without its prefix; none if it says nothing (`TX`).
pub fn t_category(text: &str) -> TermSet<TCategory> {
    let text = bare(text);
    let is = |wanted: &str| text.eq_ignore_ascii_case(wanted);
    let all = |terms: &[TCategory]| terms.iter().copied().collect();
    if is("T1") {
        return all(&[
            TCategory::T1mi,
            TCategory::T1a,
            TCategory::T1b,
            TCategory::T1c,
        ]);
    }
    if is("T4") {
        return all(&[TCategory::T4, TCategory::T4d]);
    }
    if ["T4a", "T4b", "T4c"].into_iter().any(is) {
        return all(&[TCategory::T4]);
    }
    exact(text)
}

/// The N categories that a text can mean; isolated tumour cells alone are no nodal disease.
pub fn n_category(text: &str) -> TermSet<NCategory> {
    let text = bare(text);
    let short = text.get(..2).unwrap_or(text);
    match exact(text) {
        found if !found.is_empty() => found,
        _ => exact(short),
    }
}

/// The M categories that a text can mean.
pub fn m_category(text: &str) -> TermSet<MCategory> {
    exact(bare(text))
}

/// What the categories after treatment say of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AfterTreatment {
    /// What was left in the breast and the nodes, if both are stated.
    pub response: Option<Response>,
    /// Whether nodes held cancer.
    pub nodes_positive: Option<bool>,
}

/// Reads the categories of surgery after systemic therapy. Isolated tumour cells are neither free nodes nor nodal disease here: they are left open.
pub fn after_treatment(t: Option<&str>, n: Option<&str>) -> AfterTreatment {
    let isolated = n.is_some_and(|n| n.contains("i+") || n.contains("I+"));
    let nodes = n.map_or(TermSet::EMPTY, n_category).single();
    let nodes_positive = nodes
        .map(|nodes| nodes != NCategory::N0)
        .filter(|positive| *positive || !isolated);
    let breast = t.map_or(TermSet::EMPTY, t_category);
    let invasive = |term: TCategory| !matches!(term, TCategory::T0 | TCategory::Tis);
    let response = match breast.single() {
        _ if nodes_positive == Some(true) => Some(Response::ResidualInvasive),
        _ if !breast.is_empty() && breast.iter().all(invasive) => Some(Response::ResidualInvasive),
        Some(TCategory::T0) if nodes_positive == Some(false) => Some(Response::Complete),
        Some(TCategory::Tis) if nodes_positive == Some(false) => Some(Response::DcisOnly),
        _ => None,
    };
    AfterTreatment {
        response,
        nodes_positive,
    }
}

/// The text without spaces at its ends and without what stands in brackets behind it.
fn bare(text: &str) -> &str {
    text.split('(').next().unwrap_or_default().trim()
}

fn exact<T: Term>(text: &str) -> TermSet<T> {
    let mut terms = T::ALL.iter().copied();
    let found = terms.find(|term| term.name().eq_ignore_ascii_case(text));
    found.map_or(TermSet::EMPTY, TermSet::only)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn t(text: &str) -> Vec<&'static str> {
        t_category(text).iter().map(Term::name).collect()
    }

    fn n(text: &str) -> Vec<&'static str> {
        n_category(text).iter().map(Term::name).collect()
    }

    #[test]
    fn a_category_is_what_is_written_and_never_more() {
        assert_eq!(t("T1c(m)"), ["T1c"]);
        assert_eq!(t("T1"), ["T1mi", "T1a", "T1b", "T1c"]);
        assert_eq!(t("Tis (DCIS)"), ["Tis"]);
        assert_eq!(t("T4b"), ["T4"]);
        assert_eq!(t("T4d"), ["T4d"]);
        assert_eq!(t("T4"), ["T4", "T4d"]);
        assert!(t("TX").is_empty());
        assert!(t("").is_empty());
        assert_eq!(n("N1(sn)"), ["N1"]);
        assert_eq!(n("N1mi(sn)"), ["N1mi"]);
        assert_eq!(n("N1a"), ["N1"]);
        assert_eq!(n("N3b"), ["N3"]);
        assert_eq!(n("N0(i+)"), ["N0"]);
        assert!(n("NX").is_empty());
        assert_eq!(m_category("M0(i+)").single(), Some(MCategory::M0));
    }

    #[test]
    fn the_response_follows_from_both_categories_after_treatment() {
        let response = |t, n| after_treatment(Some(t), Some(n)).response;
        assert_eq!(response("T0", "N0"), Some(Response::Complete));
        assert_eq!(response("Tis", "N0"), Some(Response::DcisOnly));
        assert_eq!(response("T0", "N1mi"), Some(Response::ResidualInvasive));
        assert_eq!(response("Tis", "N1a"), Some(Response::ResidualInvasive));
        assert_eq!(response("T1mi", "N0"), Some(Response::ResidualInvasive));
        assert_eq!(response("T1", "NX"), Some(Response::ResidualInvasive));
        assert_eq!(response("T0", "N0(i+)"), None);
        assert_eq!(response("T0", "NX"), None);
        assert_eq!(response("TX", "N0"), None);
        assert_eq!(after_treatment(None, None).nodes_positive, None);
        assert_eq!(
            after_treatment(Some("T0"), Some("N0(i+)")).nodes_positive,
            None
        );
    }
}
