//! The short form for those who have only the numbers.

use super::Frame;
use super::form::{Choice, Input};
use maud::{Markup, html};

/// A field of the short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Whether the cancer is invasive.
    Invasive,
    /// The score of immunohistochemistry.
    Ihc,
    /// Percent of cells that stain.
    Percent,
    /// The laboratory's own word.
    Word,
    /// The ratio of HER2 to CEP17.
    Ratio,
    /// Mean HER2 copies.
    Her2,
    /// Mean CEP17 copies.
    Cep17,
    /// Cells counted.
    Cells,
    /// The day of the report.
    Date,
    /// The oestrogen receptor.
    Er,
    /// The progesterone receptor.
    Pr,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Invasive,
        Self::Ihc,
        Self::Percent,
        Self::Word,
        Self::Ratio,
        Self::Her2,
        Self::Cep17,
        Self::Cells,
        Self::Date,
        Self::Er,
        Self::Pr,
    ];

    /// Its name in the form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invasive => "invasive",
            Self::Ihc => "ihc",
            Self::Percent => "percent",
            Self::Word => "word",
            Self::Ratio => "ratio",
            Self::Her2 => "her2",
            Self::Cep17 => "cep17",
            Self::Cells => "cells",
            Self::Date => "date",
            Self::Er => "er",
            Self::Pr => "pr",
        }
    }

    /// The terms that may be chosen; none where something is typed.
    pub fn terms(self) -> &'static [&'static str] {
        match self {
            Self::Invasive => &["yes", "no"],
            Self::Ihc => &["0", "0+", "0/1+", "1+", "2+", "3+"],
            Self::Word => &["positive", "negative", "equivocal"],
            Self::Er | Self::Pr => &["positive", "negative"],
            _ => &[],
        }
    }
}

/// What was filled in, and what is wrong with it.
#[derive(Clone, Default)]
pub struct NumbersForm {
    /// What was typed or chosen.
    pub given: Vec<(Field, String)>,
    /// Fields that could not be read, with the kind of value they want: `number`, `percent`, `cells`, `date`, `term`.
    pub wrong: Vec<(Field, &'static str)>,
    /// Whether nothing of HER2 was filled in.
    pub empty: bool,
}

impl NumbersForm {
    /// What is in a field.
    pub fn value(&self, field: Field) -> &str {
        let mut found = self.given.iter().filter(|(of, _)| *of == field);
        found.next().map_or("", |(_, value)| value.trim())
    }
}

/// The form.
pub fn numbers(frame: &Frame<'_>, form: &NumbersForm) -> String {
    let title = frame.say("site-numbers-title");
    let group = |heading: &str, fields: &[Field]| -> Markup {
        html! {
            fieldset {
                legend { (frame.say(heading)) }
                div.row { @for field in fields { (one(frame, form, *field)) } }
            }
        }
    };
    let main = html! {
        header.hello {
            h1 { (title) }
            p.lead { (frame.say("site-numbers-lead")) }
        }
        (errors(frame, form))
        form.give.card method="post" action=(frame.link("/numbers")) enctype="multipart/form-data" {
            (one(frame, form, Field::Invasive))
            (group("site-numbers-protein", &[Field::Ihc, Field::Percent]))
            (group("site-numbers-gene", &[Field::Ratio, Field::Her2, Field::Cep17, Field::Cells]))
            (group("site-numbers-other", &[Field::Word, Field::Date, Field::Er, Field::Pr]))
            div.buttons { button.primary type="submit" { (frame.say("site-numbers-explain")) } }
        }
    };
    let troubled = form.empty || !form.wrong.is_empty();
    frame.page(&frame.troubled(&title, troubled), &main)
}

fn label(frame: &Frame<'_>, field: Field) -> String {
    frame.say(&format!("site-numbers-{}", field.name()))
}

fn wrong(frame: &Frame<'_>, form: &NumbersForm, field: Field) -> Option<String> {
    let mut wrong = form.wrong.iter().filter(|(of, _)| *of == field);
    let (_, kind) = wrong.next()?;
    Some(frame.of(
        &format!("site-trouble-{kind}"),
        "field",
        &label(frame, field),
    ))
}

fn errors(frame: &Frame<'_>, form: &NumbersForm) -> Markup {
    html! {
        @if form.empty || !form.wrong.is_empty() {
            div.trouble #trouble role="alert" aria-labelledby="trouble-title" tabindex="-1" {
                h2 #trouble-title { (frame.say("site-trouble-title")) }
                ul {
                    @if form.empty { li { a href="#n-ihc" { (frame.say("site-trouble-numbers-empty")) } } }
                    @for (field, _) in &form.wrong {
                        li { a href={"#n-" (field.name())} { (wrong(frame, form, *field).unwrap_or_default()) } }
                    }
                }
            }
        }
    }
}

fn one(frame: &Frame<'_>, form: &NumbersForm, field: Field) -> Markup {
    let id = format!("n-{}", field.name());
    let (label, wrong) = (label(frame, field), wrong(frame, form, field));
    let hint = match field {
        Field::Invasive => Some(frame.say("site-numbers-invasive-hint")),
        Field::Ratio | Field::Her2 | Field::Cep17 => Some(frame.say("site-numbers-number-hint")),
        _ => None,
    };
    let input = Input {
        name: field.name(),
        id: &id,
        label: &label,
        hint: hint.as_deref(),
        value: form.value(field),
        wrong: wrong.as_deref(),
        form: None,
    };
    let words = |term: &&str| -> Choice {
        let key = format!("site-numbers-{term}");
        let words = frame.words.get(&key, &[]);
        (
            (*term).to_owned(),
            words.unwrap_or_else(|| (*term).to_owned()),
        )
    };
    let choices: Vec<Choice> = field.terms().iter().map(words).collect();
    match field {
        Field::Date => input.day(),
        Field::Invasive => input.choice(&frame.say("site-numbers-unknown"), &choices),
        _ if !choices.is_empty() => input.choice(&frame.say("site-numbers-empty"), &choices),
        Field::Cells => input.line(Some("numeric")),
        _ => input.line(Some("decimal")),
    }
}
