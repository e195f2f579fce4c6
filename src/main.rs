//! Turns what was typed into an exit code.
//! Knows nothing but where the arguments and the environment are.

use clap::Parser;
use diptych::cli::Cli;
use diptych::command::{self, Environment};
use std::process::ExitCode;

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let read = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let environment = Environment {
        source_date_epoch: read("SOURCE_DATE_EPOCH"),
        locale: read("LC_ALL").or_else(|| read("LC_MESSAGES")).or_else(|| read("LANG")),
    };
    command::run(&Cli::parse(), &environment).into()
}
