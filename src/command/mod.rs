//! Turns a command into work and its result into words: data on stdout, talk on stderr, an exit code.
//! Knows nothing of how the work is done.

mod accept;
mod build;
mod check;
mod completions;
mod diff;
mod federate;
mod fix;
mod import;
mod init;
mod new;
mod review;
mod schema;
mod search;
mod serve;
mod status;
mod talk;
mod verify;

use crate::cli::{Cli, Command, Format, New};
use crate::lang::Lang;
use crate::record::Date;
use std::process::ExitCode;
use talk::Talk;

/// What the process was started with, read once.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `SOURCE_DATE_EPOCH`: seconds since 1970, for builds that others repeat.
    pub source_date_epoch: Option<String>,
    /// The terminal's language: `LC_ALL`, `LC_MESSAGES` or `LANG`.
    pub locale: Option<String>,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// No errors; warnings are allowed.
    Clean,
    /// Faults were found in the content.
    Faults,
    /// The tool itself failed: disk, arguments.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        match ending {
            Ending::Clean => ExitCode::SUCCESS,
            Ending::Faults => ExitCode::from(1),
            Ending::Failed => ExitCode::from(2),
        }
    }
}

/// Does what was asked.
pub fn run(cli: &Cli, environment: &Environment) -> Ending {
    let ui = cli.global.ui.unwrap_or_else(|| language_of(environment));
    let talk = Talk::new(ui);
    let done = match &cli.command {
        command if cli.global.format == Format::Atom && !matches!(command, Command::Diff(_)) => {
            Err(anyhow::anyhow!("{}", talk.wording().word("atom-for-diff", &[])))
        }
        command if cli.global.format == Format::Sarif && !matches!(command, Command::Check(_)) => {
            Err(anyhow::anyhow!("{}", talk.wording().word("sarif-for-check", &[])))
        }
        Command::Build(args) => {
            now(cli, environment).and_then(|now| build::run(&cli.global, args, now, &talk))
        }
        Command::Check(args) => {
            now(cli, environment).and_then(|now| check::run(&cli.global, args, now, &talk))
        }
        Command::Serve(args) => now(cli, environment).and_then(|now| serve::run(&cli.global, args, now, ui)),
        Command::Search(args) => {
            now(cli, environment).and_then(|now| search::run(&cli.global, args, now, ui, &talk))
        }
        Command::Federate(args) => {
            now(cli, environment).and_then(|now| federate::run(&cli.global, args, now, &talk))
        }
        Command::Import(args) => import::run(&cli.global, args, &talk),
        Command::Review(args) => review::run(&cli.global, args, &talk),
        Command::Accept(args) => {
            now(cli, environment).and_then(|now| accept::run(&cli.global, args, now, &talk))
        }
        Command::Status(args) => {
            now(cli, environment).and_then(|now| status::run(&cli.global, args, now, &talk))
        }
        Command::Diff(args) => {
            now(cli, environment).and_then(|now| diff::run(&cli.global, args, now, ui, &talk))
        }
        Command::Verify { dir } => verify::run(dir, cli.global.format, &talk),
        Command::New { what: New::Plan { id } } => new::plan(&cli.global, id, &talk),
        Command::Init { dir } => init::run(dir, &talk),
        Command::Schema { write: true, .. } => schema::write(&cli.global, &talk),
        Command::Schema { file, .. } => schema::run(file.as_deref()),
        Command::Completions { shell } => completions::run(*shell),
    };
    match done {
        Ok(ending) => ending,
        Err(error) if talk::is_broken_pipe(&error) => Ending::Clean,
        Err(error) => {
            talk.failure(&error);
            Ending::Failed
        }
    }
}

/// The day of the build: asked for, or the environment's for repeatable builds, or the portal's own.
fn now(cli: &Cli, environment: &Environment) -> anyhow::Result<Option<Date>> {
    let from_environment = environment.source_date_epoch.as_deref().filter(|text| !text.is_empty());
    let from_environment = from_environment.map(|text| {
        let date = text.parse().ok().and_then(Date::from_unix);
        date.ok_or_else(|| anyhow::anyhow!("SOURCE_DATE_EPOCH is not a number of seconds: {text}"))
    });
    match cli.global.now {
        Some(now) => Ok(Some(now)),
        None => from_environment.transpose(),
    }
}

fn language_of(environment: &Environment) -> Lang {
    let chinese = environment.locale.as_deref().is_some_and(|locale| locale.starts_with("zh"));
    if chinese { Lang::Zh } else { Lang::En }
}
