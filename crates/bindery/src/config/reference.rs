//! `[[reference]]`: days that a publisher adds to the reference calendar.

use calendar::AnnualDay;
use model::chronicle::AnniversaryKind;
use model::days::ReferenceDay;

use super::citation;
use super::reader::{Reader, Section};
use crate::problem::{Expected, Instead};

/// A day of reference; without a day, a name and a source it is left out.
pub(super) fn day(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<ReferenceDay> {
    const KINDS: &[(&str, AnniversaryKind)] = &[
        ("thành lập", AnniversaryKind::Founding),
        ("truyền thống", AnniversaryKind::Tradition),
        ("sự kiện", AnniversaryKind::Event),
        ("ngày sinh", AnniversaryKind::Birth),
        ("ngày mất", AnniversaryKind::Death),
        ("hưởng ứng", AnniversaryKind::Observance),
        ("founding", AnniversaryKind::Founding),
        ("tradition", AnniversaryKind::Tradition),
        ("event", AnniversaryKind::Event),
        ("birth", AnniversaryKind::Birth),
        ("death", AnniversaryKind::Death),
        ("observance", AnniversaryKind::Observance),
    ];
    section.expect_keys(reader, &["day", "name", "kind", "founding", "source"]);
    for key in ["day", "name", "source"] {
        if !section.has(key) {
            section.missing(reader, key, Instead::EntryLeftOut);
        }
    }
    let day = section
        .text_if(reader, "day", Expected::AnnualDay, Instead::EntryLeftOut, |text| {
            annual_day(text).is_some()
        })
        .and_then(|text| annual_day(&text));
    let kind = section.choice(
        reader,
        "kind",
        "thành lập, truyền thống, sự kiện, ngày sinh, ngày mất, hưởng ứng",
        KINDS,
    );
    let name = section.text(reader, "name");
    let founding = section.date(reader, "founding");
    let source = citation(reader, section);
    let (day, name) = (day?, name?);
    Some(ReferenceDay {
        id: chronicle::day_id(day, &name),
        kind: kind.unwrap_or(AnniversaryKind::Event),
        name,
        day,
        founding,
        source: source?,
    })
}

/// "19/4", "10/3 âm lịch", or as calendars are written down: `04-19`, `am-03-10`.
fn annual_day(text: &str) -> Option<AnnualDay> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let (figures, lunar) = match text.strip_suffix("âm lịch") {
        Some(figures) => (figures.trim_end(), true),
        None => (text, false),
    };
    let (day, month) = figures.split_once('/')?;
    let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    if lunar { AnnualDay::lunar(month, day) } else { AnnualDay::solar(month, day) }
}
