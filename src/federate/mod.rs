//! Turns the open data of many portals into the content of one that leads to all of them.
//! Knows nothing of the disk, of pages or of what is checked.
//!
//! Every portal of a province or a ministry is built by itself, from registers that all of them share. What they publish
//! below `/data` is enough to make their records again: [`federate`] writes them as the files of a portal, in which
//! each plan says where its own pages stand (`home`), and [`changes`] puts these where they belong. From there on it is a
//! portal like any other: lists, pages of bodies, the index of targets, the search and the data are made by the build,
//! and lead to the pages of the others.

mod convert;
mod index;
mod place;
mod plan;

pub use index::{Read, Refusal};
pub use place::changes;

use convert::{REGISTERS, Register, record};
use index::Data;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use toml::Table;

/// What one portal has published.
#[derive(Debug, Clone)]
pub struct Published {
    /// How it is called where it clashes with another: the folder that was named.
    name: String,
    /// The records of each register, by the register's place in [`REGISTERS`], in the order of ids.
    registers: Vec<Vec<(String, Table)>>,
    /// Its plans.
    plans: Vec<Plan>,
}

/// A plan of a portal.
#[derive(Debug, Clone)]
struct Plan {
    id: String,
    /// Where its pages stand: on the portal that has published it, or on one that this one leads to.
    home: String,
    /// The files of its folder, by their names.
    files: Vec<(String, String)>,
}

/// What stands in the way of putting portals together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Clash {
    /// An id that two portals use for different things.
    Record {
        /// The kind of thing: the name of its file in `/data`.
        set: String,
        /// The id.
        id: String,
        /// The two portals.
        portals: [String; 2],
        /// The keys that differ.
        keys: Vec<String>,
    },
    /// A plan that two portals have.
    Plan {
        /// Its id.
        id: String,
        /// The two portals.
        portals: [String; 2],
    },
    /// A plan that is said to stand where the whole will stand, which has no page of it.
    Here {
        /// Its id.
        id: String,
        /// The portal that says so.
        portal: String,
    },
    /// A register that somebody keeps by hand, where that of all portals belongs.
    Kept {
        /// The file.
        file: String,
    },
}

/// Many portals as one.
#[derive(Debug, Clone, Default)]
pub struct Federated {
    /// The registers, by their paths.
    registers: Vec<(String, String)>,
    /// The plans by their ids, each with the portal that has it.
    plans: BTreeMap<String, (String, Plan)>,
    /// What stands in the way; then the rest is what came first.
    clashes: Vec<Clash>,
}

impl Federated {
    /// How many plans there are.
    pub fn plans(&self) -> usize {
        self.plans.len()
    }
}

impl Published {
    /// Reads what a portal has published; `read` gives its files by their paths.
    ///
    /// # Errors
    /// When a file cannot be read or is not what it should be.
    pub fn read(name: &str, read: &Read<'_>) -> Result<Published, Refusal> {
        let data = Data::open(name, read)?;
        let mut registers = Vec::new();
        for register in &REGISTERS {
            let records = data.set(register.set)?;
            let named = records
                .iter()
                .map(|value| Ok((data.id(value, register.set)?.to_owned(), record(value, register.keys))));
            registers.push(named.collect::<Result<_, Refusal>>()?);
        }
        let mut plans = Vec::new();
        for head in data.set("plans")? {
            let id = data.id(&head, "plans")?;
            plans.push(plan::read(&data, &data.plan(id)?, id)?);
        }
        Ok(Published { name: name.to_owned(), registers, plans })
    }
}

/// Puts many portals together. What is the same in several of them is there once.
///
/// # Errors
/// When a record cannot be written as content.
pub fn federate(portals: Vec<Published>) -> anyhow::Result<Federated> {
    let mut federated = Federated::default();
    for (number, register) in REGISTERS.iter().enumerate() {
        let records = portals.iter().map(|portal| (&*portal.name, portal.registers[number].as_slice()));
        let table = merged(register, records, &mut federated.clashes);
        let path = format!("content/{}", register.file);
        federated.registers.push((path, place::marked(&toml::to_string(&table)?)));
    }
    for portal in portals {
        for plan in portal.plans {
            if let Some((first, _)) = federated.plans.get(&plan.id) {
                let portals = [first.clone(), portal.name.clone()];
                federated.clashes.push(Clash::Plan { id: plan.id, portals });
            } else {
                federated.plans.insert(plan.id.clone(), (portal.name.clone(), plan));
            }
        }
    }
    Ok(federated)
}

/// One register of all portals, in the order of ids.
fn merged<'a>(
    register: &Register,
    portals: impl Iterator<Item = (&'a str, &'a [(String, Table)])>,
    clashes: &mut Vec<Clash>,
) -> Table {
    let mut known: BTreeMap<&str, (&str, &Table)> = BTreeMap::new();
    for (portal, records) in portals {
        for (id, new) in records {
            let (first, old) = known.entry(id).or_insert((portal, new));
            if *old != new {
                clashes.push(Clash::Record {
                    set: register.set.to_owned(),
                    id: id.clone(),
                    portals: [(*first).to_owned(), portal.to_owned()],
                    keys: differing(old, new),
                });
            }
        }
    }
    let records = known.into_values().map(|(_, record)| toml::Value::Table(record.clone())).collect();
    Table::from_iter([(register.record.to_owned(), toml::Value::Array(records))])
}

/// The keys under which two records say different things.
fn differing(one: &Table, other: &Table) -> Vec<String> {
    let mut keys: Vec<&String> = one.keys().chain(other.keys()).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter().filter(|key| one.get(*key) != other.get(*key)).cloned().collect()
}

/// The records of a list, for whoever writes it.
fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value[key].as_array().into_iter().flatten()
}
