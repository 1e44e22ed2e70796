//! From a request to its cards.

use super::ask::{Asked, Refusal};
use super::prefetch;
use her2::cards::{
    CARD_SYSTEM, Card, Indicator, OrderedMedicine, Service, Tells, is_her2_ordered, link_label,
    ordered, read_resources,
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
    let orders = orders(&asked);
    let cards = if asked.hook.has_orders() && !is_her2_ordered(&orders) {
        // No other order is any concern of these services.
        Vec::new()
    } else {
        cards(service, (&parts, &cut), &orders, today, lang)?
    };
    Ok(written(service, &asked, &cards, lang, page))
}

/// The medicines that are ordered, of those that are chosen where the hook tells.
fn orders(asked: &Asked<'_>) -> Vec<OrderedMedicine> {
    let mut all = asked.orders.map(ordered).unwrap_or_default();
    if let Some(selections) = &asked.selections {
        all.retain(|of| {
            let order = of.order.as_deref();
            order.is_some_and(|order| selections.iter().any(|of| is_order(of, order)))
        });
    }
    all
}

/// Whether a selection names an order: `MedicationRequest/1`.
fn is_order(selection: &str, order: &str) -> bool {
    selection == order || selection.ends_with(&format!("/{order}"))
}

fn cards(
    service: &Service,
    (parts, cut): (&[&str], &[&str]),
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
        cards = match service.tells {
            Tells::Testing => {
                let mut cards = decided.order_cards(orders, lang).unwrap_or_default();
                cards.extend(decided.testing_cards(lang).unwrap_or_default());
                cards
            }
            Tells::Monitoring => {
                let mut cards = decided.order_cards(orders, lang).unwrap_or_default();
                cards.extend(decided.heart_cards(orders, lang).unwrap_or_default());
                cards
            }
        };
        cards.extend(decided.incomplete_card(cut, cards.len(), lang));
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
