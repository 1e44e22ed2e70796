//! her2
