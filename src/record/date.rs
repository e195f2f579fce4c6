//! Turns written dates into calendar dates: whole ones, months, years.
//! Knows nothing of clocks and time zones.

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

pub(super) const EXPECTED_DATE: &str = "a date such as 2021-12-31";
pub(super) const EXPECTED_PARTIAL_DATE: &str = "a date, a month such as \"2016-03\", or a year";

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

impl Date {
    /// Reads `2021-12-31`.
    pub fn parse(text: &str) -> Option<Date> {
        let well_formed = text.len() == 10 && text.bytes().filter(|b| *b == b'-').count() == 2;
        well_formed.then(|| text.parse().ok().map(Date)).flatten()
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day on which a moment falls at the prime meridian; seconds count from 1970.
    pub fn from_unix(seconds: i64) -> Option<Date> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Date(moment.to_zoned(jiff::tz::TimeZone::UTC).date()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A year, a month or a day: no more precise than what was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year.
    pub year: i16,
    /// The month, where stated.
    pub month: Option<u8>,
    /// The day, where stated.
    pub day: Option<u8>,
}

impl PartialDate {
    /// A whole year.
    pub fn of_year(year: i16) -> Self {
        PartialDate { year, month: None, day: None }
    }

    /// True when all of it lies before a day.
    pub fn is_before(self, day: Date) -> bool {
        let last = (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31));
        last < (day.year(), day.month(), day.day())
    }

    /// Reads `2021`, `2016-03`, `2021-12-31`.
    pub fn parse(text: &str) -> Option<PartialDate> {
        match text.len() {
            4 => text.parse().ok().filter(|year| (1..=9999).contains(year)).map(PartialDate::of_year),
            7 => {
                let first = Date::parse(&format!("{text}-01"))?;
                Some(PartialDate { year: first.year(), month: Some(first.month()), day: None })
            }
            _ => Date::parse(text).map(PartialDate::from),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        PartialDate { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;
        impl Visitor<'_> for Day {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED_DATE)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Day)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Part;
        impl Visitor<'_> for Part {
            type Value = PartialDate;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED_PARTIAL_DATE)
            }
            fn visit_i64<E: Error>(self, year: i64) -> Result<PartialDate, E> {
                let year = i16::try_from(year).ok().filter(|year| (1000..=9999).contains(year));
                year.map(PartialDate::of_year)
                    .ok_or_else(|| E::invalid_value(Unexpected::Other("a number"), &self))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<PartialDate, E> {
                PartialDate::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Part)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date", "description": "a day: 2021-12-31" })
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> Cow<'static, str> {
        "PartialDate".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "a year (2021), a month (\"2016-03\") or a day (2021-12-31)",
            "anyOf": [
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
                { "type": "string", "pattern": "^\\d{4}(-\\d{2}){0,2}$" }
            ]
        })
    }
}
