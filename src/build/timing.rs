//! Turns stages into how long they took, for `--timings`.
//! Knows nothing of what the stages do; times never reach output.

use std::time::{Duration, Instant};

/// One stage of a build.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// The module's name.
    pub name: &'static str,
    /// Wall time.
    pub took: Duration,
}

/// The stages of a build in order.
#[derive(Debug, Clone, Default)]
pub struct Timings {
    /// The stages.
    pub stages: Vec<Stage>,
}

impl Timings {
    /// Runs a stage and notes its time.
    pub fn time<T>(&mut self, name: &'static str, stage: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let product = stage();
        self.stages.push(Stage { name, took: start.elapsed() });
        product
    }
}
