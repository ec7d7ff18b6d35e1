//! One end-to-end test per fixture.
