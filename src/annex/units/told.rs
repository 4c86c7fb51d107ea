//! What articles tell of a unit, as the pages of the bundle hold it.

use model::body::{ToldBody, UnitBodies};
use model::bundle::read::{parse_bodies, parse_recent_bodies, parse_unit_facts};
use model::bundle::{PartKind, UnitFacts};
use model::{Unit, UnitId};

use crate::hooks::{Absent, Archive, Asked};

/// What the articles about a unit, or anything in it, tell.
pub(super) fn facts<'a>(archive: &'a Archive, id: &UnitId) -> Asked<&'a UnitFacts> {
    let units = &archive.overview()?.units;
    let at = units.iter().position(|(unit, _)| unit == id).ok_or(Absent::Unknown)? as u32;
    let (page, first) = archive.raw(&PartKind::UnitFacts, at)?;
    let page = page.get(parse_unit_facts).ok_or(Absent::Lost)?;
    page.get((at - first) as usize).ok_or(Absent::Lost)
}

/// The bodies that articles name in a unit, those that most name first: what the settled articles
/// tell joined with what those tell that were added last.
pub(super) fn bodies(archive: &Archive, unit: &Unit) -> Asked<Vec<ToldBody>> {
    let at = archive.units.iter().position(|known| known.id == unit.id);
    let at = at.ok_or(Absent::Unknown)? as u32;
    // Both are asked for before either is waited for.
    let (settled, recent) =
        (archive.raw(&PartKind::Bodies, at), archive.raw_all(&PartKind::RecentBodies));
    let mut all: Vec<ToldBody> = match settled {
        Ok((page, first)) => {
            let page = page.get(parse_bodies).ok_or(Absent::Lost)?;
            page.get((at - first) as usize).cloned().unwrap_or_default()
        }
        Err(Absent::Unknown) => Vec::new(),
        Err(absent) => return Err(absent),
    };
    for page in recent? {
        let told: &Vec<UnitBodies> = page.get(parse_recent_bodies).ok_or(Absent::Lost)?;
        for body in told.iter().filter(|told| told.unit == unit.id).flat_map(|told| &told.bodies) {
            match all.iter_mut().find(|known| known.is(body)) {
                Some(known) => known.join(body.clone()),
                None => all.push(body.clone()),
            }
        }
    }
    all.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.name.cmp(&b.name)));
    Ok(all)
}
