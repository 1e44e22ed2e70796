//! `her2 learn`.

use crate::program::her2;

#[test]
fn without_a_topic_every_topic_is_listed_and_each_can_be_read_in_every_form() {
    let list = her2(&["learn"]);
    assert_eq!(list.status, 0, "{}", list.err);
    let names: Vec<&str> = list
        .out
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with(' '))
        .collect();
    assert!(names.len() >= 16, "{names:?}");
    for name in names {
        for format in ["text", "html", "json"] {
            let page = her2(&["learn", name, "--format", format]);
            assert_eq!(page.status, 0, "{name}: {}", page.err);
            assert!(page.out.len() > 1500, "{name} {format}");
            assert!(page.out.ends_with('\n') && page.err.is_empty(), "{name}");
        }
        let narrow = her2(&["learn", name]);
        assert!(
            narrow
                .out
                .lines()
                .all(|line| line.chars().count() <= 100 || line.contains("http")),
            "{name}"
        );
    }
}

#[test]
fn a_mistyped_topic_gives_the_nearest_one_and_all_of_them() {
    let wrong = her2(&["learn", "side-efects"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.out.is_empty());
    assert!(
        wrong.err.contains("Did you mean `side-effects`?"),
        "{}",
        wrong.err
    );
    assert!(wrong.err.contains("second-opinion"));
    let strange = her2(&["learn", "xylophone-concerts"]);
    assert_eq!(strange.status, 2);
    assert!(!strange.err.contains("Did you mean"));
    assert_eq!(her2(&["learn", "--lang", "xx"]).status, 2);
    assert_eq!(her2(&["learn", "TESTS"]).status, 0);
}
