//! The program as a person runs it.
#![allow(clippy::unwrap_used)]

mod bad_input;
mod convert;
mod learn;
mod marked_words;
mod medicines;
mod monitor;
mod ocr;
mod one_patient;
mod order;
mod plan;
mod prognosis;
mod program;
mod readme;
mod serve;
mod shell;
