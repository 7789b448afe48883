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

/// Lines and places to break beyond which nothing is balanced: what has so many is no title.
const MOST_BALANCED: usize = 8;
const MOST_PLACES: usize = 64;

/// The clusters of each line such that the lines are as equally long as they can be with no more of them than there must
/// be, so that no word stands alone in the last: the sum of their squares is the least there is.
pub(super) fn balanced(clusters: &[Cluster], width: f32) -> Vec<Range<usize>> {
    let lines = greedy(clusters, width);
    let count = lines.len();
    let breaks = clusters.iter().enumerate().skip(1).filter(|(_, part)| part.breaks && !part.kept);
    let places: Vec<usize> =
        [0].into_iter().chain(breaks.map(|(at, _)| at)).chain([clusters.len()]).collect();
    if !(2..=MOST_BALANCED).contains(&count) || places.len() > MOST_PLACES {
        return lines;
    }
    let long = |from: usize, to: usize| -> f32 {
        let line = places.get(from).zip(places.get(to)).and_then(|(from, to)| clusters.get(*from..*to));
        let line = line.unwrap_or_default();
        let hung = line.iter().rev().take_while(|part| part.hangs).count();
        line.iter().take(line.len() - hung).map(|part| part.advance).sum()
    };
    // For each place the least sum of the lines that end there, and where the last of them begins.
    let mut ways = vec![vec![(f32::INFINITY, 0); places.len()]];
    if let Some(start) = ways.first_mut().and_then(|row| row.first_mut()) {
        start.0 = 0.0;
    }
    for line in 1..=count {
        let before = ways.get(line - 1).cloned().unwrap_or_default();
        let best = |to: usize| {
            let reached = before.iter().enumerate().take(to).filter(|(_, way)| way.0.is_finite());
            let sums = reached.filter_map(|(from, way)| {
                let long = long(from, to);
                (long <= width + TOLERANCE).then_some((way.0 + long * long, from))
            });
            sums.min_by(|one, other| one.0.total_cmp(&other.0)).unwrap_or((f32::INFINITY, 0))
        };
        ways.push((0..places.len()).map(best).collect());
    }
    let mut end = places.len() - 1;
    let mut chosen = Vec::with_capacity(count);
    for row in ways.iter().skip(1).rev() {
        let Some((_, from)) = row.get(end).filter(|(sum, _)| sum.is_finite()) else { return lines };
        let edges = places.get(*from).zip(places.get(end));
        chosen.extend(edges.map(|(from, to)| *from..*to));
        end = *from;
    }
    chosen.reverse();
    chosen
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
