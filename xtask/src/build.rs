//! `cargo xtask build`: the library as WebAssembly, with the JavaScript that loads it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::sh::{self, say};
use crate::{project, size, tools};

/// The language of a page in a language without a pack, and of a text that shows none.
const DEFAULT: &str = "en";

/// The arguments of wasm-opt, which makes the file faster and smaller.
///
/// The limit keeps long functions that are called once from being inlined: Node.js makes slow code of
/// a single function with the whole pipeline in it. The features are those that rustc enables for the
/// target. Browsers may reject any other, so never use `-all`.
const WASM_OPT: [&str; 9] = [
    "-O3",
    "--one-caller-inline-max-function-size=40",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What rustc tells LLVM. Its limits suit native code; here each copy of a function or a loop is downloaded.
///
/// Sizes are gzip, speed is that of news in Node.js. Loops keep their counters (`lsr`) and expressions their places
/// (`pre`), because engines do both themselves: 4 KB, and 1 % faster. No copies of the first rounds of a loop: 4 KB
/// at the same speed. Less inlining (225 is usual): 6.5 KB for 2 %; a limit of 60 would save 1.3 KB more for
/// another 2 %. `#[inline]` has a limit of its own.
const LLVM: [&str; 6] = [
    "-Cllvm-args=-inline-threshold=100",
    "-Cllvm-args=-unroll-threshold=0",
    "-Cllvm-args=-unroll-allow-peeling=false",
    "-Cllvm-args=-unroll-runtime=false",
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-enable-pre=false",
];

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    let release = match arguments {
        [] => false,
        [flag] if flag == "--release" => true,
        _ => bail!("build takes only --release; try `cargo xtask help`"),
    };
    build(release)
}

/// Builds `www/pkg`, unless it is up to date.
pub fn build(release: bool) -> Result<()> {
    tools::wasm_target()?;
    say("compiling the library for wasm32-unknown-unknown");
    let (compiled, packs) = compile()?;
    let stamp = stamp(&compiled, &packs, release)?;
    let stamp_file = project::pkg().join(".built");
    if project::wasm().is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        say("www/pkg is up to date");
        return Ok(());
    }
    say("writing www/pkg with wasm-bindgen");
    bind(&compiled)?;
    copy_packs(&packs)?;
    if release {
        optimise()?;
    }
    fs::write(stamp_file, stamp)?;
    size::report(&project::pkg())?;
    size::report(&project::packs())
}

/// Compiles with cargo and returns the path of the wasm file, and the language packs that `build.rs` wrote.
fn compile() -> Result<(PathBuf, Vec<PathBuf>)> {
    let mut cargo = sh::command(
        "cargo build --package quote-extractor --lib --target wasm32-unknown-unknown \
         --profile release-wasm --message-format json-render-diagnostics",
    );
    cargo.args(rustc_flags("wasm32-unknown-unknown", &LLVM)?);
    let printed = sh::output(cargo)?;
    let artifacts = sh::artifacts(&printed);
    let files = artifacts.iter().filter_map(|artifact| artifact["filenames"].as_array()).flatten();
    let wasm = files
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .rfind(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo named no wasm file; is the crate type still `cdylib`?")?;
    let scripts = sh::messages(&printed, "build-script-executed");
    let folders = scripts.iter().filter_map(|message| message["out_dir"].as_str());
    let folder = folders
        .map(|out| Path::new(out).join("packs"))
        .find(|folder| folder.is_dir())
        .context("no build script wrote language packs; does build.rs still do it?")?;
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut packs: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    packs.sort_by_key(|pack| (language(pack) != DEFAULT, pack.clone()));
    Ok((wasm, packs))
}

/// The language of a pack, by the name of its file.
fn language(pack: &Path) -> String {
    pack.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes the language packs, and `packs.js` with the address of each, the default language first. Bundlers know an
/// address by the form in which it is written.
fn copy_packs(packs: &[PathBuf]) -> Result<()> {
    fs::create_dir_all(project::packs())?;
    let mut script = "/** The address of the pack of each language that there is; the first one is the default. */\n\
                      export const packs = {\n"
        .to_owned();
    for pack in packs {
        let lang = language(pack);
        fs::copy(pack, project::packs().join(format!("{lang}.txt")))?;
        script += &format!(
            "  \"{lang}\": () => new URL(\"./packs/{lang}.txt\", import.meta.url).href,\n"
        );
    }
    fs::write(project::pkg().join("packs.js"), script + "};\n")?;
    let types = "/** The address of the pack of each language that there is; the first one is the default. */\n\
                 export const packs: Record<string, () => string>;\n";
    Ok(fs::write(project::pkg().join("packs.d.ts"), types)?)
}

/// Arguments that make cargo build for `target` with `flags`, and leave the paths of this machine out.
///
/// Messages of panics name their source file, and the same sources must give the same bytes in every
/// folder.
pub fn rustc_flags(target: &str, flags: &[&str]) -> Result<[String; 2]> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => env::home_dir().context("there is no home folder")?.join(".cargo"),
    };
    let sources = fs::read_dir(home.join("registry/src"));
    let packages = sources.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let sysroot = sh::output(sh::command("rustc --print sysroot"))?;
    let version = sh::output(sh::command("rustc -vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));

    let mut renamed = vec![(project::root().to_path_buf(), "/quote-extractor".to_owned())];
    renamed.extend(packages.map(|path| (path, "/packages".to_owned())));
    // This is how the standard library is named where its sources are not installed.
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    renamed.push((library, format!("/rustc/{}", commit.unwrap_or("unknown"))));
    let mut flags: Vec<String> = flags.iter().copied().map(String::from).collect();
    flags.extend(
        renamed.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())),
    );
    // A list of strings in JSON is one in TOML, too.
    let flags = serde_json::to_string(&flags)?;
    Ok(["--config".to_owned(), format!("target.{target}.rustflags={flags}")])
}

/// Writes the JavaScript and the TypeScript types beside the wasm file.
fn bind(compiled: &Path) -> Result<()> {
    let folder = project::pkg();
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name("quote_extractor")
        .web(true)?
        .typescript(true)
        .remove_producers_section(true)
        .reset_state_function(true)
        .generate(&folder)
        .context(
            "wasm-bindgen failed; has `wasm-bindgen` the version of `wasm-bindgen-cli-support` in \
             Cargo.lock?",
        )
}

/// Makes the wasm file faster and smaller.
fn optimise() -> Result<()> {
    tools::npm_packages()?;
    say("making it faster and smaller with wasm-opt");
    let wasm = project::wasm();
    let mut node = sh::command("node node_modules/binaryen/bin/wasm-opt");
    node.args(WASM_OPT).arg(&wasm).arg("-o").arg(&wasm);
    sh::run(node)
}

/// A hash of all that the result depends on: the compiled file, the packs, and how it is processed.
fn stamp(compiled: &Path, packs: &[PathBuf], release: bool) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    fs::read(compiled)?.hash(&mut hasher);
    for pack in packs {
        fs::read(pack)?.hash(&mut hasher);
    }
    fs::read(project::path("Cargo.lock"))?.hash(&mut hasher);
    release.then_some(WASM_OPT).hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}
