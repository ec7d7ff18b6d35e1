pub(crate) mod agencies;
pub(crate) mod labels;
