use chrono::NaiveDate;
use std::fmt;

/// A date as far as it is written; nothing is filled in.
///
/// Displays as ISO 8601 and EDTF do: `2017-06-02`, `2017-06`, `2017`, `--06-02`, `--06`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year of the Gregorian calendar.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
}

/// A time of day as far as it is written.
///
/// Displays as ISO 8601 does, down to the minute at least: `17:00`, `17:12`, `17:12:09+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, if written.
    pub minute: Option<u8>,
    /// The second, if written; its fraction is dropped.
    pub second: Option<u8>,
    /// Minutes east of UTC, if written and known for certain.
    pub offset: Option<i16>,
}

/// How far down a mention is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Precision {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

/// The value of a mention as ISO 8601 writes it: `2017-06-02T17:12+02:00`, `--06-02`, `T17:12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    pub(crate) date: PartialDate,
    pub(crate) time: Option<Time>,
}

impl PartialDate {
    /// A whole date.
    pub const fn new(year: i32, month: u8, day: u8) -> Self {
        Self { year: Some(year), month: Some(month), day: Some(day) }
    }

    /// The date, if year, month and day are known.
    ///
    /// ```
    /// use copydesk_dates::PartialDate;
    ///
    /// assert!(PartialDate::new(2017, 5, 31).to_naive().is_some());
    /// assert!(PartialDate { day: None, ..PartialDate::new(2017, 5, 31) }.to_naive().is_none());
    /// ```
    pub fn to_naive(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, u32::from(self.month?), u32::from(self.day?))
    }

    /// Whether nothing is known.
    pub const fn is_empty(self) -> bool {
        self.year.is_none() && self.month.is_none() && self.day.is_none()
    }

    /// Whether such a day exists; 29 February does where the year is not known.
    pub(crate) fn exists(self) -> bool {
        const LEAP_YEAR: i32 = 2000;
        let filled = (self.year.unwrap_or(LEAP_YEAR), self.month.unwrap_or(1), self.day.unwrap_or(1));
        Self::new(filled.0, filled.1, filled.2).to_naive().is_some()
    }

    pub(crate) fn precision(self) -> Option<Precision> {
        match self {
            Self { day: Some(_), .. } => Some(Precision::Day),
            Self { month: Some(_), .. } => Some(Precision::Month),
            Self { year: Some(_), .. } => Some(Precision::Year),
            _ => None,
        }
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        use chrono::Datelike;
        Self::new(date.year(), date.month() as u8, date.day() as u8)
    }
}

impl Time {
    pub(crate) fn precision(self) -> Precision {
        match self {
            Self { second: Some(_), .. } => Precision::Second,
            Self { minute: Some(_), .. } => Precision::Minute,
            _ => Precision::Hour,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) if (0..=9999).contains(&year) => write!(f, "{year:04}")?,
            Some(year) => write!(f, "{year:+05}")?,
            None if self.is_empty() => return Ok(()),
            None => f.write_str("-")?,
        }
        match (self.month, self.day) {
            (Some(month), Some(day)) => write!(f, "-{month:02}-{day:02}"),
            (Some(month), None) => write!(f, "-{month:02}"),
            (None, Some(day)) => write!(f, "--{day:02}"),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute.unwrap_or(0))?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.offset {
            Some(0) => f.write_str("Z"),
            Some(east) => {
                let sign = if east < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", east.abs() / 60, east.abs() % 60)
            }
            None => Ok(()),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        match self.time {
            Some(time) => write!(f, "T{time}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        })
    }
}
