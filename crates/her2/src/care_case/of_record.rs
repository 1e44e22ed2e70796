//! What a record says of care. A size is no category, and what is not written is not known.

use her2_case::{
    BrainMetastases, CareCase, Fact, HrStatus, Known, MCategory, MetastaticSite, Presence,
    Question, ReceptorStatus, Record, Setting, Term, TermSet, Timing, TnmPrefix,
};
use her2_pathway::staging::{after_treatment, m_category, n_category, t_category};
use her2_pathway::timeline::Timeline;

/// The care case of a record.
pub(super) fn case(record: &Record) -> CareCase {
    let mut case = CareCase::default();
    spread(record, &mut case);
    categories(record, &mut case);
    receptors(record, &mut case);
    super::of_tumor::add(record, &mut case);
    if let Some(grade) = &record.tumor.grade {
        case.answer(Question::Grade, grade.with(Known::term(grade.value)));
    }
    case
}

/// A distant metastasis, as a category or as the tissue that was taken. Skin and chest wall may belong to the breast.
fn spread(record: &Record, case: &mut CareCase) {
    let tumor = &record.tumor;
    if let Some(m) = &tumor.m {
        add(case, m, m_category(&m.value));
    }
    if let Some(site) = &tumor.metastatic_site {
        if site.value != MetastaticSite::Skin {
            let metastatic = site.with(Known::term(Setting::Metastatic));
            case.answer(Question::Setting, metastatic);
        }
        if site.value == MetastaticSite::Brain {
            let some: TermSet<_> = (BrainMetastases::ALL.iter().copied())
                .filter(|of| *of != BrainMetastases::None)
                .collect();
            add(case, site, some);
        }
    }
}

/// T and N belong to the time before systemic therapy; those after it are a response.
fn categories(record: &Record, case: &mut CareCase) {
    let tumor = &record.tumor;
    let (t, n) = (&tumor.t, &tumor.n);
    let prefix = tumor.tnm_prefix.as_ref();
    let of = |wanted| prefix.filter(|prefix| prefix.value == wanted);
    let treated = (tumor.treatment_effect.as_ref()).filter(|seen| seen.value == Presence::Present);
    let after = (of(TnmPrefix::AfterTreatment).map(|prefix| prefix.with(())))
        .or_else(|| treated.map(|seen| seen.with(())));
    let metastatic = case.term::<Setting>() == Some(Setting::Metastatic)
        || case.term::<MCategory>() == Some(MCategory::M1);
    let Some(after) = after else {
        if let Some(t) = t {
            add(case, t, t_category(&t.value));
        }
        if let Some(n) = n {
            add(case, n, n_category(&n.value));
        }
        if let (Some(prefix), Some(_), false) = (of(TnmPrefix::Pathological), t, metastatic) {
            let surgery = prefix.with(Known::term(Timing::AfterSurgery));
            case.answer(Question::Timing, surgery);
        }
        return;
    };
    if !metastatic {
        let after = after.with(Known::term(Timing::AfterNeoadjuvant));
        case.answer(Question::Timing, after);
    }
    let text = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    let found = after_treatment(text(t).as_deref(), text(n).as_deref());
    let origin = t.as_ref().or(n.as_ref()).map(|fact| fact.with(()));
    if let (Some(response), Some(origin)) = (found.response, origin) {
        case.answer(Question::Response, origin.with(Known::term(response)));
    }
    if let (Some(positive), Some(n)) = (found.nodes_positive, n) {
        case.answer(
            Question::NodesPositiveAfter,
            n.with(Known::yes_no(positive)),
        );
    }
}

/// Hormone receptors of the other records, where the one that documents are about says nothing of them and all others agree.
pub(super) fn receptors_of_others(records: &[Record], timeline: &Timeline, case: &mut CareCase) {
    if case.answered(Question::HrStatus).is_some() {
        return;
    }
    let others = records.iter().enumerate();
    let others = others.filter(|(at, _)| *at != timeline.main);
    let mut told = others.filter_map(|(_, record)| {
        let mut of = CareCase::default();
        receptors(record, &mut of);
        of.answered(Question::HrStatus).copied()
    });
    if let Some(first) = told.next()
        && told.all(|other| other.value == first.value)
    {
        case.answer(Question::HrStatus, first);
    }
}

/// Positive if either receptor is, negative only if both are.
fn receptors(record: &Record, case: &mut CareCase) {
    let positive = |status| {
        matches!(
            status,
            ReceptorStatus::Positive | ReceptorStatus::LowPositive
        )
    };
    let both = [record.er.as_ref(), record.pr.as_ref()];
    let known = both.into_iter().flatten();
    let found = known.clone().find(|result| positive(result.status));
    let negative = both
        .iter()
        .all(|result| result.is_some_and(|result| result.status == ReceptorStatus::Negative));
    let (result, status) = match (found, known.clone().next()) {
        (Some(result), _) => (result, HrStatus::Positive),
        (None, Some(result)) if negative => (result, HrStatus::Negative),
        _ => return,
    };
    let fact = Fact::new(Known::term(status), result.origin);
    case.answer(Question::HrStatus, fact);
}

fn add<T: Term, U>(case: &mut CareCase, fact: &Fact<U>, terms: TermSet<T>) {
    if !terms.is_empty() {
        case.answer(T::QUESTION, fact.with(Known::terms(terms)));
    }
}
