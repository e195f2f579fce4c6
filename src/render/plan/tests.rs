//! Turns plan into tests.
