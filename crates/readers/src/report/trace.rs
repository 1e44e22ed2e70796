//! Prints what the reader saw (for work on the reader).
#[test]
fn trace() {
    let Ok(list) = std::env::var("TRACE") else { return };
    for path in list.split(',') {
    println!("######## {path}");
    let bytes = std::fs::read(path).unwrap();
    let decoded = crate::decode(&bytes);
    let d = super::Document::new(&decoded.text, super::Vocabulary::english());
    for m in d.mentions() {
        let show = |a: usize, b: usize| (a..b).map(|i| { let it=&d.items[i]; match it.concept { Some(c) => format!("[{}:{:?}]", it.text(d.text), c), None => it.text(d.text).to_owned() } }).collect::<Vec<_>>().join(" ");
        println!("== {:?} zone {:?} add {}\n   LEAD {}\n   SELF {}\n   SCOPE {}", m.markers, d.zones[m.first], d.addenda[m.first], show(m.lead, m.first), show(m.first, m.last+1), show(m.last+1, m.end.min(m.last+60)));
    }
    let r = super::super::read("x", &bytes);
    for h in r.her2_results() { println!("-> {:?} score {:?} word {:?} ratio {:?} sup {} ctx {:?} q={:?}", h.assay, h.score.map(|s| s.value.to_string()), h.word.map(|w| w.value), h.ratio.map(|w| w.value.to_string()), h.superseded, h.context, &decoded.text[h.origin.as_span().unwrap().range()]); }
    }
}
