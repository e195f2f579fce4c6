//! Turns one register file into a [`Register`]: records in the order of their ids, each id once.
//! Knows nothing of what the records mean.

use super::registry::RegisterFile;
use super::remembered::{Read, remember};
use super::{Identified, Register};
use crate::memory::{Key, Memory};
use crate::record;
use crate::report::{Code, Diagnostic};
use crate::route::{SourcePath, is_id};
use crate::source::Sources;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A register as a stage keeps it.
pub(super) type Kept<F> = Memory<Read<Arc<Register<<F as RegisterFile>::Record>>>>;

/// Reads a register that may be missing, unless it is known already.
pub(super) fn register<F>(
    sources: &Sources,
    path: &SourcePath,
    kind: &str,
    before: &Kept<F>,
    faults: &mut Vec<Diagnostic>,
) -> (Arc<Register<F::Record>>, Kept<F>)
where
    F: RegisterFile,
    F::Record: Identified,
{
    let mut key = Key::kind("register").with(kind);
    if sources.contains(path) {
        key.add(sources.key(path).map_or([0; 32], |key| *key.as_bytes()));
    }
    let key = key.done();
    let read = before.recall_or(key, || read::<F>(sources, path, kind, key));
    faults.extend_from_slice(&read.faults);
    (Arc::clone(&read.value), remember([(key, read)]))
}

fn read<F>(sources: &Sources, path: &SourcePath, kind: &str, key: Key) -> Read<Arc<Register<F::Record>>>
where
    F: RegisterFile,
    F::Record: Identified,
{
    let (mut records, mut unusable, mut faults) = (Vec::new(), BTreeSet::new(), Vec::new());
    if sources.contains(path) {
        match sources.text(path) {
            Ok(text) => {
                let (file, more) = record::read::<F>(&text, path);
                records = file.map(F::into_records).unwrap_or_default();
                if !more.is_empty() {
                    let sound: BTreeSet<&str> = records.iter().map(|record| record.id().as_str()).collect();
                    unusable = record::ids(&text, path, kind);
                    unusable.retain(|id| !sound.contains(id.as_str()));
                }
                faults.extend(more);
            }
            Err(unreadable) => faults.push(unreadable.diagnostic(path)),
        }
    }
    check_ids(&mut records, kind, path, &mut faults);
    Read { value: Arc::new(Register { path: path.clone(), key, records, unusable }), faults }
}

/// Sorts by id; malformed and repeated ids are reported, and of a repeated one the first is kept.
fn check_ids<T: Identified>(
    records: &mut Vec<T>,
    kind: &str,
    path: &SourcePath,
    faults: &mut Vec<Diagnostic>,
) {
    for record in records.iter().filter(|record| kind != "redirect" && !is_id(record.id())) {
        let fault = Diagnostic::new(Code::MalformedId).with("value", record.id().as_str());
        faults.push(fault.at(record.id().place(path)));
    }
    records.retain(|record| kind == "redirect" || is_id(record.id()));
    records.sort_by(|a, b| a.id().value.cmp(&b.id().value).then(a.id().span.cmp(&b.id().span)));
    records.dedup_by(|later, first| {
        let same = later.id().value == first.id().value;
        if same {
            let fault = Diagnostic::new(Code::DuplicateId).with("id", later.id().as_str()).with("kind", kind);
            faults.push(fault.at(later.id().place(path)));
        }
        same
    });
}
