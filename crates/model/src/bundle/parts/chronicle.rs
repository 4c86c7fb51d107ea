//! What the articles tell.

use serde_json::Value;

use super::super::json::{Read, Reader};
use crate::chronicle::{
    Anniversary, AnniversaryKind, AnniversaryMention, Chronicle, Directive, DirectiveKind, Mention,
    Note, Official, Programme, ProgrammeMention, RoleMention, Scope, SubjectRef,
};

object!(SubjectRef, m, r => {
    for (key, of) in [
        ("anniversary", Self::Anniversary as fn(String) -> Self),
        ("official", Self::Official),
        ("programme", Self::Programme),
        ("directive", Self::Directive),
    ] {
        if let Some(id) = m.may(r, key) {
            return of(id);
        }
    }
    Self::Unit(m.must(r, "unit"))
});

impl Read for Scope {
    fn read(value: &Value, r: &mut Reader) -> Self {
        match value.as_str() {
            Some("national") => Self::National,
            Some("unknown") => Self::Unknown,
            _ => {
                let m = r.object(value);
                Self::Unit(m.must(r, "unit"))
            }
        }
    }
}

object!(Mention, m, r => Self {
    article: m.must(r, "article"),
    at: m.must(r, "at"),
    wording: m.must(r, "wording"),
    sentence: m.must(r, "sentence"),
    quote: m.must(r, "quote"),
});

/// The mention whose members stand among its owner's.
fn flat(value: &Value, r: &mut Reader) -> Mention {
    Mention::read(value, r)
}

impl Read for AnniversaryMention {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self {
            mention: flat(value, r),
            claimed_years: m.may(r, "claimed_years"),
            occasion_year: m.may(r, "occasion_year"),
        }
    }
}

impl Read for RoleMention {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self { mention: flat(value, r), role: m.may(r, "role"), on: m.may(r, "on") }
    }
}

impl Read for ProgrammeMention {
    fn read(value: &Value, r: &mut Reader) -> Self {
        let m = r.object(value);
        Self { mention: flat(value, r), period: m.may(r, "period") }
    }
}

words!(AnniversaryKind:
    "founding" => Founding, "tradition" => Tradition, "event" => Event, "birth" => Birth,
    "death" => Death, "observance" => Observance,
);
object!(Note, m, r => Self { text: m.must(r, "text"), source: m.must(r, "source") });
object!(Anniversary, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    names: m.must(r, "names"),
    founding: m.must(r, "founding"),
    scope: m.must(r, "scope"),
    valid_to: m.may(r, "valid_to"),
    notes: m.list(r, "notes"),
    mentions: m.must(r, "mentions"),
});
object!(Official, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    roles: m.must(r, "roles"),
});
object!(Programme, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    mentions: m.must(r, "mentions"),
});
words!(DirectiveKind:
    "directive" => Directive, "resolution" => Resolution, "conclusion" => Conclusion,
    "scheme" => Scheme, "other" => Other,
);
object!(Directive, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    issuer: m.may(r, "issuer"),
    mentions: m.must(r, "mentions"),
});
object!(Chronicle, m, r => Self {
    anniversaries: m.list(r, "anniversaries"),
    officials: m.list(r, "officials"),
    programmes: m.list(r, "programmes"),
    directives: m.list(r, "directives"),
});
