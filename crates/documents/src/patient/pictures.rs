//! What the pictures show of a result.

use crate::picture::{Gauge, Gauges, Scale, Stop, Zone};
use crate::sentence::About;
use crate::told::{Story, Tested};
use crate::writer::{Writer, text};
use her2_case::{
    Amount, Decimal, Fact, Her2Category, IhcScore, IshEvidence, Probe, ScoreReading, Stain,
};

/// The steps of the scale, with the message that names each.
const STEPS: [(&str, Zone); 5] = [
    ("scale-zero", Zone::Negative),
    ("scale-ultralow", Zone::Negative),
    ("scale-one", Zone::Negative),
    ("scale-two", Zone::SecondTest),
    ("scale-three", Zone::Positive),
];

pub(super) fn scale(writer: &mut Writer<'_>, tested: &Tested) -> Scale {
    let score = tested.evidence.ihc.and_then(|ihc| ihc.score);
    let stain = tested.evidence.ihc.and_then(|ihc| ihc.stain);
    let here = score.map_or([false; 5], |fact| {
        places(
            fact.value,
            tested.decided.category,
            stain.map(|stain| stain.value),
        )
    });
    let stops: Vec<Stop> = STEPS
        .iter()
        .zip(here)
        .map(|((name, zone), here)| Stop {
            label: writer.message(name, &[]),
            zone: *zone,
            here,
        })
        .collect();
    let about = score.map_or(About::Frame("scale-title"), |fact| About::fact(fact.origin));
    let marked: Vec<&str> = stops
        .iter()
        .filter(|stop| stop.here)
        .map(|stop| stop.label.as_str())
        .collect();
    let place = marked.split_first().map(|(first, rest)| {
        rest.iter().fold((*first).to_owned(), |all, next| {
            writer.message("scale-or", &[text("first", &all), text("second", next)])
        })
    });
    let marked_words = match (&place, marked.len()) {
        (Some(place), 1) => writer.message("scale-marked-one", &[text("place", place)]),
        (Some(place), _) => writer.message("scale-marked-some", &[text("place", place)]),
        (None, _) => writer.message("scale-marked-none", &[]),
    };
    let said = writer.message("scale-said", &[]).replace('\n', " ");
    let description = writer.literal(format!("{said} {marked_words}"), &about);
    let zones = [
        (Zone::Negative, "scale-negative"),
        (Zone::SecondTest, "scale-second-test"),
        (Zone::Positive, "scale-positive"),
    ]
    .map(|(zone, name)| (zone, writer.message(name, &[])))
    .to_vec();
    Scale {
        title: writer.label("scale-title"),
        description,
        here: writer.message("scale-here", &[]),
        stops,
        zones,
    }
}

/// On which steps a score stands: a zero without detail may be either of the first two.
fn places(score: ScoreReading, category: Option<Her2Category>, stain: Option<Stain>) -> [bool; 5] {
    let (first, last) = match (category, stain) {
        (Some(Her2Category::Null), _) | (_, Some(Stain::None)) => (0, 0),
        (Some(Her2Category::Ultralow), _) => (1, 1),
        _ => (lowest(score.low), highest(score.high)),
    };
    std::array::from_fn(|step| (first..=last).contains(&step))
}

fn lowest(score: IhcScore) -> usize {
    match score {
        IhcScore::Zero => 0,
        IhcScore::One => 2,
        IhcScore::Two => 3,
        IhcScore::Three => 4,
    }
}

fn highest(score: IhcScore) -> usize {
    match score {
        IhcScore::Zero => 1,
        other => lowest(other),
    }
}

/// The name of a counted number, the number, and where the rules draw a line.
type Counted<'a> = (&'static str, Option<Fact<Amount>>, &'a [Decimal]);

/// The numbers of the gene test on their lines; nothing if none is printed or no line is drawn by the rules.
pub(super) fn gauges(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    ish: &IshEvidence,
) -> Option<Gauges> {
    let single = ish.probe.is_some_and(|probe| probe.value == Probe::Single);
    let lines: [Counted<'_>; 2] = [
        ("gauges-ratio", ish.ratio, &story.cuts.ratio),
        ("gauges-copies", ish.her2_copies, &story.cuts.copies),
    ];
    let mut gauges = Vec::new();
    let mut origins = Vec::new();
    let mut said = Vec::new();
    for (name, fact, cuts) in lines {
        let Some(fact) = fact.filter(|_| !cuts.is_empty()) else {
            continue;
        };
        let label = writer.message(name, &[]);
        let shown = fact.value.to_string();
        said.push(gauge_words(writer, &label, &shown, cuts));
        origins.push(fact.origin);
        gauges.push(Gauge {
            label,
            shown,
            value: bound(fact.value),
            cuts: cuts.to_vec(),
        });
    }
    if gauges.is_empty() {
        return None;
    }
    let read = if single || gauges.len() == 1 {
        "gauges-read-single"
    } else {
        "gauges-read"
    };
    let description = writer.literal(said.join(" "), &About::Facts(origins));
    Some(Gauges {
        title: writer.label("gauges-title"),
        description,
        gauges,
        caption: writer.frame(read),
    })
}

fn gauge_words(writer: &Writer<'_>, name: &str, value: &str, cuts: &[Decimal]) -> String {
    let cuts: Vec<String> = cuts.iter().map(ToString::to_string).collect();
    match cuts.as_slice() {
        [low, high] => writer.message(
            "gauges-said-two-cuts",
            &[
                text("name", name),
                text("value", value),
                text("low", low),
                text("high", high),
            ],
        ),
        cuts => writer.message(
            "gauges-said-one-cut",
            &[
                text("name", name),
                text("value", value),
                text("cut", cuts.first().map_or("", String::as_str)),
            ],
        ),
    }
}

/// The number to draw: the bound where only a bound is printed.
fn bound(amount: Amount) -> Decimal {
    match amount {
        Amount::Exactly(value)
        | Amount::Below(value)
        | Amount::AtMost(value)
        | Amount::Above(value)
        | Amount::AtLeast(value)
        | Amount::Between(value, _) => value,
    }
}
