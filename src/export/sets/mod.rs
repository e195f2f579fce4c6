//! Turns the site's records into those of the data sets: one file each, with shape, making and columns.
//! Knows nothing of files.

pub(super) mod clauses;
pub(super) mod departments;
pub(super) mod documents;
pub(super) mod duties;
pub(super) mod facts;
pub(super) mod figure;
pub(super) mod glossary;
pub(super) mod indicators;
pub(super) mod mentions;
pub(super) mod partners;
pub(super) mod places;
pub(super) mod plans;
pub(super) mod projects;
pub(super) mod targets;
pub(super) mod topics;
pub(super) mod units;
pub(super) mod whole;

use super::part::{Unit, Weight};
use super::portal::Portal;
use crate::content::PlanFolder;
use crate::resolve::{Site, Skeleton};

/// Bytes that the frame of any record may have: its keys, two addresses, names beside ids.
const FRAME: usize = 2_000;

/// Bytes that a reference in a list may have.
const REFERENCE: usize = 400;

/// One unit per plan, in the order in which `<plan>/…` sorts.
fn by_plan(site: &Site, weight: impl Fn(&PlanFolder, &Skeleton) -> Weight) -> Vec<Unit> {
    plan_units(site, '/', weight)
}

/// One unit per plan, in the order in which ids sort that begin with the plan's and a separator.
fn plan_units(site: &Site, separator: char, weight: impl Fn(&PlanFolder, &Skeleton) -> Weight) -> Vec<Unit> {
    let weigh = |plan: usize| weight(&site.catalog.plans[plan], &site.skeletons[plan]);
    let order = Portal::plan_order(site, separator).into_iter();
    order.map(|plan| Unit { at: plan, weight: weigh(plan) }).collect()
}

/// One unit per entry of a register, whose order is that of ids; registers hold hardly any running text.
fn by_entry(count: usize, frame: impl Fn(usize) -> usize) -> Vec<Unit> {
    (0..count).map(|at| Unit { at, weight: Weight::frame(frame(at)) }).collect()
}
