//! Where lines break: one after the other, or weighed against each other over the whole paragraph.

use std::ops::Range;

use super::shaped::Cluster;

/// Sums of advances differ from the width they came from by rounding only.
const TOLERANCE: f32 = 0.01;
/// What a space is widened by at most, in em: beyond it a line stays where reading starts.
pub(super) const MOST_WIDER: f32 = 0.75;

/// The clusters of each line: greedily, at the last allowed place, else within kept ranges, else anywhere.
pub(super) fn greedy(clusters: &[Cluster], width: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut pen = 0.0;
    let (mut allowed, mut possible) = (None, None);
    let mut at = 0;
    while let Some(cluster) = clusters.get(at) {
        if cluster.breaks && at > start {
            possible = Some(at);
            if !cluster.kept {
                allowed = Some(at);
            }
        }
        if !cluster.hangs && !cluster.inner && at > start && pen + cluster.advance > width + TOLERANCE {
            let end = allowed.or(possible).unwrap_or(at);
            lines.push(start..end);
            start = end;
            at = end;
            pen = 0.0;
            (allowed, possible) = (None, None);
            continue;
        }
        pen += cluster.advance;
        at += 1;
    }
    lines.push(start..clusters.len());
    lines
}

/// An allowed place to break, or the end: what the paragraph measures up to there.
#[derive(Clone, Copy, Default)]
struct Place {
    cluster: usize,
    /// The advances before it, and the spaces among them.
    before: f32,
    gaps: f32,
    /// The least sum of costs of the lines above, and the place where the last of them begins.
    cost: f32,
    from: usize,
}

/// The clusters of each line such that spaces are widened as evenly as they can be: the sum over all lines but the last
/// of the squared widening of a space is the least there is (after Knuth and Plass). Where no such lines fill the width
/// without a space growing too wide, the paragraph is broken greedily.
pub(super) fn even(clusters: &[Cluster], width: f32, em: f32) -> Vec<Range<usize>> {
    let most = MOST_WIDER * em;
    let mut places = Vec::with_capacity(clusters.len() / 4 + 2);
    places.push(Place::default());
    let mut first = 0;
    // The best line up to a place, given what is written before it and the spaces in that.
    let mut reach = |places: &[Place], written: f32, gaps: f32, last: bool| {
        let near = places.get(first..).unwrap_or_default();
        let far = near.iter().take_while(|from| written - from.before > width + TOLERANCE).count();
        let mut best = (f32::INFINITY, first);
        for (index, from) in near.iter().enumerate().skip(far) {
            let free = width - (written - from.before);
            let spaces = gaps - from.gaps;
            // The lines that begin further on are shorter still.
            if free > most * spaces && !last {
                break;
            }
            let wider = if last { 0.0 } else { free / spaces };
            let cost = from.cost + wider * wider;
            if cost < best.0 {
                best = (cost, first + index);
            }
        }
        first += far;
        best
    };
    // All so far, and without the blanks that would hang at the end of a line.
    let (mut pen, mut gaps) = (0.0, 0.0);
    let (mut written, mut inner) = (0.0, 0.0);
    for (cluster, part) in clusters.iter().enumerate() {
        if part.breaks && !part.kept && cluster > 0 {
            let (cost, from) = reach(&places, written, inner, false);
            // A place no line can fill up to is no place.
            if cost.is_finite() {
                places.push(Place { cluster, before: pen, gaps, cost, from });
            }
        }
        pen += part.advance;
        if part.gap {
            gaps += 1.0;
        }
        if !part.hangs {
            (written, inner) = (pen, gaps);
        }
    }
    let (cost, mut from) = reach(&places, written, inner, true);
    if !cost.is_finite() {
        return greedy(clusters, width);
    }
    let mut lines = Vec::new();
    let mut end = clusters.len();
    loop {
        let place = places.get(from).copied().unwrap_or_default();
        lines.push(place.cluster..end);
        if place.cluster == 0 {
            break;
        }
        (from, end) = (place.from, place.cluster);
    }
    lines.reverse();
    lines
}
