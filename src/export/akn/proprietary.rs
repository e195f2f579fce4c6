//! Turns targets, facts and duties into the part of an Akoma Ntoso document that is left to its makers.
//! Knows nothing of the text that proves them.
//!
//! The standard has no element for an aim, a deadline or a leading body. The fields are those of the open data.

use super::Document;
use crate::content::plan::{Target, Time};
use crate::export::xml::Xml;
use crate::resolve::RecordRef;
use std::io;

/// The namespace of what is the portal's own: a name, not a place on the net.
const NAMESPACE: &str = "urn:diptych:records:1";

impl Document<'_> {
    /// Targets, then facts.
    pub(super) fn records(&self) -> impl Iterator<Item = (RecordRef, &Target)> {
        let (plan, record) = (self.plan, &self.portal.site.catalog.plans[self.plan].record);
        let numbered = move |fact| move |(index, target)| (RecordRef { plan, index, fact }, target);
        let facts = record.fact.iter().enumerate().map(numbered(true));
        record.target.iter().enumerate().map(numbered(false)).chain(facts)
    }

    /// Writes the records of the plan.
    pub(super) fn proprietary(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        let record = &self.portal.site.catalog.plans[self.plan].record;
        if record.target.is_empty() && record.fact.is_empty() && record.duty.is_empty() {
            return Ok(());
        }
        xml.open("proprietary", &[("source", "#portal"), ("xmlns:d", NAMESPACE)])?;
        for (at, target) in self.records() {
            self.record(if at.fact { "d:fact" } else { "d:target" }, target, xml)?;
        }
        for duty in &record.duty {
            let bodies: Vec<&str> = duty.departments.iter().map(|id| id.as_str()).collect();
            let bodies = bodies.join(" ");
            let clause = format!("#{}", duty.clause.as_str());
            let (role, basis) = (duty.role.word(), duty.basis.word());
            xml.empty(
                "d:duty",
                &[("clause", &clause), ("role", role), ("departments", &bodies), ("basis", basis)],
            )?;
        }
        xml.close("proprietary")
    }

    fn record(&self, tag: &str, target: &Target, xml: &mut Xml<'_>) -> io::Result<()> {
        let clause = format!("#{}", target.clause.as_str());
        let mut attributes =
            vec![("id", target.id.as_str()), ("clause", clause.as_str()), ("extent", target.extent.word())];
        attributes.extend(target.value.as_ref().map(|value| ("value", value.0.as_str())));
        attributes.extend(target.upper.as_ref().map(|upper| ("upper", upper.0.as_str())));
        attributes.extend(target.unit.as_ref().map(|unit| ("unit", unit.as_str())));
        if target.value.is_some() {
            attributes.extend([("comparator", target.comparator.word()), ("change", target.change.word())]);
        }
        attributes.extend(target.nature.map(|nature| ("nature", nature.word())));
        if tag == "d:target" {
            attributes.push(("force", target.force.word()));
        }
        xml.open(tag, &attributes)?;
        xml.words("d:subject", &[], target.subject.get(self.lang))?;
        if let Some(time) = &target.deadline {
            self.time("d:deadline", time, xml)?;
        }
        if let Some(time) = &target.as_of {
            self.time("d:asOf", time, xml)?;
        }
        for body in &target.departments {
            let attributes =
                [("id", body.id.as_str()), ("role", body.role.word()), ("basis", body.basis.word())];
            xml.empty("d:department", &attributes)?;
        }
        xml.close(tag)
    }

    fn time(&self, tag: &str, time: &Time, xml: &mut Xml<'_>) -> io::Result<()> {
        let (start, end) = (time.start.map(|date| date.to_string()), time.end.map(|date| date.to_string()));
        let mut attributes = vec![("kind", time.kind.word()), ("basis", time.basis.word())];
        attributes.extend(start.as_deref().map(|start| ("start", start)));
        attributes.extend(end.as_deref().map(|end| ("end", end)));
        let words = time.text.as_ref().map_or("", |text| text.get(self.lang));
        xml.words(tag, &attributes, words)
    }
}
