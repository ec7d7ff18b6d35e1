//! The days that are written.

use copydesk_dates::NaiveDate;

/// One of each month: ends of years and months, a leap day, days that are numbers of months as well, both centuries.
const EDGES: [(i32, u32, u32); 12] = [
    (2016, 1, 1),
    (2016, 2, 29),
    (1978, 3, 8),
    (2005, 4, 3),
    (2017, 5, 31),
    (2020, 6, 30),
    (2007, 7, 7),
    (1985, 8, 15),
    (2009, 9, 20),
    (2010, 10, 10),
    (2012, 11, 12),
    (1999, 12, 31),
];

pub(crate) fn edges() -> impl Iterator<Item = NaiveDate> {
    EDGES.into_iter().map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap())
}
