//! Short names for what a wasm imports and exports. wasm-bindgen's names hold sixteen digits of a hash,
//! in the wasm and in its script, and digits do not compress: a kilobyte for each of our workers, four
//! for the viewer.

use anyhow::{Context, Result, ensure};

/// The section of imports.
const IMPORTS: u8 = 2;
/// The section of exports.
const EXPORTS: u8 = 7;
/// With this begin the names of exported functions that carry hashes; the script says each several times.
const HASHED: &str = "wasm_bindgen_";

/// Renames the imports that the script names exactly once, as keys of an object, and the exports whose
/// names carry hashes.
pub(crate) fn shorten(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut glue = glue.to_owned();
    let mut names = 0;
    let wasm = with_names(wasm, &mut |name| {
        if name.starts_with(HASHED) && glue.contains(name) {
            let short = format!("_x{names}");
            names += 1;
            glue = with_whole(&glue, name, &short);
            return short;
        }
        let key = format!("{name}: ");
        if !name.starts_with("__wb") || glue.matches(name).count() != 1 || !glue.contains(&key) {
            return name.to_owned();
        }
        let short = format!("_{names}");
        names += 1;
        glue = glue.replacen(&key, &format!("{short}: "), 1);
        short
    });
    Ok((glue, wasm.context("the imports of a wasm cannot be read")??))
}

/// The script without what only people need: indentation and lines that are comments.
pub(crate) fn without_indents(glue: &str) -> String {
    let lines = glue.lines().map(str::trim_start);
    let remark =
        |line: &str| line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"));
    let kept = lines.filter(|line| !line.is_empty() && !remark(line));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// A module with every import renamed; `None` when it is none.
fn with_names(wasm: &[u8], rename: &mut dyn FnMut(&str) -> String) -> Option<Result<Vec<u8>>> {
    let (header, mut rest) = wasm.split_at_checked(8)?;
    let mut out = header.to_vec();
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        let len = number(&mut rest)?;
        let (body, after) = rest.split_at_checked(len)?;
        rest = after;
        let renamed = match section {
            IMPORTS => Some(imports(body, rename)?),
            EXPORTS => Some(exports(body, rename)?),
            _ => None,
        };
        let body = renamed.as_deref().unwrap_or(body);
        out.push(section);
        put_number(&mut out, body.len());
        out.extend(body);
    }
    Some(check(header).map(|()| out))
}

fn check(header: &[u8]) -> Result<()> {
    ensure!(header == b"\0asm\x01\0\0\0", "a wasm is of a version that is not known");
    Ok(())
}

fn imports(mut body: &[u8], rename: &mut dyn FnMut(&str) -> String) -> Option<Vec<u8>> {
    let count = number(&mut body)?;
    let mut out = Vec::with_capacity(body.len());
    put_number(&mut out, count);
    for _ in 0..count {
        put_text(&mut out, text(&mut body)?);
        put_text(&mut out, &rename(text(&mut body)?));
        let what = body;
        let (kind, after) = body.split_first()?;
        body = after;
        match kind {
            // A function: its type.
            0 => drop(number(&mut body)?),
            // A table, a memory: limits behind a type, limits.
            1 | 2 => {
                body = body.get(usize::from(*kind == 1)..)?;
                let flags = number(&mut body)?;
                number(&mut body)?;
                if flags & 1 == 1 {
                    number(&mut body)?;
                }
            }
            // A global: type and whether it changes.
            3 => body = body.get(2..)?,
            _ => return None,
        }
        out.extend(&what[..what.len() - body.len()]);
    }
    body.is_empty().then_some(out)
}

/// Replaces a name where it stands alone: one may be the beginning of another (`…_true_`, `…_true__3`).
fn with_whole(glue: &str, name: &str, short: &str) -> String {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        out.push_str(before);
        let alone = !out.ends_with(part) && !after.starts_with(part);
        out.push_str(if alone { short } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}

fn exports(mut body: &[u8], rename: &mut dyn FnMut(&str) -> String) -> Option<Vec<u8>> {
    let count = number(&mut body)?;
    let mut out = Vec::with_capacity(body.len());
    put_number(&mut out, count);
    for _ in 0..count {
        put_text(&mut out, &rename(text(&mut body)?));
        let what = body;
        body = body.get(1..)?;
        number(&mut body)?;
        out.extend(&what[..what.len() - body.len()]);
    }
    body.is_empty().then_some(out)
}

fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let len = number(bytes)?;
    let (text, rest) = bytes.split_at_checked(len)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend(text.as_bytes());
}

/// A number in seven bits a byte.
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn put_number(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Where wasm-bindgen's loader begins in a classic script, without indents: all behind it is that.
const LOADER: &str = "let wasmModule, wasmInstance, wasm;\n";

/// Where what the wasm imports begins.
const WANTED: &str = "function __wbg_get_imports";

/// What stands in its place: a worker is always loaded in one way, from its URL. A server that gives
/// wasm another type is no reason to fail.
const SHORT_LOADER: &str = "let wasm;
return async ({ module_or_path }) => {
const imports = __wbg_get_imports();
const response = await fetch(module_or_path);
if (!response.ok) throw new Error(module_or_path);
const spare = response.clone();
const { instance } = await WebAssembly.instantiateStreaming(response, imports).catch(async () =>
WebAssembly.instantiate(await spare.arrayBuffer(), imports));
wasm = instance.exports;
wasm.__wbindgen_start();
return wasm;
};
})({ __proto__: null });
";

/// A classic script's glue with a loader of one way, in place of that for all.
pub(crate) fn with_loader(glue: &str) -> Result<String> {
    let other = "wasm-bindgen's script looks otherwise: see `with_loader`";
    let (before, _) = glue.split_once(LOADER).context(other)?;
    // Between the head and the imports it looks for its own URL, which the short loader is told.
    let (head, _) = before.split_once('\n').context(other)?;
    let from = before.find(WANTED).context(other)?;
    Ok([head, "\n", &before[from..], SHORT_LOADER].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_has_one_loader() {
        let glue = "let wasm_bindgen = (function(exports) {\nlet script_src;\n\
                    function __wbg_get_imports() {\n}\nlet wasmModule, wasmInstance, wasm;\nrest";
        let short = with_loader(glue).unwrap();
        assert!(short.starts_with("let wasm_bindgen = (function(exports) {\nfunction __wbg_get"));
        assert!(short.ends_with(SHORT_LOADER) && !short.contains("script_src"));
        assert!(with_loader("let wasm_bindgen;").is_err());
    }

    /// A module that imports a function, a memory and a function, and has a section behind.
    fn module(names: [&str; 3]) -> Vec<u8> {
        let mut body = vec![3];
        for (name, what) in names.iter().zip([&[0u8, 5][..], &[2, 1, 1, 9], &[0, 0x85, 1]]) {
            put_text(&mut body, "./glue.js");
            put_text(&mut body, name);
            body.extend(what);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 2, 7, 7, IMPORTS]);
        put_number(&mut wasm, body.len());
        wasm.extend(body);
        wasm.extend([10, 1, 0]);
        wasm
    }

    #[test]
    fn names_are_shortened_in_both() {
        let glue =
            "import0 = {\n  __wbg_a_12: function() {},\n  __wbg_b_34: f,\n  };\n  x.__wbg_b_34";
        let wasm = module(["__wbg_a_12", "memory", "__wbg_b_34"]);
        let (short, renamed) = shorten(glue, &wasm).unwrap();
        assert!(short.contains("  _0: function() {}"), "{short}");
        assert!(short.contains("__wbg_b_34: f"), "named twice: left alone");
        assert_eq!(renamed, module(["_0", "memory", "__wbg_b_34"]));
    }

    #[test]
    fn exported_names_with_hashes_too() {
        let module = |names: [&str; 2]| {
            let mut body = vec![2];
            for (name, what) in names.iter().zip([[0u8, 7], [2, 0]]) {
                put_text(&mut body, name);
                body.extend(what);
            }
            let mut wasm = b"\0asm\x01\0\0\0".to_vec();
            wasm.push(EXPORTS);
            put_number(&mut wasm, body.len());
            wasm.extend(body);
            wasm
        };
        let glue = "function wasm_bindgen_1f() { wasm.wasm_bindgen_1f(wasm.memory); }";
        let (short, renamed) = shorten(glue, &module(["wasm_bindgen_1f", "memory"])).unwrap();
        assert_eq!(short, "function _x0() { wasm._x0(wasm.memory); }");
        assert_eq!(renamed, module(["_x0", "memory"]));
    }

    #[test]
    fn a_name_that_begins_another_is_not_cut_out_of_it() {
        let glue = "f(wasm.wasm_bindgen_1_true_, wasm.wasm_bindgen_1_true__3)";
        assert_eq!(
            with_whole(glue, "wasm_bindgen_1_true_", "_x0"),
            "f(wasm._x0, wasm.wasm_bindgen_1_true__3)"
        );
    }

    #[test]
    fn what_is_no_module_is_said() {
        assert!(shorten("", b"\0asm").is_err());
        let mut cut = module(["__wbg_a_12", "memory", "c"]);
        cut.truncate(30);
        assert!(shorten("", &cut).is_err());
        let mut newer = module(["a", "b", "c"]);
        newer[4] = 2;
        assert!(shorten("", &newer).is_err());
    }

    #[test]
    fn only_indents_and_comments_go() {
        let glue = "a {\n    // why\n    return `x  y`; // stays\n\n}\n";
        assert_eq!(without_indents(glue), "a {\nreturn `x  y`; // stays\n}\n");
    }
}
