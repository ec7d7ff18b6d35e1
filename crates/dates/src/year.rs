use crate::PartialDate;
use crate::calendar::{BUDDHIST_ERA, islamic, persian};
use crate::context::Context;
use crate::draft::{Year, YearMark};
use chrono::Datelike;
use copydesk_date_words::{Calendar, Locales};

/// A year, and the calendar that counts so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CivilYear {
    /// Of the Gregorian calendar, but where the months are those of another.
    pub(crate) year: i32,
    pub(crate) calendar: Calendar,
}

/// The first of two-digit years that is of the 20th century where no reference tells the century.
const PIVOT: i32 = 70;

impl Year {
    /// What a year printed next to a month of some calendar means; `locales` are those of the month's name.
    pub(crate) fn read(
        self,
        months: Calendar,
        locales: Option<Locales>,
        context: &Context<'_>,
    ) -> Option<CivilYear> {
        let value = i32::try_from(self.number.value).ok()?;
        let plain = |year, calendar| Some(CivilYear { year, calendar });
        match (self.mark, self.number.digits) {
            (Some(YearMark::Era(before)), _) => {
                plain(value.checked_add(i32::from(before))?, era_calendar(i32::from(before), months))
            }
            (Some(YearMark::Calendar(Calendar::Buddhist)), _) => {
                plain(value + BUDDHIST_ERA, Calendar::Buddhist)
            }
            (Some(YearMark::Calendar(calendar)), _) => plain(value, calendar),
            (None, 2) if matches!(months, Calendar::Gregorian | Calendar::Buddhist) => {
                plain(century(value, context), months)
            }
            (None, 4) if is_buddhist(value) && self.is_thai(locales, context) => {
                plain(value + BUDDHIST_ERA, Calendar::Buddhist)
            }
            (None, 4) if is_hijri(value) && self.is_persian(months, context) => {
                plain(value, Calendar::Persian)
            }
            (None, 4) if is_hijri(value) && self.is_islamic(months, context) => {
                plain(value, Calendar::Islamic)
            }
            (None, 4) => plain(value, months),
            _ => None,
        }
    }

    /// Whether the century is not written.
    pub(crate) fn is_short(self) -> bool {
        self.mark.is_none() && self.number.digits == 2
    }

    fn is_thai(self, locales: Option<Locales>, context: &Context<'_>) -> bool {
        const THAI_ZERO: char = '\u{E50}';
        self.number.zero == THAI_ZERO
            || context.speaks("th")
            || locales.is_some_and(|locales| locales.contains("th"))
    }

    fn is_persian(self, months: Calendar, context: &Context<'_>) -> bool {
        const PERSIAN_ZERO: char = '\u{6F0}';
        months == Calendar::Gregorian && (self.number.zero == PERSIAN_ZERO || context.speaks("fa"))
    }

    fn is_islamic(self, months: Calendar, context: &Context<'_>) -> bool {
        const ARABIC_ZERO: char = '\u{660}';
        months == Calendar::Gregorian && (self.number.zero == ARABIC_ZERO || context.speaks("ar"))
    }
}

impl CivilYear {
    /// The Gregorian date of a month and a day of this year, if there is one.
    pub(crate) fn date(self, month: Option<u8>, day: Option<u8>) -> Option<PartialDate> {
        let date = match self.calendar {
            Calendar::Persian => persian(self.year, month?, day?)?.into(),
            Calendar::Islamic => islamic(self.year, month?, day?)?.into(),
            Calendar::Gregorian | Calendar::Buddhist => PartialDate { year: Some(self.year), month, day },
        };
        (date.exists() && date.year.is_none_or(|year| (1..=2999).contains(&year))).then_some(date)
    }
}

fn era_calendar(before: i32, months: Calendar) -> Calendar {
    if before == BUDDHIST_ERA { Calendar::Buddhist } else { months }
}

fn is_buddhist(year: i32) -> bool {
    (2400..2700).contains(&year)
}

fn is_hijri(year: i32) -> bool {
    (1200..1500).contains(&year)
}

/// The year nearest to the reference that ends with two digits.
fn century(short: i32, context: &Context<'_>) -> i32 {
    match context.reference {
        Some(reference) => {
            let year = reference.year();
            short + (year - short + 50).div_euclid(100) * 100
        }
        None if short < PIVOT => 2000 + short,
        None => 1900 + short,
    }
}
