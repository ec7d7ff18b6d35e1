use crate::PartialDate;
use crate::calendar::{BUDDHIST_ERA, islamic, persian};
use crate::context::Context;
use crate::draft::{Year, YearMark};
use chrono::Datelike;
use copydesk_date_words::{Calendar, Locales, YearCustom, year_customs};

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
            (None, 4) if months == Calendar::Gregorian => match self.custom(value, locales, context) {
                Some(Calendar::Buddhist) => plain(value + BUDDHIST_ERA, Calendar::Buddhist),
                calendar => plain(value, calendar.unwrap_or(months)),
            },
            (None, 4) => plain(value, months),
            _ => None,
        }
    }

    /// Whether the century is not written.
    pub(crate) fn is_short(self) -> bool {
        self.mark.is_none() && self.number.digits == 2
    }

    /// The calendar that such years are counted in by custom of the caller's locale, or else of that of the digits or of the
    /// month's name. The months of the Buddhist calendar are the Gregorian ones; to others a Gregorian name does not point.
    fn custom(self, value: i32, months: Option<Locales>, context: &Context<'_>) -> Option<Calendar> {
        let is_of_months = |custom: &YearCustom| {
            custom.calendar == Calendar::Buddhist
                && months.is_some_and(|locales| locales.contains(custom.tag))
        };
        let customs = || year_customs().iter().filter(|custom| custom.has(value));
        customs()
            .find(|custom| context.speaks(custom.tag))
            .or_else(|| customs().find(|custom| self.number.zero == custom.zero || is_of_months(custom)))
            .map(|custom| custom.calendar)
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
