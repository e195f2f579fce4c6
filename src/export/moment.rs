//! Turns dates of the content into moments of the owner's time zone, for formats that know no days.
//! Knows nothing of the present, and asks no computer for its time zones: the database is compiled in.

use crate::record::PartialDate;
use anyhow::{Context, anyhow};
use jiff::civil;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// A time zone of the IANA database.
pub(super) struct Zone(TimeZone);

impl Zone {
    /// The zone with a name such as `Asia/Shanghai`.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn find(name: &str) -> anyhow::Result<Zone> {
        let zone = TimeZoneDatabase::bundled().get(name);
        Ok(Zone(zone.map_err(|_| anyhow!("`time_zone` in portal.toml: there is no time zone `{name}`"))?))
    }

    /// The first moment of a day, as RFC 3339 writes it; of a month or year that is known no better, its first.
    ///
    /// # Errors
    /// When the day is outside the calendar.
    pub(super) fn first_moment(&self, date: PartialDate) -> anyhow::Result<String> {
        let part = |part: Option<u8>| i8::try_from(part.unwrap_or(1)).unwrap_or(1);
        let day = civil::Date::new(date.year, part(date.month), part(date.day));
        let moment = day.and_then(|day| day.to_zoned(self.0.clone()));
        let moment = moment.with_context(|| format!("{date} is no day of the calendar"))?;
        Ok(moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(zone: &str, date: &str) -> String {
        Zone::find(zone).unwrap().first_moment(PartialDate::parse(date).unwrap()).unwrap()
    }

    #[test]
    fn a_day_begins_where_the_portal_is() {
        assert_eq!(moment("Asia/Shanghai", "2021-12-31"), "2021-12-31T00:00:00+08:00");
        assert_eq!(moment("Asia/Shanghai", "2016-03"), "2016-03-01T00:00:00+08:00");
        assert_eq!(moment("Asia/Shanghai", "2016"), "2016-01-01T00:00:00+08:00");
        assert_eq!(moment("Europe/Vienna", "2021-07-01"), "2021-07-01T00:00:00+02:00");
        assert_eq!(moment("Europe/Vienna", "2021-12-01"), "2021-12-01T00:00:00+01:00");
        assert_eq!(moment("UTC", "2021-12-01"), "2021-12-01T00:00:00+00:00");
    }

    #[test]
    fn a_zone_that_does_not_exist_is_named() {
        let error = Zone::find("Asia/Shangai").err().unwrap().to_string();
        assert!(error.contains("Asia/Shangai"), "{error}");
    }
}
