//! With the feature `embedded-viewer`, lists the files of the built viewer for `src/viewer.rs`.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed=BIEN_NIEN_VIEWER");
    if env::var_os("CARGO_FEATURE_EMBEDDED_VIEWER").is_none() {
        return Ok(());
    }
    let folder = env::var_os("BIEN_NIEN_VIEWER").map(PathBuf::from).ok_or(
        "the feature embedded-viewer needs BIEN_NIEN_VIEWER, the folder of the built viewer; \
         `cargo xtask dist` sets it",
    )?;
    let folder = fs::canonicalize(&folder)
        .map_err(|error| format!("BIEN_NIEN_VIEWER={}: {error}", folder.display()))?;
    if !folder.join("index.html").is_file() {
        return Err(format!("there is no index.html in {}", folder.display()).into());
    }
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    list(&folder, "", &mut files)?;
    files.sort();
    let mut code = String::from("&[\n");
    for (name, path) in files {
        code += &format!("    ({name:?}, include_bytes!({path:?})),\n");
    }
    code += "]\n";
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("viewer.rs"), code)?;
    Ok(())
}

/// Name and path of every file below a folder.
fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path().to_string_lossy().into_owned()));
        }
    }
    Ok(())
}
