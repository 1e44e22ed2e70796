//! `monitor`: what is watched, and when.

use super::shape;

shape! {
    /// What is watched under medicines, when, and what the measured heart asks for on the day.
    Monitor = "monitor" {
        as_of: String,
        setting: Option<String>,
        start: Option<String>,
        end: Option<String>,
        lvef: Measured,
        together: Option<Vec<String>>,
        held_since: Option<String>,
        resume: Option<Vec<String>>,
        overdue: Vec<Overdue>,
        next_lvef: Option<NextLvef>,
        medicines: Vec<Medicine>,
        items: Vec<Item>,
        appointments: Vec<Appointment>,
        asks: Vec<String>,
        knowledge: String,
        /// The language of the words, where they were not yet reviewed by a clinician.
        #[schemars(skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        /// That they were not.
        #[schemars(skip_serializing_if = "Option::is_none")]
        notice: Option<String>,
    }
}

shape! {
    Measured = "measured-heart" {
        before: Option<Reading>,
        newest: Option<Reading>,
        on_file: Option<String>,
        after_the_day: Vec<String>,
        drop: Option<String>,
        below_limit: Option<bool>,
    }
}

shape! {
    Reading = "heart-reading" {
        date: String,
        percent: String,
    }
}

shape! {
    NextLvef = "next-lvef" {
        date: String,
        medicine: String,
        phase: String,
        page: String,
        mark: String,
        cite: String,
    }
}

shape! {
    Medicine = "watched-medicine" {
        name: String,
        class: String,
        asks_for: Option<Vec<String>>,
        with_partners: Option<Vec<String>>,
        depends_on: Vec<String>,
        held_since: Option<String>,
        rules: Vec<Rule>,
        start: Vec<Rule>,
        resume: Vec<Rule>,
        doses: Vec<Rule>,
        heart_failure: Vec<HeartFailure>,
        contraception: Vec<Window>,
        pages: Vec<String>,
    }
}

shape! {
    /// What a table gives; of a rule that belongs to a partner, or that nobody has verified, the page alone.
    Rule = "heart-rule" {
        page: String,
        /// `table`, `of-partner` or `unverified`.
        kind: String,
        #[schemars(skip_serializing_if = "Option::is_none")]
        answers: Option<Vec<String>>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        rows: Option<Vec<String>>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        cites: Option<Vec<String>>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        asks: Option<Vec<String>>,
    }
}

shape! {
    HeartFailure = "heart-failure" {
        action: String,
        present: Option<bool>,
        page: String,
        mark: String,
        cite: String,
    }
}

shape! {
    Window = "contraception-window" {
        who: String,
        months: Option<u32>,
        weeks: Option<u32>,
        until: Option<String>,
        mark: String,
        cite: String,
    }
}

shape! {
    Item = "watch-item" {
        medicine: String,
        test: String,
        phase: String,
        by: String,
        page: String,
        series: Option<Series>,
        note: Option<String>,
        mark: String,
        cite: String,
    }
}

shape! {
    Appointment = "appointment" {
        medicine: String,
        medicines: Vec<String>,
        test: String,
        phase: String,
        by: String,
        page: String,
        series: Option<Series>,
        note: Option<String>,
        mark: String,
        cite: String,
    }
}

shape! {
    Series = "series" {
        first: String,
        unit: String,
        every: u32,
        days: Vec<String>,
        goes_on: bool,
    }
}

shape! {
    Overdue = "overdue" {
        medicine: String,
        test: String,
        phase: String,
        page: String,
        first: String,
        more: u32,
        days: Vec<String>,
        note: Option<String>,
        mark: String,
        cite: String,
    }
}
