//! Turns what was typed into a command with its options; nothing touches the system here.
//! Knows nothing of what the commands do.

use crate::lang::Lang;
use crate::record::Date;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns plain files into a bilingual (Chinese and English) public-policy portal.
#[derive(Debug, Parser)]
#[command(name = "diptych", version, about, max_term_width = 100)]
pub struct Cli {
    /// What is asked.
    #[command(subcommand)]
    pub command: Command,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
}

/// What holds for every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// The portal's folder: the one that holds `content/`.
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,
    /// The language of messages; else Chinese where the terminal's language is Chinese.
    #[arg(long, global = true, value_name = "zh|en", value_parser = parse_lang)]
    pub ui: Option<Lang>,
    /// The day for which "expired" is said; else SOURCE_DATE_EPOCH, else `as_of` of portal.toml.
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date)]
    pub now: Option<Date>,
    /// How results are printed.
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// For machines.
    Json,
    /// For code hosts and editors, as SARIF 2.1.0: `check` only.
    Sarif,
    /// For feed readers: `diff` alone has news.
    Atom,
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site into the output folder
    Build(BuildArgs),
    /// Show the site in the browser while it is written
    Serve(ServeArgs),
    /// Look for faults without building
    Check(CheckArgs),
    /// Search the portal as its readers do
    Search(SearchArgs),
    /// Turn official files into plans
    Import(ImportArgs),
    /// Settle the records that import proposes
    Review(ReviewArgs),
    /// Take translated clauses as true to their sources as these are now
    Accept(AcceptArgs),
    /// Say how far the translations are
    Status(StatusArgs),
    /// Say what changed for readers: targets, clauses, names, pages
    Diff(DiffArgs),
    /// Lead to many published portals as one: take their open data over as content and build it
    Federate(FederateArgs),
    /// Compare a published folder with its manifest
    Verify {
        /// The folder.
        #[arg(value_name = "DIR", default_value = "output")]
        dir: PathBuf,
    },
    /// Make a new plan
    New {
        /// What to make.
        #[command(subcommand)]
        what: New,
    },
    /// Make a new portal in an empty folder
    Init {
        /// The folder.
        #[arg(value_name = "DIR", default_value = ".")]
        dir: PathBuf,
    },
    /// Print the JSON Schemas of the content files
    Schema {
        /// One file's schema only: plan.toml, departments.toml, …
        #[arg(value_name = "FILE")]
        file: Option<String>,
        /// Write them into `schemas/`, with `.taplo.toml`, for Taplo and Even Better TOML.
        #[arg(long, conflicts_with = "file")]
        write: bool,
    },
    /// Print completions for a shell
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Options of `build`.
#[derive(Debug, Clone, Args)]
pub struct BuildArgs {
    /// Where the site goes; else `output` in the portal's folder.
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Make a site that is opened from a folder, without a server.
    #[arg(long)]
    pub offline: bool,
    /// Make no compressed copies beside texts.
    #[arg(long)]
    pub no_sidecars: bool,
    /// Show plans in draft.
    #[arg(long)]
    pub drafts: bool,
    /// Say how long each stage took.
    #[arg(long)]
    pub timings: bool,
}

/// Options of `federate`.
#[derive(Debug, Clone, Args)]
pub struct FederateArgs {
    /// The published folders of the portals, each with its `data/` folder.
    #[arg(value_name = "DIR", required = true)]
    pub portals: Vec<PathBuf>,
    /// How the portal that leads to them is built.
    #[command(flatten)]
    pub build: BuildArgs,
}

/// Options of `serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// The port; 0 for any that is free.
    #[arg(long, value_name = "N", default_value_t = 4000)]
    pub port: u16,
    /// Open the browser.
    #[arg(long)]
    pub open: bool,
    /// Show plans in draft.
    #[arg(long)]
    pub drafts: bool,
    /// Let other machines look in at this address; else only this machine can.
    #[arg(long, value_name = "ADDRESS")]
    pub address: Option<std::net::IpAddr>,
    /// A name by which other machines ask for the preview; may be given again.
    #[arg(long = "allow-host", value_name = "NAME")]
    pub hosts: Vec<String>,
}

/// Options of `search`.
#[derive(Debug, Clone, Args)]
pub struct SearchArgs {
    /// What to look for; words set in quotation marks stand together.
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// The language in which results are shown; else that of messages.
    #[arg(long, value_name = "zh|en", value_parser = parse_lang)]
    pub lang: Option<Lang>,
    /// Show so many results.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// Say how each score came about.
    #[arg(long)]
    pub explain: bool,
    /// Look at plans in draft too.
    #[arg(long)]
    pub drafts: bool,
}

/// Options of `check`.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// Say what a code means.
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
    /// Put right what needs no judgement: width of marks and digits, spaces, ids and order of clauses.
    #[arg(long)]
    pub fix: bool,
    /// With `--fix`: show what would change, and change nothing.
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// Ask politely whether the links that lead outside still lead somewhere.
    #[arg(long)]
    pub external: bool,
    /// Say for each norm which of its items hold: accessibility, open data, standards of law and libraries.
    #[arg(long, conflicts_with = "fix")]
    pub conformance: bool,
    /// Look at plans in draft too.
    #[arg(long)]
    pub drafts: bool,
}

/// Options of `import`.
#[derive(Debug, Clone, Args)]
pub struct ImportArgs {
    /// The files: text, web pages, `.docx`.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The plan that the file is the official text of, or the id of a new one; else the plan with its number or title.
    #[arg(long, value_name = "PLAN")]
    pub into: Option<String>,
    /// Where the account of every character goes, as JSON.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Put the new text in the place of one that is there.
    #[arg(long)]
    pub force: bool,
}

/// Options of `review`.
#[derive(Debug, Clone, Args)]
pub struct ReviewArgs {
    /// The plan; else all plans that have proposed records are listed.
    #[arg(value_name = "PLAN")]
    pub plan: Option<String>,
    /// The records, as they are listed; the beginning of an id means all that begin so: `target`, `duty/c3-1`.
    #[arg(value_name = "ID", requires = "plan")]
    pub ids: Vec<String>,
    /// Take them over as they are.
    #[arg(long, requires = "plan", conflicts_with = "reject")]
    pub accept: bool,
    /// Take them out of the plan.
    #[arg(long, requires = "plan")]
    pub reject: bool,
    /// All records of the plan.
    #[arg(long, requires = "plan", conflicts_with = "ids")]
    pub all: bool,
}

/// Options of `accept`.
#[derive(Debug, Clone, Args)]
pub struct AcceptArgs {
    /// The plan.
    #[arg(value_name = "PLAN")]
    pub plan: String,
    /// The clauses: c1-2 c3.
    #[arg(value_name = "CLAUSE", required_unless_present = "all", conflicts_with = "all")]
    pub clauses: Vec<String>,
    /// Every clause that has a translation.
    #[arg(long)]
    pub all: bool,
    /// By which kind of hand they were looked at; the day is that of --now.
    #[arg(long, value_name = "WHO", default_value = "portal")]
    pub by: String,
}

/// Options of `status`.
#[derive(Debug, Clone, Args)]
pub struct StatusArgs {
    /// The plans; else all.
    #[arg(value_name = "PLAN")]
    pub plans: Vec<String>,
    /// Show what changed in the source of each stale clause, word by word.
    #[arg(long)]
    pub stale: bool,
}

/// Options of `diff`.
#[derive(Debug, Clone, Args)]
pub struct DiffArgs {
    /// The earlier portal: a built site, a portal's folder, or a git revision of this one.
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The later one.
    #[arg(value_name = "NEW")]
    pub new: String,
    /// The language in which changes are told; else that of messages.
    #[arg(long, value_name = "zh|en", value_parser = parse_lang)]
    pub lang: Option<Lang>,
}

/// What `new` makes.
#[derive(Debug, Subcommand)]
pub enum New {
    /// A plan folder with blanks to fill
    Plan {
        /// Its id: lower-case letters, digits, hyphens.
        #[arg(value_name = "ID")]
        id: String,
    },
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "expected `zh` or `en`".to_owned())
}

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "expected a date such as 2026-11-21".to_owned())
}
