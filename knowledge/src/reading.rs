//! The pages that say what a number in a report means by itself, by the question they answer.

pub use crate::tables::{
    ASCO_CAP_ER_2020_RECEPTOR_STATUS as RECEPTOR_STATUS,
    CAP_INVASIVE_RESECTION_2026_GRADE as GRADE_OF_TOTAL, PROJECT_ALLRED_STATUS as ALLRED_STATUS,
    PROJECT_ISH_NUMBERS as ISH_NUMBERS,
};
