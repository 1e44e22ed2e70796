//! What there is to ask in FHIR. The routes and the OpenAPI document are made from it.

use her2::fhir::Operation;

/// Something to ask.
#[derive(Clone, Copy)]
pub(crate) enum Asks {
    /// What this server can do.
    Metadata,
    /// The definition of an operation.
    Definition,
    /// To perform one.
    Perform(Operation),
}

impl Asks {
    /// Everything there is.
    pub(crate) fn all() -> Vec<Self> {
        let each = Operation::ALL.into_iter().map(Self::Perform);
        [Self::Metadata, Self::Definition]
            .into_iter()
            .chain(each)
            .collect()
    }

    /// Where it is asked.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Metadata => "/fhir/metadata".to_owned(),
            Self::Definition => "/fhir/OperationDefinition/{name}".to_owned(),
            Self::Perform(operation) => format!("/fhir/${}", operation.name()),
        }
    }
}
