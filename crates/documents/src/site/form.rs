//! Fields of forms: each with its label, what it wants, and what is wrong with it.

use super::Frame;
use maud::{Markup, html};

/// A choice: the value that is sent, and its words.
pub(super) type Choice = (String, String);

/// One field.
#[derive(Clone, Copy, Default)]
pub(super) struct Input<'a> {
    pub name: &'a str,
    pub id: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    pub wrong: Option<&'a str>,
    /// The form it belongs to, if it does not stand in it.
    pub form: Option<&'a str>,
}

impl Input<'_> {
    fn described(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.id));
        let wrong = self.wrong.map(|_| format!("{}-wrong", self.id));
        let both: Vec<String> = hint.into_iter().chain(wrong).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    fn around(&self, control: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.id) { (self.label) }
                @if let Some(hint) = self.hint { p.hint #{(self.id) "-hint"} { (hint) } }
                @if let Some(wrong) = self.wrong { p.wrong #{(self.id) "-wrong"} { (wrong) } }
                (control)
            }
        }
    }

    /// A line of text; `mode` is the keyboard that fits.
    pub fn line(&self, mode: Option<&str>) -> Markup {
        let invalid = self.wrong.map(|_| "true");
        self.around(&html! {
            input #(self.id) type="text" name=(self.name) value=(self.value) inputmode=[mode] autocomplete="off"
                form=[self.form] aria-describedby=[self.described()] aria-invalid=[invalid];
        })
    }

    /// A day.
    pub fn day(&self) -> Markup {
        let invalid = self.wrong.map(|_| "true");
        self.around(&html! {
            input #(self.id) type="date" name=(self.name) value=(self.value) form=[self.form]
                aria-describedby=[self.described()] aria-invalid=[invalid];
        })
    }

    /// One of some choices, or none.
    pub fn choice(&self, none: &str, choices: &[Choice]) -> Markup {
        let invalid = self.wrong.map(|_| "true");
        self.around(&html! {
            select #(self.id) name=(self.name) form=[self.form] aria-describedby=[self.described()] aria-invalid=[invalid] {
                option value="" { (none) }
                @for (value, words) in choices {
                    option value=(value) selected[value == self.value] { (words) }
                }
            }
        })
    }
}

/// The fields that add more sources to a form.
pub(super) fn sources(frame: &Frame<'_>, form: Option<&str>, text: &str, wrong: bool) -> Markup {
    let invalid = wrong.then_some("true");
    let described = wrong.then_some("trouble");
    html! {
        div.field {
            label for="report" { (frame.say("site-home-paste")) }
            p.hint #report-hint { (frame.say("site-home-paste-hint")) }
            textarea #report name="text" rows="9" spellcheck="false" autocomplete="off" form=[form] aria-invalid=[invalid]
                aria-describedby={"report-hint " (described.unwrap_or_default())} { (text) }
        }
        div.field.files {
            label for="files" { (frame.say("site-home-files")) }
            p.hint #files-hint { (frame.say("site-home-files-hint")) }
            input #files type="file" name="file" multiple form=[form] aria-describedby="files-hint"
                accept=".txt,.pdf,.json,.ndjson,.jsonl,.hl7,.xml,.csv,.tsv,.gz,text/plain,application/pdf";
            p.hint.needs-script hidden { (frame.say("site-home-drop")) }
        }
    }
}
