//! The program as a person runs it.

mod marked_words;
mod order;
mod program;
mod shell;
