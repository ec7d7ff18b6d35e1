use crate::label::Kind;
use crate::line::Line;
use crate::look::Look;
use std::ops::Range;

/// What a line is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing.
    Blank,
    /// Part of a menu or trail.
    Nav,
    /// Looks like a headline, above the article or inside it.
    Title,
    /// A paragraph.
    Body,
    /// A paragraph that starts with a quotation mark.
    Quote,
    /// An item of a list inside the article.
    List,
    /// A picture's caption or credit.
    Caption,
    /// A label, alone or before its value.
    Label,
    /// Other articles, or the label that announces them.
    Related,
    /// Comments of readers, or the label or form for them.
    Comment,
    /// Rights, imprint, privacy.
    Legal,
    /// Buttons to pass the article on or to follow the outlet.
    Share,
    /// Anything else that is not the article's.
    Furniture,
}

impl Role {
    /// Whether the line is running text of the article.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Body | Self::Quote | Self::List)
    }
}

/// Gives each line its role, once the article's lines are known.
pub(crate) fn assign(lines: &mut [Line], story: &Range<usize>) {
    let mut zone = Zone::Head;
    let mut next = 0;
    for at in 0..lines.len() {
        while next < lines.len() && (next <= at || lines[next].is_blank()) {
            next += 1;
        }
        zone = if at < story.start {
            Zone::Head
        } else if story.contains(&at) {
            zone.within(&lines[at])
        } else {
            zone.below(&lines[at])
        };
        lines[at].role = role(&lines[at], zone, lines.get(next).map(|line| line.look));
    }
}

/// The part of the page that a line stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Above the main text.
    Head,
    /// In the main text.
    Main,
    /// In a box of links inside the main text: what its heading says.
    Box(Role),
    /// Below the main text: what the last heading says.
    Foot(Role),
}

impl Zone {
    /// The zone of a line of the main text.
    fn within(self, line: &Line) -> Self {
        let heading = line.label.filter(|label| label.len == line.span.len());
        let opened = heading.and_then(|label| zone_role(label.kind));
        let is_prose = matches!(line.look, Look::Prose | Look::Sentence);
        match (opened, self) {
            (Some(role), _) => Self::Box(role),
            (None, Self::Box(_)) if !is_prose => self,
            (None, _) => Self::Main,
        }
    }

    /// The zone of a line below the main text.
    fn below(self, line: &Line) -> Self {
        let heading = line.label.and_then(|label| zone_role(label.kind));
        match (heading, self) {
            (Some(role), _) => Self::Foot(role),
            (None, Self::Foot(_)) => self,
            (None, _) => Self::Foot(Role::Furniture),
        }
    }
}

fn role(line: &Line, zone: Zone, next: Option<Look>) -> Role {
    let look = line.look;
    match (line.label, zone) {
        (Some(label), _) => label_role(label.kind),
        (None, Zone::Head) if line.recurs && matches!(look, Look::Prose | Look::Sentence) => Role::Furniture,
        (None, Zone::Main) if line.recurs || line.repeated && look != Look::Item => Role::Furniture,
        (None, Zone::Head) => head_role(line, look),
        (None, Zone::Main) => main_role(line, look, next),
        (None, Zone::Box(role) | Zone::Foot(role)) => zoned_role(look, role),
    }
}

/// What a label at the start of a line makes of it.
fn label_role(kind: Kind) -> Role {
    match kind {
        Kind::Published | Kind::Updated | Kind::Section | Kind::Tags | Kind::ReadingTime => Role::Label,
        Kind::Home | Kind::Navigation => Role::Nav,
        Kind::Related | Kind::MoreFrom | Kind::Latest | Kind::Popular => Role::Related,
        Kind::Comments | Kind::CommentCount | Kind::OneComment | Kind::Reply => Role::Comment,
        Kind::Share | Kind::Follow => Role::Share,
        Kind::Legal => Role::Legal,
        Kind::Photo => Role::Caption,
        Kind::ContinueReading
        | Kind::Paywall
        | Kind::Newsletter
        | Kind::Print
        | Kind::Advertisement
        | Kind::Listen => Role::Furniture,
    }
}

/// The role of the lines that a label heads.
fn zone_role(kind: Kind) -> Option<Role> {
    let role = label_role(kind);
    matches!(role, Role::Related | Role::Comment | Role::Legal).then_some(role)
}

fn head_role(line: &Line, look: Look) -> Role {
    match look {
        Look::Blank => Role::Blank,
        Look::Prose if line.shape.quoted => Role::Quote,
        Look::Prose => Role::Body,
        Look::Sentence | Look::Phrase => Role::Title,
        Look::Scrap | Look::Item => Role::Nav,
    }
}

fn main_role(line: &Line, look: Look, next: Option<Look>) -> Role {
    match look {
        Look::Blank => Role::Blank,
        _ if line.shape.bullet.is_some() => Role::List,
        Look::Prose | Look::Sentence if line.shape.quoted => Role::Quote,
        Look::Phrase | Look::Scrap if next == Some(Look::Prose) => Role::Title,
        Look::Phrase | Look::Scrap | Look::Prose | Look::Sentence | Look::Item => Role::Body,
    }
}

fn zoned_role(look: Look, zone: Role) -> Role {
    match look {
        Look::Blank => Role::Blank,
        Look::Item if zone == Role::Furniture => Role::Nav,
        _ => zone,
    }
}
