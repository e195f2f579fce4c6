//! Turns the index of a portal's open data into its files, each compared with the checksum that stands there.
//! Knows nothing of what the records mean.

use crate::route::is_id;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Gives a file of a published folder by its path; nothing where it cannot be read.
pub type Read<'a> = dyn Fn(&str) -> Option<Vec<u8>> + Sync + 'a;

/// The file that lists all others.
const INDEX: &str = "data/index.json";

/// Why a portal cannot be used: a sentence of the message files, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The sentence.
    pub key: &'static str,
    /// What it is about.
    pub args: Vec<(&'static str, String)>,
}

/// What a portal has published below `/data`.
pub(super) struct Data<'a> {
    name: &'a str,
    read: &'a Read<'a>,
    files: BTreeMap<String, File>,
}

#[derive(Deserialize)]
struct Index {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    parts: usize,
    sha256: String,
}

impl<'a> Data<'a> {
    /// Reads the index.
    pub(super) fn open(name: &'a str, read: &'a Read<'a>) -> Result<Data<'a>, Refusal> {
        let mut data = Data { name, read, files: BTreeMap::new() };
        let index: Index = data.json(INDEX, &data.bytes(INDEX)?)?;
        data.files = index.files.into_iter().map(|file| (file.path.clone(), file)).collect();
        Ok(data)
    }

    /// All records of a set, were it cut into parts.
    pub(super) fn set(&self, set: &str) -> Result<Vec<Value>, Refusal> {
        let first = format!("data/{set}.json");
        let parts = self.files.get(&first).map_or(1, |file| file.parts);
        let mut records: Vec<Value> = self.listed(&first)?;
        for part in 2..=parts {
            records.extend(self.listed::<Vec<Value>>(&format!("data/{set}-{part}.json"))?);
        }
        Ok(records)
    }

    /// All of one plan.
    pub(super) fn plan(&self, id: &str) -> Result<Value, Refusal> {
        self.listed(&format!("data/plans/{id}.json"))
    }

    /// The id of a record: a plain one, as it becomes a name of files and addresses.
    pub(super) fn id<'v>(&self, record: &'v Value, set: &str) -> Result<&'v str, Refusal> {
        let id = record["id"].as_str().filter(|id| is_id(id));
        id.ok_or_else(|| {
            let args = vec![("file", format!("data/{set}.json")), ("value", shown(&record["id"]))];
            self.refusal("federate-id", args)
        })
    }

    /// Why this portal cannot be used.
    pub(super) fn refusal(&self, key: &'static str, mut args: Vec<(&'static str, String)>) -> Refusal {
        args.push(("portal", self.name.to_owned()));
        Refusal { key, args }
    }

    /// A file that the index lists, and that is what was listed.
    fn listed<T: DeserializeOwned>(&self, path: &str) -> Result<T, Refusal> {
        let file = self.files.get(path);
        let file =
            file.ok_or_else(|| self.refusal("federate-not-listed", vec![("file", path.to_owned())]))?;
        let bytes = self.bytes(path)?;
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if found != file.sha256 {
            return Err(self.refusal("federate-altered", vec![("file", path.to_owned())]));
        }
        self.json(path, &bytes)
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Refusal> {
        (self.read)(path).ok_or_else(|| self.refusal("federate-unread", vec![("file", path.to_owned())]))
    }

    fn json<T: DeserializeOwned>(&self, path: &str, bytes: &[u8]) -> Result<T, Refusal> {
        serde_json::from_slice(bytes).map_err(|error| {
            self.refusal("federate-json", vec![("file", path.to_owned()), ("why", error.to_string())])
        })
    }
}

/// A value as a person may see it: the beginning of a text without marks that command a terminal.
pub(super) fn shown(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.chars().filter(|c| !c.is_control()).take(80).collect()
}
