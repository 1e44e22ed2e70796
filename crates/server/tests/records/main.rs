//! The interfaces that health records speak: CDS Hooks, FHIR operations, and who may ask.

mod cds;
mod doubts;
mod edges;
mod fhir;
mod golden;
mod jwt;
mod patients;
mod send;
