//! Units and bodies.

use crate::body::{Sighting, ToldBody, UnitBodies};
use crate::unit::{Heritage, Share, Unit, UnitKind};

words!(UnitKind:
    "province" => Province, "city" => City, "urban-district" => UrbanDistrict,
    "rural-district" => RuralDistrict, "town" => Town, "ward" => Ward, "commune" => Commune,
    "township" => Township, "special-zone" => SpecialZone, "body" => Body,
);
words!(Share: "whole" => Whole, "part" => Part);
object!(Heritage, m, r => Self { unit: m.must(r, "unit"), share: m.must(r, "share") });
object!(Unit, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    aliases: m.list(r, "aliases"),
    short_names: m.list(r, "short_names"),
    parent: m.may(r, "parent"),
    valid_from: m.may(r, "valid_from"),
    valid_to: m.may(r, "valid_to"),
    predecessors: m.list(r, "predecessors"),
    successors: m.list(r, "successors"),
    note: m.may(r, "note"),
    source: m.may(r, "source"),
});
object!(Sighting, m, r => Self { on: m.may(r, "on"), source: m.must(r, "source") });
object!(ToldBody, m, r => Self {
    name: m.must(r, "name"),
    body: m.may(r, "body"),
    names: m.list(r, "names"),
    status: m.must(r, "status"),
    articles: m.must(r, "articles"),
    first: m.must(r, "first"),
    last: m.may(r, "last"),
});
object!(UnitBodies, m, r => Self { unit: m.must(r, "unit"), bodies: m.must(r, "bodies") });
