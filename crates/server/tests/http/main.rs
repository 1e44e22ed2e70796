//! The server over real connections.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod client;
mod limits;
mod marked_words;
mod metrics;
mod schemas;
mod serve;
