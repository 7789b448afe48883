//! The screen that shows what differs between two records.

use crate::document::Document;

/// Two records to be shown beside each other.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The older one.
    pub old: Document,
    /// The newer one.
    pub new: Document,
    /// What the older one is called: «on the disk».
    pub old_name: String,
    /// What the newer one is called: «here».
    pub new_name: String,
}
