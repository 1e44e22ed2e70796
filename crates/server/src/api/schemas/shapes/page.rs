//! A document as a tree of its sentences.

use super::cited::Span;
use super::shape;
use schemars::JsonSchema;

shape! {
    /// A document: the same tree in every form, each sentence with what it is about.
    Page = "page" {
        lang: String,
        title: String,
        lead: Vec<Sentence>,
        frame: Vec<Sentence>,
        sections: Vec<Section>,
        quotes: Vec<PageQuote>,
        sources: Vec<PageSource>,
        foot: Vec<Sentence>,
    }
}

shape! {
    Section = "section" {
        id: String,
        heading: String,
        blocks: Vec<Block>,
    }
}

shape! {
    /// Words of the record, by the number that sentences name.
    PageQuote = "page-quote" {
        number: u32,
        words: String,
        line: Option<u32>,
        span: Option<Span>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        path: Option<String>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    }
}

shape! {
    PageSource = "page-source" {
        number: u32,
        cites: Vec<String>,
        words: String,
        link: Option<String>,
        /// Words of another language among them.
        #[schemars(skip_serializing_if = "Option::is_none")]
        foreign: Option<Foreign>,
    }
}

shape! {
    Sentence = "sentence" {
        words: String,
        about: About,
        /// Numbers of quotes.
        quotes: Vec<u32>,
        /// Words of another language among them.
        #[schemars(skip_serializing_if = "Option::is_none")]
        foreign: Option<Foreign>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        sources: Option<Vec<u32>>,
        /// How sure a statement is; left out where it was checked in its source.
        #[schemars(skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
    }
}

shape! {
    /// Words of another language, as they stand in a sentence.
    Foreign = "foreign" {
        words: String,
        lang: String,
    }
}

/// What a sentence is about.
#[derive(JsonSchema)]
#[schemars(rename = "about", rename_all = "snake_case")]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum About {
    /// Facts of the record.
    Facts,
    /// Rows that decided.
    Finding(Vec<String>),
    /// What the record does not say.
    NotSaid(String),
    /// Something odd about the record.
    Problem(String),
    /// A statement of the knowledge.
    Knowledge(Knowledge),
    /// The frame of the page.
    Frame(String),
}

shape! {
    Knowledge = "about-knowledge" {
        page: String,
        cite: String,
    }
}

/// A part of a section.
#[derive(JsonSchema)]
#[schemars(
    rename = "block",
    tag = "kind",
    rename_all = "snake_case",
    deny_unknown_fields
)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Block {
    Paragraph {
        sentences: Vec<Sentence>,
    },
    Note {
        sentences: Vec<Sentence>,
    },
    Ask {
        sentences: Vec<Sentence>,
    },
    List {
        items: Vec<Vec<Sentence>>,
    },
    Facts {
        facts: Vec<Named>,
    },
    Heading {
        words: String,
    },
    Scale {
        description: Sentence,
        stops: Vec<Stop>,
    },
    Gauges {
        description: Sentence,
        gauges: Vec<Gauge>,
    },
    Trend {
        description: Sentence,
        points: Vec<Point>,
        bounds: Vec<Bound>,
    },
    Lanes {
        description: Sentence,
        lanes: Vec<Lane>,
        therapies: Vec<Bar>,
    },
    Map {
        description: Sentence,
        steps: Vec<MapStep>,
    },
    Table {
        caption: String,
        head: Vec<String>,
        rows: Vec<Vec<Sentence>>,
    },
    Grid {
        caption: String,
        head: Vec<String>,
        rows: Vec<Vec<Vec<Sentence>>>,
    },
}

shape! {
    Named = "named" {
        name: String,
        sentences: Vec<Sentence>,
    }
}

shape! {
    Stop = "stop" {
        label: String,
        here: bool,
    }
}

shape! {
    Gauge = "gauge" {
        label: String,
        value: String,
        cuts: Vec<String>,
    }
}

shape! {
    Point = "point" {
        day: String,
        value: String,
    }
}

shape! {
    Bound = "bound" {
        label: String,
        value: String,
    }
}

shape! {
    Lane = "lane" {
        name: String,
        samples: Vec<LaneSample>,
    }
}

shape! {
    /// A step of the way through care, and whether the reader is there.
    MapStep = "map-step" {
        step: String,
        label: String,
        part: Option<String>,
        state: String,
    }
}

shape! {
    LaneSample = "lane-sample" {
        number: u32,
        day: Option<String>,
        /// `negative`, `positive` or `open`.
        result: String,
        current: bool,
    }
}

shape! {
    Bar = "bar" {
        name: String,
        from: String,
        until: Option<String>,
    }
}
