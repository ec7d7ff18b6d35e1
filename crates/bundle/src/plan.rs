//! From names to paths: the one place where a name may become one.

use crate::document::{Bundle, Document};
use crate::error::Error;
use std::fmt;

/// Gives each document of the bundle a path to unpack it to, in order, or says which name is not safe.
///
/// The paths stay below the folder that they are joined to on every operating system, none is a device, and no two of
/// them meet in one file, not even where file systems ignore case.
pub fn unpack_plan<'a>(bundle: &'a Bundle<'_>) -> Result<Vec<SafePath<'a>>, Error> {
    let documents = bundle.documents.iter().enumerate();
    let paths = documents.map(|(index, document)| {
        SafePath::of(&document.name).map_err(|hazard| error(index, document, hazard))
    });
    let paths = paths.collect::<Result<Vec<_>, _>>()?;
    match find_clash(&paths) {
        Some((index, hazard)) => Err(error(index, &bundle.documents[index], hazard)),
        None => Ok(paths),
    }
}

/// A relative path that is safe to write to, below whatever folder.
///
/// [`Display`](fmt::Display) joins its components with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafePath<'a> {
    components: Vec<&'a str>,
}

impl<'a> SafePath<'a> {
    /// The names of the folders, and last of the file. There is at least one, and none is empty, `.` or `..`.
    pub fn components(&self) -> &[&'a str] {
        &self.components
    }

    fn of(name: &'a str) -> Result<Self, Hazard> {
        check_name(name)?;
        // `tail ./*.txt` prints names that begin with `./`.
        let components: Vec<_> = name.split('/').filter(|component| *component != ".").collect();
        if components.is_empty() || name.ends_with("/.") {
            return Err(Hazard::Folder);
        }
        components.iter().try_for_each(|component| check_component(component))?;
        Ok(Self { components })
    }

    /// One text for all paths that a file system may take for this one. Components end in NUL, so that a file
    /// sorts right before what would lie below a folder of its name.
    fn key(&self) -> String {
        let chars = self.components.iter().flat_map(|component| component.chars().chain(['\0']));
        chars.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
    }
}

impl fmt::Display for SafePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.components.join("/"))
    }
}

/// Why a name must not become a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hazard {
    Empty,
    Absolute,
    Control(char),
    Backslash,
    Colon,
    Forbidden(char),
    Parent,
    EmptyComponent,
    Folder,
    Long(usize),
    TrailingDotOrBlank(String),
    Reserved(String),
    Collision(String),
    FileAndFolder(String),
}

impl fmt::Display for Hazard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected a file name, found none"),
            Self::Absolute => f.write_str("expected a relative path, found an absolute one"),
            Self::Control(c) => write!(f, "expected a printable name, found `{}`", c.escape_unicode()),
            Self::Backslash => f.write_str("expected `/` between folders, found a backslash"),
            Self::Colon => f.write_str("expected a path without a drive or stream, found `:`"),
            Self::Forbidden(c) => write!(f, "expected characters that Windows allows in names, found `{c}`"),
            Self::Parent => f.write_str("expected a path inside the folder, found `..`"),
            Self::EmptyComponent => f.write_str("expected a name between slashes, found none"),
            Self::Folder => f.write_str("expected a file name, found a folder"),
            Self::Long(bytes) => {
                write!(f, "expected at most {LONGEST} bytes between slashes, found {bytes}")
            }
            Self::TrailingDotOrBlank(part) => {
                write!(f, "expected a name without a final dot or blank, found `{part}`")
            }
            Self::Reserved(part) => write!(f, "expected a name that Windows allows, found `{part}`"),
            Self::Collision(other) => write!(f, "expected a path of its own, found that of `{other}`"),
            Self::FileAndFolder(other) => {
                write!(f, "expected either a file or a folder of one name, found both with `{other}`")
            }
        }
    }
}

fn error(index: usize, document: &Document<'_>, hazard: Hazard) -> Error {
    Error::hazard(index, &document.name, document.marker.start, hazard)
}

fn check_name(name: &str) -> Result<(), Hazard> {
    let forbidden = name.chars().find_map(|c| match c {
        '\\' => Some(Hazard::Backslash),
        ':' => Some(Hazard::Colon),
        '<' | '>' | '"' | '|' | '?' | '*' => Some(Hazard::Forbidden(c)),
        c if c.is_control() => Some(Hazard::Control(c)),
        _ => None,
    });
    match forbidden {
        Some(hazard) => Err(hazard),
        None if name.is_empty() => Err(Hazard::Empty),
        None if name.starts_with('/') => Err(Hazard::Absolute),
        None if name.ends_with('/') => Err(Hazard::Folder),
        None => Ok(()),
    }
}

fn check_component(component: &str) -> Result<(), Hazard> {
    match component {
        "" => Err(Hazard::EmptyComponent),
        ".." => Err(Hazard::Parent),
        _ if component.len() > LONGEST => Err(Hazard::Long(component.len())),
        _ if component.ends_with(['.', ' ']) => Err(Hazard::TrailingDotOrBlank(component.to_owned())),
        _ if is_reserved(component) => Err(Hazard::Reserved(component.to_owned())),
        _ => Ok(()),
    }
}

/// The longest name of a file or folder, in bytes: Linux takes no longer one, and others count in larger units.
const LONGEST: usize = 255;

/// Names of devices, whatever their extension. Source: Microsoft, "Naming Files, Paths, and Namespaces".
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// Names of devices that are followed by one digit.
const RESERVED_NUMBERED: [&str; 2] = ["com", "lpt"];

fn is_reserved(component: &str) -> bool {
    let stem = component.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_lowercase();
    let numbered = stem.strip_suffix(|c: char| c.is_ascii_digit() || "¹²³".contains(c));
    RESERVED.contains(&&*stem) || numbered.is_some_and(|device| RESERVED_NUMBERED.contains(&device))
}

/// A document whose path an earlier one stands in the way of, and how. Only neighbours in order can clash.
fn find_clash(paths: &[SafePath<'_>]) -> Option<(usize, Hazard)> {
    let mut keys: Vec<_> = paths.iter().map(SafePath::key).zip(0..).collect();
    keys.sort_unstable();
    let clashes = keys.windows(2).filter_map(|pair| clash(&pair[0], &pair[1], paths));
    clashes.min_by_key(|(index, _)| *index)
}

fn clash(
    (upper, upper_index): &(String, usize),
    (lower, lower_index): &(String, usize),
    paths: &[SafePath<'_>],
) -> Option<(usize, Hazard)> {
    let earlier = paths[*upper_index.min(lower_index)].to_string();
    let hazard = match lower.strip_prefix(upper.as_str())? {
        "" => Hazard::Collision(earlier),
        _ => Hazard::FileAndFolder(earlier),
    };
    Some((*upper_index.max(lower_index), hazard))
}
