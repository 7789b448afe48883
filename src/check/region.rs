//! Regions and provinces that the list of Morocco's does not have: kept, shown, and said.

use super::{Certainty, Finding, What};
use crate::arabic::regions::{region, unit};
use crate::document::{Document, FieldPath, Place, Target};

pub(super) fn find(document: &Document, found: &mut Vec<Finding>) {
    let body = &document.meeting().body;
    let mut say = |path: FieldPath, what: What| {
        let place = Place::new(Target::Field(path), 0);
        found.push(Finding { place, certainty: Certainty::Style, what, fixes: Vec::new() });
    };
    let written = body.region.trim();
    if !written.is_empty() && region(written).is_none() {
        say(FieldPath::BodyRegion, What::UnknownRegion { name: written.into() });
    }
    let written = body.province.trim();
    if !written.is_empty() && unit(written).is_none() {
        say(FieldPath::BodyProvince, What::UnknownProvince { name: written.into() });
    }
}
