use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::Display;

/// What stands in one row under one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'r> {
    /// Nothing is known: an empty cell.
    Null,
    /// A text as it is.
    Text(Cow<'r, str>),
    /// A count or an offset.
    Number(u64),
    /// `true` or `false`.
    Flag(bool),
}

impl<'r> Cell<'r> {
    /// A text; empty if there is none.
    pub fn text(text: impl Into<Option<&'r str>>) -> Self {
        text.into().map_or(Self::Null, |text| Self::Text(Cow::Borrowed(text)))
    }

    /// A value as it prints; empty if there is none.
    pub fn print(value: Option<impl Display>) -> Self {
        value.map_or(Self::Null, |value| Self::Text(Cow::Owned(value.to_string())))
    }

    /// How sure something is, 0 to 1, with two decimals.
    pub fn confidence(value: f32) -> Self {
        Self::print(Some(format_args!("{value:.2}")))
    }

    /// A list, its items joined with `; `: a `;` within one is replaced by `,`. A list of nothing but empty items is
    /// an empty cell.
    pub fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> Self {
        let mut joined = String::new();
        let mut is_null = true;
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                joined.push_str(SEPARATOR);
            }
            is_null &= item.as_ref().is_empty();
            joined.extend(item.as_ref().chars().map(|c| if c == ';' { ',' } else { c }));
        }
        if is_null { Self::Null } else { Self::Text(Cow::Owned(joined)) }
    }
}

/// What stands between the items of a list.
const SEPARATOR: &str = "; ";

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}
