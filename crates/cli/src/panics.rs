//! A panic is a fault of the program. Its message may hold text of the record, so only its place is printed.

use crate::screen;

/// From here on a panic prints its place and nothing else, whatever `RUST_BACKTRACE` says.
pub fn keep_quiet() {
    std::panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        screen::complain(&format!(
            "internal error{place}. This is a fault of the program, not of the report: please tell the project this place, without the report"
        ));
    }));
}

#[cfg(test)]
mod tests {
    use super::keep_quiet;
    use std::process::Command;

    const WORD: &str = "Zyxwilda-Quonkmarker";

    #[test]
    #[ignore = "panics on purpose; the next test runs it in a process of its own"]
    fn panics_over_a_marked_word() {
        keep_quiet();
        let text = format!("the patient {WORD}");
        let word = text.split(' ').next_back().unwrap();
        let _: u32 = word.parse().expect(word);
    }

    #[test]
    fn t5_a_panic_prints_its_place_and_no_word_of_the_record() {
        let done = Command::new(std::env::current_exe().unwrap())
            .args([
                "--ignored",
                "--exact",
                "panics::tests::panics_over_a_marked_word",
                "--nocapture",
            ])
            .env("RUST_BACKTRACE", "full")
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(!done.status.success());
        assert!(
            told.contains("internal error at ") && told.contains("panics.rs:"),
            "{told}"
        );
        assert!(!told.contains(WORD) && !told.contains("Quonk"), "{told}");
    }
}
