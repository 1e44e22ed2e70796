//! The program for the browser, and the files beside it.

use super::{Site, told};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds `crates/wasm` and writes what a browser loads.
pub fn program(tree: &Path, assets: &Path) -> Result<(), String> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(tree).args([
        "build",
        "--package",
        "her2-wasm",
        "--profile",
        "site",
        "--target",
        TARGET,
    ]);
    // A compiler with the source of its library.
    if let Some(compiler) = env::var_os("HER2_WASM_RUSTC") {
        // The library is built too, so that it can end without words where it cannot go on: they would travel with every page. A stable
        // compiler does that only when it is told to.
        cargo.arg("-Zbuild-std=std,panic_abort");
        cargo.env("RUSTC", compiler).env("RUSTC_BOOTSTRAP", "1");
        cargo.env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
        cargo
            .env_remove("RUSTUP_TOOLCHAIN")
            .env_remove("RUSTC_WRAPPER");
    }
    // Its own folder: the flags of this build differ from those of every other.
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| tree.join("target"), Into::into)
        .join("site");
    cargo.env("CARGO_TARGET_DIR", &target);
    run(
        &mut cargo,
        "eval \"$(scripts/wasm-toolchain)\" installs what the build needs",
    )?;
    let module = target.join(TARGET).join("site").join("her2_wasm.wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--remove-name-section",
            "--remove-producers-section",
            "--out-name",
            "her2",
            "--out-dir",
        ])
        .arg(assets)
        .arg(module);
    run(
        &mut bindgen,
        "eval \"$(scripts/wasm-toolchain)\" installs it",
    )
}

fn run(command: &mut Command, hint: &str) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}; {hint}")),
        Err(error) => Err(format!("{name} cannot be started: {error}; {hint}")),
    }
}

/// The style sheet, the scripts, and the list of what is kept for reading without a network.
pub fn assets(tree: &Path, site: &Site, pages: &[String]) -> Result<(), String> {
    let device = tree.join("crates/wasm/web");
    let read = |name: &str| {
        let from = device.join(name);
        fs::read_to_string(&from).map_err(told(&from))
    };
    let pages: Vec<String> = pages.iter().map(|page| format!("{page:?}")).collect();
    let worker = read("worker.js")?
        .replace("{{version}}", her2::knowledge_version())
        .replace("\"{{pages}}\"", &pages.join(", "));
    let files = [
        ("assets/page.css", her2::site::STYLE.to_owned()),
        ("assets/page.js", her2::site::SCRIPT.to_owned()),
        ("assets/device.js", read("device.js")?),
        ("worker.js", worker),
    ];
    for (name, text) in files {
        let to = site.folder.join(name);
        fs::write(&to, text).map_err(told(&to))?;
    }
    Ok(())
}
