//! Turns `diptych completions` into a script for a shell.
//! Knows nothing of shells; `clap_complete` does.

use super::Ending;
use super::talk::print;
use crate::cli::Cli;
use clap::CommandFactory;
use clap_complete::Shell;

pub(super) fn run(shell: Shell) -> anyhow::Result<Ending> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "diptych", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Clean)
}
