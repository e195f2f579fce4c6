//! Turns parallel into tests.
