//! The twelve regions of Morocco with their prefectures and provinces, looked up under any usual spelling.

use std::sync::LazyLock;

use super::fold::fold;

const TABLE: &str = include_str!("../../assets/regions.tsv");

/// One of the twelve regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its official number, 1 to 12.
    pub number: u8,
    /// The official name, «فاس - مكناس».
    pub name: &'static str,
    /// The French name.
    pub french: &'static str,
    /// The town it is governed from.
    pub seat: &'static str,
    /// Its prefectures and provinces, in the official order.
    pub units: Vec<Unit>,
}

/// A prefecture or a province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Which of the two.
    pub kind: UnitKind,
    /// The official name.
    pub name: &'static str,
    /// The French name.
    pub french: &'static str,
    /// Other spellings that are read.
    pub aliases: Vec<&'static str>,
}

/// The two kinds of units in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// «عمالة»
    Prefecture,
    /// «إقليم»
    Province,
}

impl UnitKind {
    /// The word before the name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Prefecture => "عمالة",
            Self::Province => "إقليم",
        }
    }
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let mut regions: Vec<Region> = Vec::new();
    for line in TABLE.lines().skip(1) {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [number, name, french, seat, kind, unit, unit_french, aliases] = cells.as_slice() else {
            continue;
        };
        let Ok(number) = number.parse() else { continue };
        if regions.last().is_none_or(|region| region.number != number) {
            regions.push(Region { number, name, french, seat, units: Vec::new() });
        }
        let kind =
            if *kind == UnitKind::Prefecture.word() { UnitKind::Prefecture } else { UnitKind::Province };
        let aliases = aliases.split('|').filter(|alias| !alias.is_empty()).collect();
        if let Some(region) = regions.last_mut() {
            region.units.push(Unit { kind, name: unit, french: unit_french, aliases });
        }
    }
    regions
});

/// All regions, by number.
#[must_use]
pub fn regions() -> &'static [Region] {
    &REGIONS
}

/// Each name of each region, and each of each unit, as it is compared.
static REGION_KEYS: LazyLock<Vec<(String, &Region)>> = LazyLock::new(|| {
    let names = |region: &'static Region| [region.name, region.french].map(|name| (key(name, ""), region));
    REGIONS.iter().flat_map(names).collect()
});

static UNIT_KEYS: LazyLock<Vec<(String, &Region, &Unit)>> = LazyLock::new(|| {
    let units = REGIONS.iter().flat_map(|region| region.units.iter().map(move |unit| (region, unit)));
    units
        .flat_map(|(region, unit)| {
            let names = [unit.name, unit.french].into_iter().chain(unit.aliases.iter().copied());
            names.map(move |name| (key(name, ""), region, unit))
        })
        .collect()
});

/// The region so named, in Arabic or French, however its dashes and hamzas are written, with or without «جهة».
#[must_use]
pub fn region(name: &str) -> Option<&'static Region> {
    let wanted = key(name, "جهه");
    REGION_KEYS.iter().find(|(key, _)| *key == wanted).map(|(_, region)| *region)
}

/// The prefecture or province so named, and its region.
#[must_use]
pub fn unit(name: &str) -> Option<(&'static Region, &'static Unit)> {
    let wanted = [key(name, "اقليم"), key(name, "عماله")];
    UNIT_KEYS.iter().find(|(key, ..)| wanted.contains(key)).map(|(_, region, unit)| (*region, *unit))
}

/// A name as sentences write it, without spaced dashes: «فاس - مكناس» becomes «فاس مكناس».
#[must_use]
pub fn in_prose(name: &str) -> String {
    name.split_whitespace().filter(|word| !matches!(*word, "-" | "–" | "—")).collect::<Vec<_>>().join(" ")
}

/// Where a body of this region is: «بجهة فاس مكناس»; empty without one.
#[must_use]
pub fn at_region(name: &str) -> String {
    at("جهة", name)
}

/// Where a body of this province is: «بإقليم تاونات», «بعمالة مكناس»; empty for one that is not known to be either.
#[must_use]
pub fn at_province(name: &str) -> String {
    unit(name).map(|(_, unit)| at(unit.kind.word(), name)).unwrap_or_default()
}

fn at(word: &str, name: &str) -> String {
    let name = in_prose(name);
    match name.as_str() {
        "" => String::new(),
        named if named.starts_with(word) => format!("ب{named}"),
        named => format!("ب{word} {named}"),
    }
}

fn key(name: &str, lead: &str) -> String {
    let folded = fold(name).replace(['-', '–', '—', '\'', '’'], " ");
    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match folded.strip_prefix(lead).and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) if !lead.is_empty() => rest.to_owned(),
        _ => folded,
    }
}
