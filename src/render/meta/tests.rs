//! Turns meta into tests.
