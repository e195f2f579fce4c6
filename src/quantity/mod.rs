//! Turns numbers in texts into exact values.
//! Knows nothing of plans.
