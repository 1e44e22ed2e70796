//! `her2 plan`: what labels and guidelines list for a situation.

use super::{by, lang, problems};
use crate::args::{AskPolicy, PageFormat, PlanArgs};
use crate::asking::{self, Asked};
use crate::failure::Failure;
use crate::input::Item;
use crate::pipeline::{Outcome, Patient, Records, Tally};
use crate::written::{Places, Style};
use her2::{CareInput, Edition, PacketAsked, PlanWith, Planned, Reading, Severity, StageTable};
use jiff::civil::Date;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

/// Everything that is the same for all records.
struct Manner<'a> {
    args: &'a PlanArgs,
    lang: &'a str,
    /// The day that was asked for, if one was.
    as_of: Option<Date>,
    today: Date,
    edition: Option<Edition>,
    /// What the flags and the case file say.
    given: CareInput,
    stage_table: Option<StageTable>,
    packet: Option<PacketAsked>,
    places: Places<'a>,
    style: Style,
    asks: bool,
}

/// Makes the plan of every record.
pub fn run(args: &PlanArgs) -> Result<Tally, Failure> {
    if args.template {
        let mut stdout = io::stdout().lock();
        stdout.write_all(her2::case_template(lang(&args.language)?).as_bytes())?;
        return Ok(Tally::default());
    }
    let (today, edition) = by(&args.by)?;
    let places = Places::of(&args.paths, args.html.as_deref(), args.format, args.one)?;
    let several = places.several();
    if several && args.ask == AskPolicy::Always {
        return Err(Failure::Usage(
            "questions can be asked about one record at a time. Give one file, or leave out --ask always".to_owned(),
        ));
    }
    let from_stdin = args.paths.iter().any(|path| path.as_os_str() == "-");
    let watched = io::stdin().is_terminal() && io::stderr().is_terminal();
    let manner = Manner {
        args,
        lang: lang(&args.language)?,
        as_of: args.by.as_of,
        today,
        edition,
        given: given(args)?,
        stage_table: args.stage_table.as_deref().map(stage_table).transpose()?,
        packet: packet(args)?,
        places,
        style: Style::of_stdout(),
        asks: match args.ask {
            AskPolicy::Never => false,
            AskPolicy::Auto => watched && !several && !from_stdin,
            AskPolicy::Always => !from_stdin,
        },
    };
    let records = Records {
        paths: &args.paths,
        max_size: args.max_size,
        threads: args.threads,
        ocr: args.ocr,
        one: args.one,
        columns: args.tables.columns.as_deref(),
    };
    records.print(|patient| one(patient, &manner))
}

/// What the flags and the case file say of every record.
fn given(args: &PlanArgs) -> Result<CareInput, Failure> {
    let mut input = CareInput::default();
    if let Some(path) = &args.case {
        let loaded = Item::File(path.clone()).load(args.max_size);
        let file = loaded.map_err(|(name, why)| Failure::Usage(format!("{name}: {why}")))?;
        input = CareInput::read(&file.bytes)
            .map_err(|why| Failure::Usage(format!("{}: {why}", path.display())))?;
    }
    for answer in &args.answer {
        let (question, value) = answer.split_once('=').ok_or_else(|| {
            Failure::Usage(
                "an answer is written QUESTION=VALUE, for example --answer setting=metastatic"
                    .to_owned(),
            )
        })?;
        input
            .answer(question.trim(), value)
            .map_err(|why| Failure::Usage(format!("--answer: {why}")))?;
    }
    if let Some(weight) = args.weight {
        input
            .answer("weight", &weight.to_string())
            .map_err(|why| Failure::Usage(format!("--weight: {why}")))?;
    }
    Ok(input)
}

/// For what a packet is asked, if one is.
fn packet(args: &PlanArgs) -> Result<Option<PacketAsked>, Failure> {
    let Some(name) = &args.packet else {
        return Ok(None);
    };
    let asked = her2::packet_asked(name.as_deref());
    asked
        .map(Some)
        .map_err(|why| Failure::Usage(format!("--packet: {why}")))
}

fn stage_table(path: &Path) -> Result<StageTable, Failure> {
    const MEGABYTES: u64 = 20;
    let loaded = Item::File(path.to_owned()).load(MEGABYTES);
    let file = loaded.map_err(|(name, why)| Failure::Usage(format!("{name}: {why}")))?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    her2::stage_table(&name.to_string_lossy(), &file.bytes).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::Usage(format!("{}: {}", path.display(), faults.join("; ")))
    })
}

fn one(patient: Patient<'_>, manner: &Manner) -> Outcome {
    let name = patient.name().to_owned();
    let (reading, mut input) = match patient {
        Patient::Json(piece) => match CareInput::read(piece.bytes()) {
            Ok(input) => (None, input),
            Err(why) => return Outcome::failed(format!("{name}: {why}")),
        },
        Patient::Read(reading) => (Some(reading), CareInput::default()),
    };
    let mut outcome = Outcome::default();
    if let Some(reading) = &reading {
        problems(reading, Severity::Error, &mut outcome);
        if !reading.is_readable() {
            outcome.found = true;
            if manner.args.format != PageFormat::Json {
                return outcome;
            }
        }
    }
    input.join(manner.given.clone());
    let day = manner.as_of.or(input.as_of()).unwrap_or(manner.today);
    if manner.asks {
        let (mut stdin, mut stderr) = (io::stdin().lock(), io::stderr().lock());
        let asked = ask(
            &mut input,
            reading.as_ref(),
            day,
            manner,
            &mut stdin,
            &mut stderr,
        );
        if let Err(error) = asked {
            return Outcome::failed(format!("the questions cannot be asked: {error}"));
        }
    }
    let planned = input.plan(reading.as_ref(), day, manner.edition);
    write(&name, &planned, manner, &mut outcome);
    outcome
}

/// Asks what is open until nothing is left or the person has enough.
fn ask(
    input: &mut CareInput,
    reading: Option<&Reading<'_>>,
    day: Date,
    manner: &Manner,
    from: &mut impl BufRead,
    to: &mut impl Write,
) -> io::Result<()> {
    let mut unknown: Vec<&str> = Vec::new();
    let mut begun = false;
    loop {
        let planned = input.clone().plan(reading, day, manner.edition);
        let open = planned.asks(manner.lang);
        let next = open
            .iter()
            .find(|question| !unknown.contains(&question.name));
        let Some(question) = next else {
            return Ok(());
        };
        if !begun {
            asking::begin(to, manner.lang, open.len())?;
            begun = true;
        }
        match asking::ask(question, from, to)? {
            Asked::Answer(name, answer) => {
                if let Err(why) = input.answer(name, &answer) {
                    writeln!(to, "  {why}")?;
                }
                // What is answered and still open, such as one of several terms, is not asked again.
                unknown.push(name);
            }
            Asked::NotKnown(name) => unknown.push(name),
            Asked::Over => return Ok(()),
        }
    }
}

fn write(name: &str, planned: &Planned<'_>, manner: &Manner, outcome: &mut Outcome) {
    let format = manner.places.format();
    let with = PlanWith {
        stage_table: manner.stage_table.as_ref(),
        prognosis: manner.args.prognosis,
    };
    if let Some(asked) = manner.packet {
        let packet = planned.packet(asked, manner.lang);
        let packet = packet.map(|document| manner.style.write(&document, format));
        let page = packet.expect("the words of this language are compiled in");
        manner.places.write(name, page, outcome);
        return;
    }
    let page = match format {
        PageFormat::Json => planned.json(with, manner.lang),
        _ => {
            let document = planned.page(with, manner.lang);
            document.map(|document| manner.style.write(&document, format))
        }
    };
    let page = page.expect("the words of this language are compiled in");
    manner.places.write(name, page, outcome);
}
