//! Turns jsonld into tests.
