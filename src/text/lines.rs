//! Where lines break: one after the other, or weighed against each other over the whole paragraph.

use std::ops::Range;

use super::shaped::Cluster;

/// Sums of advances differ from the width they came from by rounding only.
const TOLERANCE: f32 = 0.01;
/// What a space is widened by at most, in em: beyond it a line stays where reading starts.
pub(super) const MOST_WIDER: f32 = 0.75;
/// What a line that stays there costs besides: more than many lines that reach both edges.
const TOO_WIDE: f32 = 64.0;

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
/// of the squared widening of a space is the least there is (after Knuth and Plass). A line whose spaces would grow too
/// wide is the last resort. Where a word is wider than the lines, the paragraph is broken greedily.
pub(super) fn even(clusters: &[Cluster], width: f32, em: f32) -> Vec<Range<usize>> {
    let weighed = weigh(clusters, width, em, false).or_else(|| weigh(clusters, width, em, true));
    weighed.unwrap_or_else(|| greedy(clusters, width))
}

/// The lines of the least cost, if there are any: `loose` allows those whose spaces would grow too wide.
fn weigh(clusters: &[Cluster], width: f32, em: f32, loose: bool) -> Option<Vec<Range<usize>>> {
    let mut places = Vec::with_capacity(clusters.len() / 4 + 2);
    places.push(Place::default());
    let mut first = 0;
    // The best line up to a place, given what is written before it and the spaces in that.
    let mut reach = |places: &[Place], written: f32, gaps: f32, last: bool| {
        let near = places.get(first..).unwrap_or_default();
        let far = near.iter().take_while(|from| written - from.before > width + TOLERANCE).count();
        let mut best = (f32::INFINITY, first);
        for (index, from) in near.iter().enumerate().skip(far) {
            // A line of one word counts as if half a space were in it.
            let wider = (width - (written - from.before)) / (gaps - from.gaps).max(0.5) / em;
            let cost = match wider {
                _ if last => from.cost,
                _ if wider <= MOST_WIDER => from.cost + wider * wider,
                _ if loose => from.cost + wider * wider + TOO_WIDE,
                // The lines that begin further on are shorter still.
                _ => break,
            };
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
            // A place no line reaches is no place.
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
        return None;
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
    Some(lines)
}
