//! The closed terms that a head of monitoring uses, and its citations: each is one that is known.

use super::Head;
use her2_case::{
    Contact, LvefAction, Mark, MedicineClass, MonitoredTest, MonitoringPhase, MonitoringTopic,
    Setting, Term, Urgency,
};
use her2_pages::compile::{Cite, Document, Faults, Sources, nearest};
use toml::Spanned;

/// The citations of the parts of a page, in their order.
pub struct Known {
    /// Of what heart failure asks for.
    pub heart_failure: Option<Cite>,
    /// Of the schedules.
    pub schedules: Vec<Cite>,
    /// Of the statements.
    pub statements: Vec<Cite>,
    /// Of the calls.
    pub calls: Vec<Cite>,
    /// Of the schemes.
    pub schemes: Vec<Cite>,
}

/// Checks every term and citation of a head.
pub fn check(
    document: &Document,
    head: &Head,
    sources: &Sources,
    faults: &mut Faults,
) -> Option<Known> {
    let mut look = Look {
        document,
        sources,
        faults,
    };
    look.term::<MonitoringTopic>(&head.topic);
    for class in &head.classes {
        look.term::<MedicineClass>(class);
    }
    let settings = head.setting.iter();
    let settings = settings.chain(
        head.schedule
            .iter()
            .filter_map(|part| part.setting.as_ref()),
    );
    let settings = settings.chain(
        head.statement
            .iter()
            .filter_map(|part| part.setting.as_ref()),
    );
    for setting in settings {
        look.term::<Setting>(setting);
    }
    for entry in &head.schedule {
        look.term::<MonitoredTest>(&entry.test);
        look.term::<MonitoringPhase>(&entry.phase);
        look.term::<Mark>(&entry.mark);
    }
    for statement in &head.statement {
        look.term::<Mark>(&statement.mark);
    }
    for call in &head.call {
        look.term::<Contact>(&call.contact);
        look.term::<Urgency>(&call.urgency);
        look.term::<Mark>(&call.mark);
    }
    for scheme in &head.scheme {
        look.term::<Mark>(&scheme.mark);
    }
    if let Some(failure) = &head.heart_failure {
        look.term::<LvefAction>(&failure.action);
        look.term::<Mark>(&failure.mark);
    }
    let heart_failure = head.heart_failure.as_ref();
    let heart_failure = look.cites(heart_failure.map(|failure| &failure.cite));
    let schedules = look.cites(head.schedule.iter().map(|part| &part.cite));
    let statements = look.cites(head.statement.iter().map(|part| &part.cite));
    let calls = look.cites(head.call.iter().map(|part| &part.cite));
    let schemes = look.cites(head.scheme.iter().map(|part| &part.cite));
    Some(Known {
        heart_failure: heart_failure?.into_iter().next(),
        schedules: schedules?,
        statements: statements?,
        calls: calls?,
        schemes: schemes?,
    })
}

struct Look<'a> {
    document: &'a Document,
    sources: &'a Sources,
    faults: &'a mut Faults,
}

impl Look<'_> {
    fn term<T: Term>(&mut self, name: &Spanned<String>) {
        if T::from_name(name.get_ref()).is_some() {
            return;
        }
        let question = T::QUESTION.name();
        let near = nearest(name.get_ref(), T::ALL.iter().map(|term| term.name()));
        let hint = near
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_default();
        let message = format!("`{}` is no {question}{hint}", name.get_ref());
        self.faults.add(self.document.line_of(name), message);
    }

    /// All of them; none, and a fault each, if some are not known.
    fn cites<'b>(
        &mut self,
        cites: impl IntoIterator<Item = &'b Spanned<String>>,
    ) -> Option<Vec<Cite>> {
        let mut found = Some(Vec::new());
        for cite in cites {
            match self.sources.resolve(cite.get_ref()) {
                Ok(resolved) => {
                    if let Some(found) = &mut found {
                        found.push(resolved);
                    }
                }
                Err(why) => {
                    self.faults.add(self.document.line_of(cite), why);
                    found = None;
                }
            }
        }
        found
    }
}
