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
}

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site into the output folder
    Build(BuildArgs),
    /// Look for faults without building
    Check(CheckArgs),
    /// Turn official files into plans
    Import(ImportArgs),
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
    /// Show plans in draft.
    #[arg(long)]
    pub drafts: bool,
    /// Say how long each stage took.
    #[arg(long)]
    pub timings: bool,
}

/// Options of `check`.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// Say what a code means.
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
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
