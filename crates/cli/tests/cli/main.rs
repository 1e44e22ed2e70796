//! The program as a person runs it.

mod bad_input;
mod marked_words;
mod order;
mod program;
mod shell;
