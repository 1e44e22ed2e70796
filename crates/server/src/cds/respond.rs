//! From a request to its cards.

use super::ask::{Asked, Refusal};
use super::{orders, prefetch};
use her2::cards::{
    CARD_SYSTEM, Card, Indicator, OrderedMedicine, Service, Tells, is_her2_ordered, link_label,
    read_resources,
};
use jiff::civil::Date;
use serde::Serialize;

/// The answer to a request, as JSON.
pub(crate) fn respond(
    service: &Service,
    body: &[u8],
    today: Date,
    lang: &'static str,
    page: Option<&str>,
) -> Result<String, Refusal> {
    let asked = Asked::read(service, body)?;
    let (parts, cut) = prefetch::parts(service, &asked)?;
    let orders = orders::of(&asked)?;
    let cards = if asked.hook.has_orders() && !is_her2_ordered(&orders) {
        // No other order is any concern of these services.
        Vec::new()
    } else {
        cards(service, (&parts, &cut), &orders, today, lang)?
    };
    Ok(written(service, &asked, &cards, lang, page))
}

fn cards(
    service: &Service,
    (parts, cut): (&[&str], &[&'static str]),
    orders: &[OrderedMedicine],
    today: Date,
    lang: &str,
) -> Result<Vec<Card>, Refusal> {
    let mut patients = 0;
    let mut cards = Vec::new();
    read_resources(parts, &mut |reading| {
        patients += 1;
        if patients > 1 {
            return;
        }
        let decided = reading.decide(today, None);
        let doubts = decided.doubts(cut);
        cards = match service.tells {
            Tells::Testing => {
                let found = decided.order_cards(orders, &doubts, lang);
                let mut cards = found.unwrap_or_default();
                cards.extend(decided.testing_cards(&doubts, lang).unwrap_or_default());
                cards
            }
            Tells::Monitoring => {
                let found = decided.order_cards(orders, &doubts, lang);
                let mut cards = found.unwrap_or_default();
                let heart = decided.heart_cards(orders, &doubts, lang);
                cards.extend(heart.unwrap_or_default());
                cards
            }
        };
        let others = !cards.is_empty() || !orders.is_empty();
        cards.extend(decided.incomplete_card(&doubts, others, lang));
    });
    if patients > 1 {
        return Err(Refusal::wrong(
            "the records are of more than one patient",
            "`prefetch` must hold the records of the patient of `context.patientId` alone",
        ));
    }
    cards.sort_by_key(|card| std::cmp::Reverse(card.indicator));
    Ok(cards)
}

/// The answer as the specification has it.
#[derive(Serialize)]
struct Answer<'a> {
    cards: Vec<Written<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    uuid: String,
    summary: &'a str,
    detail: &'a str,
    indicator: &'static str,
    source: Source<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    override_reasons: Vec<Coding<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    topic: Coding<'a>,
}

#[derive(Serialize)]
struct Coding<'a> {
    system: &'static str,
    code: &'static str,
    display: &'a str,
}

#[derive(Clone, Serialize)]
struct Link<'a> {
    label: &'a str,
    url: &'a str,
    r#type: &'static str,
}

fn written(
    service: &Service,
    asked: &Asked<'_>,
    cards: &[Card],
    lang: &str,
    page: Option<&str>,
) -> String {
    let of = format!("{}\u{0}{}", service.id, asked.patient);
    let label = link_label(lang);
    // The page knows nothing of the patient: what is opened there is put in there.
    let url = page.map(|page| format!("{}/", page.trim_end_matches('/')));
    let link = label.as_deref().zip(url.as_deref());
    let links: Vec<Link<'_>> = link
        .map(|(label, url)| Link {
            label,
            url,
            r#type: "absolute",
        })
        .into_iter()
        .collect();
    let coding = |code, display| Coding {
        system: CARD_SYSTEM,
        code,
        display,
    };
    let each = cards.iter().map(|card| Written {
        uuid: card.uuid(&of),
        summary: &card.summary,
        detail: &card.detail,
        indicator: Indicator::name(card.indicator),
        source: Source {
            label: &card.source,
            url: card.link.as_deref(),
            topic: coding(card.rule.name(), &card.topic),
        },
        override_reasons: card
            .reasons
            .iter()
            .map(|(code, words)| coding(code, words))
            .collect(),
        links: links.clone(),
    });
    let answer = Answer {
        cards: each.collect(),
    };
    serde_json::to_string(&answer).expect("strings and lists are JSON")
}
