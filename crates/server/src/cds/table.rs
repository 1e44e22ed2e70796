//! What there is to ask of the services of cards. The routes and the OpenAPI document are made from it.

use her2::cards::{Service, services};

/// Something to ask.
#[derive(Clone, Copy)]
pub(crate) enum Asks {
    /// Which services there are.
    Discovery,
    /// The cards of a service.
    Cards(&'static Service),
    /// To count what became of its cards.
    Feedback(&'static Service),
}

impl Asks {
    /// Everything there is.
    pub(crate) fn all() -> Vec<Self> {
        let of = |service| [Self::Cards(service), Self::Feedback(service)];
        let each = services().iter().flat_map(of);
        std::iter::once(Self::Discovery).chain(each).collect()
    }

    /// Where it is asked.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Discovery => "/cds-services".to_owned(),
            Self::Cards(service) => format!("/cds-services/{}", service.id),
            Self::Feedback(service) => format!("/cds-services/{}/feedback", service.id),
        }
    }
}
