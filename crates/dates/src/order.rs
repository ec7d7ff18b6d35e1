use crate::context::Context;
use crate::draft::{Year, YearMark};
use crate::reading::Reading;
use crate::token::Number;
use copydesk_date_words::{Calendar, Order};

/// The readings of three numbers as a date that exists.
pub(crate) fn readings<'c>(
    numbers: [Number; 3],
    mark: Option<YearMark>,
    context: &'c Context<'_>,
) -> impl Iterator<Item = Reading> + 'c {
    let year_first = numbers[0].digits == 4;
    let orders: &[Order] = match numbers.map(|number| number.digits) {
        [4, ..] => &[Order::Ymd],
        [.., 4] => &[Order::Dmy, Order::Mdy],
        [2, _, 1] => &[Order::Ymd],
        _ => &[Order::Dmy, Order::Mdy, Order::Ymd],
    };
    let usual = orders.iter().filter_map(move |order| reading(numbers, mark, *order, context));
    let [year, day, month] = numbers;
    // Uyghur and N'Ko write the day before the month; other numbers are read so only if they are no date else.
    let is_swapped = year_first && day.value > 12;
    let swapped = is_swapped.then(|| reading([year, month, day], mark, Order::Ymd, context)).flatten();
    usual.chain(swapped.map(|reading| Reading { order: None, ..reading }))
}

/// The readings of two numbers as a day and a month.
pub(crate) fn pair_readings([a, b]: [Number; 2]) -> impl Iterator<Item = Reading> {
    let orders = [(Order::Dmy, b, a), (Order::Mdy, a, b)];
    orders.into_iter().filter_map(|(order, month, day)| {
        let (month, day) = month_and_day(month, day)?;
        Reading::partial(None, Some(month), Some(day), Some(order))
    })
}

/// What tells how well an order fits numbers that a sign parts.
pub(crate) struct Customs<'c> {
    sign: char,
    context: &'c Context<'c>,
    /// The order in the caller's locales, and whether it holds wherever their language is written.
    of_locale: Option<Order>,
    is_certain: bool,
}

impl<'c> Customs<'c> {
    pub(crate) fn of(sign: char, context: &'c Context<'_>) -> Self {
        let (of_locale, is_certain) = (context.locale_order(), context.is_locale_order_certain());
        Self { sign, context, of_locale, is_certain }
    }

    /// How well an order fits, the best lowest.
    ///
    /// The caller's order comes first, then, but for dots, what is usual where the text comes from, then that of the
    /// caller's locales, then custom: dots part days from months, and years of two digits stand last. Where custom is
    /// silent, most of the world writes the day first.
    pub(crate) fn rank(&self, order: Order) -> u8 {
        let (sign, context) = (self.sign, self.context);
        if sign == ',' {
            return u8::from(Some(order) != context.comma_order());
        }
        let is_of_locale = Some(order) == self.of_locale;
        match order {
            order if Some(order) == context.order => 0,
            order if sign != '.' && Some(order) == context.usual_order => 0,
            _ if is_of_locale && !context.has_order(sign) && self.is_certain => 0,
            Order::Dmy if sign == '.' => 1,
            _ if is_of_locale => 2,
            Order::Dmy => 3,
            Order::Mdy => 4,
            Order::Ymd => 5,
        }
    }
}

/// The highest rank that settles the order.
pub(crate) const SETTLED: u8 = 1;

fn reading(
    [a, b, c]: [Number; 3],
    mark: Option<YearMark>,
    order: Order,
    context: &Context<'_>,
) -> Option<Reading> {
    let (year, month, day) = match order {
        Order::Dmy => (c, b, a),
        Order::Mdy => (c, a, b),
        Order::Ymd => (a, b, c),
    };
    let (month, day) = month_and_day(month, day)?;
    let year = Year { number: year, mark }.read(Calendar::Gregorian, None, context)?;
    let date = year.date(Some(month), Some(day))?;
    Some(Reading { date, order: Some(order), locales: None, calendar: year.calendar })
}

fn month_and_day(month: Number, day: Number) -> Option<(u8, u8)> {
    Some((month.within(1..=2, 1..=12)? as u8, day.within(1..=2, 1..=31)? as u8))
}
