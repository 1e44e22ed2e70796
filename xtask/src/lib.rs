//! The chores of the project. `cargo xtask` runs them by hand; `tidy` and `check` run in `cargo test`, too.

pub mod bench;
pub mod check;
pub mod new;
pub mod score;
pub mod site;
pub mod tidy;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
        .to_owned()
}

/// The folder of data that is not the project's own: `$HER2_SHARED/data`, or `data` in the folder `shared` beside the workspace.
pub fn shared_data() -> Option<PathBuf> {
    let beside = || root().parent().map(|above| above.join("shared"));
    let shared = std::env::var_os("HER2_SHARED")
        .map(PathBuf::from)
        .or_else(beside)?;
    Some(shared.join("data")).filter(|data| data.is_dir())
}
