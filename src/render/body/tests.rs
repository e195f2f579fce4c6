//! Turns body into tests.
