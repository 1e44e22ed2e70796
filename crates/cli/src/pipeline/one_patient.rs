//! All records given as those of one patient.

use super::Tally;
use crate::failure::Failure;
use crate::recognise;
use crate::screen;
use her2::{Format, Identity, Piece, Reading};

/// More sources than this are not those of one person.
const MOST: usize = 10_000;

/// Everything that was given, read together.
///
/// Refused if the sources seem to be of several persons: a result on the wrong person's page is the worst there is.
pub(super) fn together(
    pieces: impl Iterator<Item = Result<Piece, (String, String)>>,
    even_so: bool,
    ocr: bool,
    tally: &mut Tally,
) -> Result<Reading<'static>, Failure> {
    let mut readings: Vec<Reading<'static>> = Vec::new();
    for piece in pieces {
        let piece = match piece {
            Ok(piece) => piece,
            Err((name, why)) => {
                tally.unread += 1;
                screen::complain(&format!("{name}: {why}"));
                continue;
            }
        };
        if piece.format() == Format::Json {
            return Err(Failure::Usage(format!(
                "{}: this JSON is no record and cannot be read together with records. `her2 plan` takes a case of care by --case",
                piece.name()
            )));
        }
        match recognise::reading(&piece, ocr) {
            Ok(Some(reading)) => readings.push(reading),
            Ok(None) => {
                her2::read_piece(&piece, &mut |reading| readings.push(reading.into_owned()));
            }
            Err(why) => {
                tally.unread += 1;
                screen::complain(&format!("{}: {why}", piece.name()));
            }
        }
        if readings.len() > MOST {
            return Err(Failure::Usage(format!(
                "more than {MOST} patients or sources were given; these are not the records of one patient. Leave out --one-patient"
            )));
        }
    }
    let Some(first) = readings.first() else {
        return Err(Failure::Usage(
            "nothing that was given could be read; name the files, or a folder that holds them"
                .to_owned(),
        ));
    };
    let name = match readings.len() {
        1 => first.name().to_owned(),
        more => format!("{} and {} more", first.name(), more - 1),
    };
    let together = Reading::together(&name, readings);
    match together.identity() {
        Identity::One => {}
        Identity::OtherNumbers => screen::complain(
            "the sources name the patient by different identifiers, each in a format of its own; make sure that they are of one person",
        ),
        Identity::Differs if even_so => screen::complain(
            "the sources name different patients by their identifiers, days of birth, sexes or names; read together because of --even-so",
        ),
        Identity::Differs => {
            return Err(Failure::Usage(
                "these are not the records of one patient: identifiers in sources of one format, days of birth, sexes, or the names in reports differ. Compare the sources; if they are of one person all the same, add --even-so".to_owned(),
            ));
        }
    }
    Ok(together)
}
