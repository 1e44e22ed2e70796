//! The frame around every page: the head, the navigation, the language, and what is said at the end.

use crate::Words;
use crate::words::{Value, Values};
use maud::{DOCTYPE, Markup, html};

/// What is the same for every part of one page.
///
/// `Debug` shows no fields of it: what is kept is patient data.
pub struct Frame<'a> {
    /// The words of its language.
    pub words: &'static Words,
    /// The path of the page without the language, as `/` or `/record`.
    pub path: &'a str,
    /// Where the site stands among the paths of its host, with a slash at both ends.
    pub root: &'a str,
    /// Whether the page is shown in the browser alone.
    pub device: bool,
    /// The version of the knowledge.
    pub version: &'a str,
    /// What travels with the page: names and values of hidden fields. Empty on a page that is about no record.
    pub kept: &'a [(String, String)],
    /// Whether the reader turned light and dark around.
    pub turned: bool,
}

/// The name of the form that carries what is kept.
pub(super) const KEPT: &str = "kept";

/// What a page in the browser alone may do: load its own files and run its own program. A form is never sent anywhere, with or without a script.
/// The ring before the name, for the tab of a browser.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='5.5' fill='none' stroke='%230b5c73' stroke-width='3'/%3E%3C/svg%3E";
const DEVICE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'";

const PAGES: [(&str, &str); 4] = [
    ("/", "site-nav-start"),
    ("/learn", "site-nav-learn"),
    ("/medicines", "site-nav-medicines"),
    ("/about", "site-nav-about"),
];

impl Frame<'_> {
    /// The words of a message.
    pub(crate) fn say(&self, name: &str) -> String {
        self.with(name, &[])
    }

    /// The words of a message with its placeholders filled.
    pub(crate) fn with(&self, name: &str, values: Values<'_>) -> String {
        let words = self.words.get(name, values);
        words.unwrap_or_else(|| format!("\u{27e8}{name}\u{27e9}"))
    }

    /// The words of a message with one placeholder.
    pub(crate) fn of(&self, name: &str, key: &'static str, value: &str) -> String {
        self.with(name, &[(key, Value::Text(value))])
    }

    /// The address of a page of this language.
    pub(crate) fn link(&self, path: &str) -> String {
        self.address(self.words.lang(), path)
    }

    /// The address of a page in a language. English stands at the root.
    fn address(&self, lang: &str, path: &str) -> String {
        let path = path.trim_start_matches('/');
        match lang {
            "en" => format!("{}{path}", self.root),
            lang => format!("{}{lang}/{path}", self.root),
        }
    }

    /// Whether the page carries a record.
    pub(crate) fn carries(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Words as they stand on the web: without what is typed at a terminal, and with links to topics.
    pub(crate) fn linked(&self, words: &str) -> Markup {
        match untyped(words) {
            Some(words) => self.topics(&words),
            None => self.topics(words),
        }
    }

    /// Words in which a topic of `her2 learn` becomes a link. Its title, where it stands before that, is not told twice.
    fn topics(&self, words: &str) -> Markup {
        const TYPED: &str = "her2 learn ";
        let found = words.split_once(TYPED).and_then(|(before, rest)| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let (topic, after) = rest.split_at(end.unwrap_or(rest.len()));
            // What is typed for another language says so; a link leads to the page in that language.
            let typed = format!(" --lang {}", self.words.lang());
            let after = after.strip_prefix(typed.as_str()).unwrap_or(after);
            Some((before, her2_knowledge::topic(topic)?, after))
        });
        match found {
            Some((before, topic, after)) => html! {
                @let topic = self.words.language().topic(topic);
                (before.strip_suffix(&format!("{}: ", topic.title)).unwrap_or(before)) a href=(self.link(&format!("/learn/{}", topic.id))) { (topic.title) } (after)
            },
            None => html! { (words) },
        }
    }

    /// The whole page.
    pub(crate) fn page(&self, title: &str, main: &Markup) -> String {
        let name = self.say("site-name");
        let skip = self.say("label-skip");
        let markup = html! {
            (DOCTYPE)
            html lang=(self.words.lang()) {
                head {
                    meta charset="utf-8";
                    @if self.device { meta http-equiv="Content-Security-Policy" content=(DEVICE_POLICY); }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    meta name="format-detection" content="telephone=no, date=no";
                    title { (title) " \u{b7} " (name) }
                    link rel="icon" href=(ICON);
                    link rel="stylesheet" href={(self.root) "assets/page.css"};
                    script src={(self.root) "assets/page.js"} defer {}
                    @if self.device { script src={(self.root) "assets/device.js"} type="module" {} }
                }
                body {
                    a.skip href="#main" { (skip) }
                    @if self.carries() { (self.carried()) }
                    header.top { (self.top(&name)) }
                    @if self.device {
                        noscript { p.trouble { (self.say("site-device-script")) } }
                        p.trouble #device-trouble hidden role="alert" { (self.say("site-trouble-fault")) }
                    }
                    main #main tabindex="-1" { (main) }
                    footer.end { (self.end()) }
                }
            }
        };
        markup.into_string()
    }

    /// The form that carries the record. Its first button is what the Enter key does.
    fn carried(&self) -> Markup {
        html! {
            form #(KEPT) method="post" action=(self.link(self.path)) enctype="multipart/form-data" {
                button type="submit" hidden {}
                @for (name, value) in self.kept { input type="hidden" name=(name) value=(value); }
            }
        }
    }

    fn top(&self, name: &str) -> Markup {
        let form = self.carries().then_some(KEPT);
        html! {
            a.brand href=(self.link("/")) { (name) }
            nav aria-label=(self.say("site-nav")) {
                ul {
                    @for (path, words) in PAGES {
                        li { a href=(self.link(path)) aria-current=[self.current(path)] { (self.say(words)) } }
                    }
                }
            }
            div.switches {
                (self.languages())
                label.theme {
                    input #theme type="checkbox" name="theme" value="turned" form=[form] checked[self.turned];
                    span { (self.say("site-theme")) }
                }
            }
        }
    }

    /// Whether a page of the navigation is this one, or the one above it.
    fn current(&self, path: &str) -> Option<&'static str> {
        let above = path != "/" && self.path.starts_with(path);
        match path == self.path {
            true => Some("page"),
            false => above.then_some("true"),
        }
    }

    /// The title of a page on which something went wrong.
    pub(crate) fn troubled(&self, title: &str, troubled: bool) -> String {
        match troubled {
            true => format!("{}: {title}", self.say("site-trouble-title")),
            false => title.to_owned(),
        }
    }

    /// The same page in the other languages; a record goes with it.
    fn languages(&self) -> Markup {
        let here = self.words.lang();
        let others = her2_knowledge::languages().filter(|lang| *lang != here);
        html! {
            @for lang in others {
                @let words = self.say(&format!("site-lang-{lang}"));
                @if self.carries() {
                    button.lang type="submit" form=(KEPT) formaction=(self.address(lang, self.path)) lang=(lang) { (words) }
                } @else {
                    a.lang href=(self.address(lang, self.path)) hreflang=(lang) lang=(lang) { (words) }
                }
            }
        }
    }

    fn end(&self) -> Markup {
        let kept = if self.device {
            "site-foot-kept-device"
        } else {
            "site-foot-kept"
        };
        html! {
            p { (self.say("site-foot-device")) }
            p { (self.say(kept)) }
            p {
                (self.of("site-foot-version", "version", self.version))
                @if !self.words.language().reviewed { " " (self.say("site-unreviewed")) }
            }
        }
    }
}

impl std::fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Frame")
            .field("lang", &self.words.lang())
            .field("kept", &self.kept.len())
            .finish_non_exhaustive()
    }
}

/// These words without their brackets that name an option of the command line; none if there is none.
fn untyped(words: &str) -> Option<String> {
    let mut left = String::new();
    let mut rest = words;
    let mut any = false;
    while let Some(at) = rest.find(" (") {
        let (before, bracket) = rest.split_at(at);
        let end = bracket.find(')').map_or(bracket.len(), |end| end + 1);
        let (bracket, after) = bracket.split_at(end);
        left.push_str(before);
        match bracket.contains(" --") || bracket.starts_with(" (--") {
            true => any = true,
            false => left.push_str(bracket),
        }
        rest = after;
    }
    left.push_str(rest);
    any.then_some(left)
}

#[cfg(test)]
mod tests {
    use super::untyped;

    #[test]
    fn what_is_typed_at_a_terminal_is_left_out() {
        let of = |words| untyped(words);
        assert_eq!(
            of("Days need the first dose (give --start).").as_deref(),
            Some("Days need the first dose.")
        );
        assert_eq!(of("Depends on: LVEF (give --lvef DATE=PERCENT); Fall (60 \u{2013} 50) (give --lln none)").as_deref(), Some("Depends on: LVEF; Fall (60 \u{2013} 50)"));
        assert_eq!(of("Estrogen receptor (ER)"), None);
        assert_eq!(of("An open bracket (as here"), None);
    }
}
