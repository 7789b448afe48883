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
    /// All advances before it, and those without the blanks that would hang.
    before: f32,
    written: f32,
    /// The spaces before it, and those among what is written.
    gaps: f32,
    inner: f32,
    /// The least sum of costs of the lines above, and the place where the last of them begins.
    cost: f32,
    from: usize,
}

/// The clusters of each line such that spaces are widened as evenly as they can be: the sum over all lines but the last
/// of the squared widening of a space is the least there is (after Knuth and Plass). A paragraph with a word or a
/// kept range wider than the line is broken greedily.
pub(super) fn even(clusters: &[Cluster], width: f32, em: f32) -> Vec<Range<usize>> {
    /// A line whose spaces would be too wide, or that has none, costs more than any line that can be filled.
    const RAGGED: f32 = 64.0;
    let mut places = vec![Place::default()];
    let mut now = Place::default();
    for (at, cluster) in clusters.iter().enumerate() {
        if cluster.breaks && !cluster.kept && at > 0 {
            places.push(Place { cluster: at, ..now });
        }
        now.before += cluster.advance;
        now.gaps += f32::from(u8::from(cluster.gap));
        if !cluster.hangs {
            (now.written, now.inner) = (now.before, now.gaps);
        }
    }
    places.push(Place { cluster: clusters.len(), ..now });
    let last = places.len() - 1;
    let mut first = 0;
    for to in 1..=last {
        let Some(end) = places.get(to).copied() else { continue };
        while places.get(first).is_some_and(|from| end.written - from.before > width + TOLERANCE) {
            first += 1;
        }
        let reach = places.get(first..to).unwrap_or_default();
        let least = reach.iter().map(|from| from.cost).fold(f32::INFINITY, f32::min);
        let mut best = (f32::INFINITY, first);
        for (index, from) in (first..).zip(reach) {
            let free = (width - (end.written - from.before)).max(0.0);
            let wider = free / (em * (end.inner - from.gaps).max(0.5));
            let ragged = if wider > MOST_WIDER { RAGGED } else { 0.0 };
            let line = if to == last { 0.0 } else { wider * wider + ragged };
            if from.cost + line < best.0 {
                best = (from.cost + line, index);
            }
            // The lines that begin further on are shorter still, and cost more.
            if least + line >= best.0 {
                break;
            }
        }
        if best.0.is_infinite() {
            return greedy(clusters, width);
        }
        if let Some(place) = places.get_mut(to) {
            (place.cost, place.from) = best;
        }
    }
    let mut lines = Vec::new();
    let mut to = last;
    while let (Some(end), true) = (places.get(to), to > 0) {
        let start = places.get(end.from).map_or(0, |from| from.cluster);
        lines.push(start..end.cluster);
        to = end.from;
    }
    lines.reverse();
    lines
}
