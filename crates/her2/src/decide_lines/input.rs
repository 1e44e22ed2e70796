//! A line as evidence.

use crate::Object;
use her2_case::{
    Amount, Decimal, Edition, Evidence, Fact, Her2Word, IhcEvidence, IhcScore, IshEvidence,
    IshGroup, Origin, Place, Probe, RecountEvidence, ScoreReading, Site, Stain, Term,
};
use her2_knowledge::testing_editions;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A case of a line.
pub(super) struct Case<'a> {
    /// The id as it was written.
    pub(super) id: Option<&'a str>,
    pub(super) edition: Option<Edition>,
    pub(super) evidence: Evidence,
}

/// Why a line was refused. Never holds a value of the case, only keys.
pub(super) struct Refused {
    pub(super) message: String,
}

impl Refused {
    pub(super) fn because(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

type Raw<'a> = Option<&'a RawValue>;
type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow, default)]
    id: Raw<'a>,
    #[serde(borrow, default)]
    edition: Text<'a>,
    invasive: Option<bool>,
    #[serde(borrow, default)]
    site: Text<'a>,
    #[serde(borrow, default)]
    ihc: Option<Object<Ihc<'a>>>,
    #[serde(borrow, default)]
    ish: Option<Object<Ish<'a>>>,
    #[serde(borrow, default)]
    recount: Option<Object<Recount<'a>>>,
    #[serde(borrow, default)]
    adjudicated_group: Raw<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ihc<'a> {
    #[serde(borrow, default)]
    score: Text<'a>,
    #[serde(borrow, default)]
    stain: Text<'a>,
    #[serde(borrow, default)]
    pct: Raw<'a>,
    #[serde(borrow, default)]
    rejected: Text<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ish<'a> {
    #[serde(borrow, default)]
    assay: Text<'a>,
    #[serde(borrow, default)]
    ratio: Raw<'a>,
    #[serde(borrow, default)]
    her2: Raw<'a>,
    #[serde(borrow, default)]
    cep17: Raw<'a>,
    #[serde(borrow, default)]
    cells: Raw<'a>,
    #[serde(borrow, default)]
    her2_total: Raw<'a>,
    #[serde(borrow, default)]
    cep17_total: Raw<'a>,
    #[serde(borrow, default)]
    her2_cells: Raw<'a>,
    #[serde(borrow, default)]
    cep17_cells: Raw<'a>,
    #[serde(borrow, default)]
    observers: Raw<'a>,
    same_tissue_as_ihc: Option<bool>,
    #[serde(borrow, default)]
    interpretation: Text<'a>,
    #[serde(borrow, default)]
    rejected: Text<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recount<'a> {
    #[serde(borrow, default)]
    ratio: Raw<'a>,
    #[serde(borrow, default)]
    her2: Raw<'a>,
    #[serde(borrow, default)]
    cells: Raw<'a>,
    blinded: Option<bool>,
    different_observer: Option<bool>,
}

/// Reads a line.
pub(super) fn read(line: &[u8]) -> Result<Case<'_>, Refused> {
    let text = std::str::from_utf8(line).map_err(|_| Refused::because("the line is not UTF-8"))?;
    let Object(line): Object<Line<'_>> =
        serde_json::from_str(text).map_err(|error| refusal(&error))?;
    let fact = Facts::default();
    let id = line.id.map(id).transpose()?;
    let edition = line.edition.as_deref().map(edition).transpose()?;
    let site = line
        .site
        .map(|site| match site.trim().eq_ignore_ascii_case("breast") {
            true => Site::Breast,
            false => Site::Other,
        });
    let evidence = Evidence {
        invasive: line.invasive.map(|invasive| fact.of(invasive)),
        site: site.map(|site| fact.of(site)),
        ihc: line.ihc.map(|given| ihc(given.0, &fact)).transpose()?,
        ish: line.ish.map(|given| ish(given.0, &fact)).transpose()?,
        recount: line
            .recount
            .map(|given| recount(given.0, &fact))
            .transpose()?,
        adjudicated_group: (line.adjudicated_group)
            .map(|group| Ok(fact.of(one_of::<IshGroup>("adjudicated_group", unquoted(group))?)))
            .transpose()?,
    };
    Ok(Case {
        id,
        edition,
        evidence,
    })
}

fn id(raw: &RawValue) -> Result<&str, Refused> {
    let text = raw.get();
    let scalar = text.starts_with(['"', '-']) || text.starts_with(|c: char| c.is_ascii_digit());
    if scalar {
        Ok(text)
    } else {
        Err(Refused::because("`id` is no string"))
    }
}

fn edition(name: &str) -> Result<Edition, Refused> {
    let mut known = testing_editions().iter().map(|pages| pages.edition);
    known.find(|edition| edition.0 == name).ok_or_else(|| {
        let names: Vec<_> = testing_editions()
            .iter()
            .map(|pages| pages.edition.0)
            .collect();
        Refused::because(format!("`edition` is none of {}", names.join(", ")))
    })
}

fn ihc(given: Ihc<'_>, fact: &Facts) -> Result<IhcEvidence, Refused> {
    let percent = fact.amount("ihc.pct", given.pct)?;
    let hundred = Amount::Exactly(Decimal::whole(100));
    let too_much = percent.is_some_and(|percent| match (percent.value, hundred) {
        (Amount::Exactly(percent), Amount::Exactly(hundred)) => percent > hundred,
        _ => false,
    });
    if too_much {
        return Err(Refused::because("`ihc.pct` is more than 100"));
    }
    Ok(IhcEvidence {
        score: given
            .score
            .as_deref()
            .map(score)
            .transpose()?
            .map(|score| fact.of(score)),
        stain: fact.term::<Stain>("ihc.stain", given.stain)?,
        percent,
        word: None,
        rejected: given.rejected.map(|_| fact.of(())),
    })
}

fn score(text: &str) -> Result<ScoreReading, Refused> {
    match text {
        "0/1+" => Ok(ScoreReading {
            low: IhcScore::Zero,
            high: IhcScore::One,
            zero_plus: false,
        }),
        "0+" => Ok(ScoreReading {
            zero_plus: true,
            ..ScoreReading::single(IhcScore::Zero)
        }),
        text => IhcScore::from_name(text)
            .map(ScoreReading::single)
            .ok_or_else(|| Refused::because("`ihc.score` is none of 0, 0+, 0/1+, 1+, 2+, 3+")),
    }
}

fn ish(given: Ish<'_>, fact: &Facts) -> Result<IshEvidence, Refused> {
    let words = [
        Her2Word::Amplified,
        Her2Word::NotAmplified,
        Her2Word::Equivocal,
    ];
    let word = fact.term::<Her2Word>("ish.interpretation", given.interpretation)?;
    if word.is_some_and(|word| !words.contains(&word.value)) {
        return Err(Refused::because(
            "`ish.interpretation` is none of amplified, not_amplified, equivocal",
        ));
    }
    Ok(IshEvidence {
        probe: fact.term::<Probe>("ish.assay", given.assay)?,
        ratio: fact.amount("ish.ratio", given.ratio)?,
        her2_copies: fact.amount("ish.her2", given.her2)?,
        cep17_copies: fact.amount("ish.cep17", given.cep17)?,
        cells: fact.count("ish.cells", given.cells)?,
        her2_total: fact.decimal("ish.her2_total", given.her2_total)?,
        cep17_total: fact.decimal("ish.cep17_total", given.cep17_total)?,
        her2_cells: fact.count("ish.her2_cells", given.her2_cells)?,
        cep17_cells: fact.count("ish.cep17_cells", given.cep17_cells)?,
        observers: fact.count("ish.observers", given.observers)?,
        same_tissue_as_ihc: given.same_tissue_as_ihc.map(|same| fact.of(same)),
        word,
        group: None,
        rejected: given.rejected.map(|_| fact.of(())),
    })
}

fn recount(given: Recount<'_>, fact: &Facts) -> Result<RecountEvidence, Refused> {
    Ok(RecountEvidence {
        ratio: fact.amount("recount.ratio", given.ratio)?,
        her2_copies: fact.amount("recount.her2", given.her2)?,
        cells: fact.count("recount.cells", given.cells)?,
        blinded: given.blinded.map(|blinded| fact.of(blinded)),
        different_observer: given.different_observer.map(|other| fact.of(other)),
    })
}

/// Makes facts, each with a place of its own in the line.
#[derive(Default)]
struct Facts {
    made: std::cell::Cell<u32>,
}

impl Facts {
    fn of<T>(&self, value: T) -> Fact<T> {
        let path = self.made.get();
        self.made.set(path + 1);
        let place = Place::Path(path);
        Fact::new(value, Origin { record: 0, place })
    }

    fn decimal(&self, key: &str, raw: Raw<'_>) -> Result<Option<Fact<Decimal>>, Refused> {
        let Some(raw) = raw else { return Ok(None) };
        let value = decimal(unquoted(raw)).ok_or_else(|| {
            Refused::because(format!(
                "`{key}` is no decimal of at most 12 digits before the point"
            ))
        })?;
        Ok(Some(self.of(value)))
    }

    fn amount(&self, key: &str, raw: Raw<'_>) -> Result<Option<Fact<Amount>>, Refused> {
        let decimal = self.decimal(key, raw)?;
        Ok(decimal.map(|decimal| decimal.with(Amount::Exactly(decimal.value))))
    }

    fn count(&self, key: &str, raw: Raw<'_>) -> Result<Option<Fact<u32>>, Refused> {
        let Some(decimal) = self.decimal(key, raw)? else {
            return Ok(None);
        };
        let whole = decimal.value.to_whole();
        let whole = whole.ok_or_else(|| Refused::because(format!("`{key}` is no whole number")))?;
        Ok(Some(decimal.with(whole)))
    }

    fn term<T: Term>(&self, key: &str, text: Text<'_>) -> Result<Option<Fact<T>>, Refused> {
        let Some(text) = text else { return Ok(None) };
        Ok(Some(self.of(one_of(key, &text)?)))
    }
}

fn one_of<T: Term>(key: &str, text: &str) -> Result<T, Refused> {
    T::from_name(text).ok_or_else(|| {
        let names: Vec<_> = T::ALL.iter().map(|term| term.name()).collect();
        Refused::because(format!("`{key}` is none of {}", names.join(", ")))
    })
}

/// A decimal of any length. Digits after the sixth place cannot be kept; they are not rounded, but a number that lies above what is
/// kept never becomes equal to a coarser bound: 1.9999999 stays below 2 and 2.2000000001 above 2.2.
fn decimal(text: &str) -> Option<Decimal> {
    const KEPT: usize = 6;
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let (whole, fraction) = text.split_once('.')?;
    let digits = fraction.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.len() <= KEPT || fraction.len() > 64 || !digits {
        return None;
    }
    let (kept, cut) = fraction.split_at(KEPT);
    let value: Decimal = format!("{whole}.{kept}").parse().ok()?;
    let lies_above = cut.bytes().any(|digit| digit != b'0') && kept.ends_with('0');
    Some(Decimal::new(
        value.mantissa() + u64::from(lies_above),
        value.scale(),
    ))
}

/// The literal text of a number, or the text between the quotes.
fn unquoted(raw: &RawValue) -> &str {
    let text = raw.get();
    text.strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text)
}

/// What the parser refused, without any value it may have met.
fn refusal(error: &serde_json::Error) -> Refused {
    let text = error.to_string();
    let key = |prefix: &str| {
        let key = text.strip_prefix(prefix)?.split('`').next()?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        (key.len() <= 40 && key.bytes().all(plain)).then_some(key)
    };
    let message = if text.starts_with("unknown field `") {
        match key("unknown field `") {
            Some(key) => format!("unknown key `{key}`"),
            None => "unknown key".to_owned(),
        }
    } else if text.starts_with("duplicate field `") {
        format!("key `{}` twice", key("duplicate field `").unwrap_or("?"))
    } else if error.is_data() {
        "a value of another kind than the key wants".to_owned()
    } else {
        "not a JSON object".to_owned()
    };
    Refused::because(format!("{message}, at column {}", error.column()))
}
