//! What the articles tell besides the chronicle.

use crate::bundle::Told;
use crate::days::{ReferenceDay, ToldDay};
use crate::telling::{
    Award, Congress, FigureKind, Figures, Quantity, Quotation, QuotationKind, Tellings,
};

object!(ToldDay, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    names: m.must(r, "names"),
    day: m.must(r, "day"),
    mentions: m.must(r, "mentions"),
});
object!(ReferenceDay, m, r => Self {
    id: m.must(r, "id"),
    kind: m.must(r, "kind"),
    name: m.must(r, "name"),
    day: m.must(r, "day"),
    founding: m.may(r, "founding"),
    source: m.must(r, "source"),
});
object!(Congress, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    number: m.must(r, "number"),
    term: m.may(r, "term"),
    mentions: m.must(r, "mentions"),
});
object!(Award, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    mentions: m.must(r, "mentions"),
});
words!(QuotationKind: "speech" => Speech, "document" => Document, "slogan" => Slogan);
object!(Quotation, m, r => Self {
    id: m.must(r, "id"),
    name: m.must(r, "name"),
    kind: m.must(r, "kind"),
    speaker: m.may(r, "speaker"),
    article: m.must(r, "article"),
    at: m.must(r, "at"),
});
words!(FigureKind:
    "share" => Share, "part" => Part, "money" => Money, "measure" => Measure, "count" => Count,
);
object!(Quantity, m, r => Self {
    kind: m.must(r, "kind"),
    wording: m.must(r, "wording"),
});
object!(Figures, m, r => Self {
    article: m.must(r, "article"),
    sentence: m.must(r, "sentence"),
    quantities: m.must(r, "quantities"),
});
object!(Tellings, m, r => Self {
    days: m.list(r, "days"),
    reference: m.list(r, "reference"),
    congresses: m.list(r, "congresses"),
    awards: m.list(r, "awards"),
    quotations: m.list(r, "quotations"),
    figures: m.list(r, "figures"),
});

impl crate::bundle::json::Read for Told {
    fn read(value: &serde_json::Value, r: &mut crate::bundle::json::Reader) -> Self {
        let m = r.object(value);
        Self { articles: m.must(r, "articles"), tellings: Tellings::read(value, r) }
    }
}
