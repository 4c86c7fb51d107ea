//! Two units side by side.

use model::unit::{Unit, UnitKind};
use yew::prelude::*;

use super::spark::{by_year, sparkline};
use super::told;
use crate::annals::lineage::Lineage;
use crate::annals::places;
use crate::components::Page;
use crate::hooks::{Archive, ArchiveRef, navigate};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::Route;

/// Two units side by side, or the choice of them.
pub fn compare_page(
    messages: &Messages,
    archive: &ArchiveRef,
    first: Option<&str>,
    second: Option<&str>,
) -> Html {
    let says = &annex(messages).units;
    let both = [first, second].map(|id| id.and_then(|id| archive.unit(id)));
    let table = match both {
        [None, None] => Html::default(),
        _ => table(messages, archive, both),
    };
    html! {
        <Page title={says.compare} archive={archive.manifest.title.clone()}>
            <header class="page-head">
                <h1 class="page-title">{ says.compare }</h1>
                <p class="page-lead section-note">{ says.compare_note }</p>
            </header>
            <div class="compared no-print">
                { choice(messages, archive, 0, both) }
                { choice(messages, archive, 1, both) }
            </div>
            { table }
        </Page>
    }
}

/// The choice of one of the two.
fn choice(messages: &Messages, archive: &Archive, which: usize, both: [Option<&Unit>; 2]) -> Html {
    let says = &annex(messages).units;
    let id = ["compared-a", "compared-b"][which];
    let chosen = both[which].map(|unit| unit.id.as_str());
    let other = both[1 - which].map(|unit| unit.id.to_string());
    let onchange = Callback::from(move |_: Event| {
        let value = dom::chosen(&["#", id].concat()).filter(|value| !value.is_empty());
        let route = match which {
            0 => Route::compare(value, other.clone()),
            _ => Route::compare(other.clone(), value),
        };
        navigate(&route, Arrival::Submitted);
    });
    html! {
        <label class="field" for={id}>
            <span>{ says.compared[which] }</span>
            <select {id} {onchange}>
                <option value="" selected={chosen.is_none()}>{ says.choose }</option>
                { for archive.units.iter().map(|unit| {
                    let above = unit.parent.as_ref().and_then(|id| archive.unit(id.as_str()));
                    let place = above.filter(|_| unit.kind != UnitKind::Body).map(|above| [", ", &above.name].concat());
                    html! {
                        <option key={unit.id.as_str()} value={unit.id.to_string()} selected={chosen == Some(unit.id.as_str())}>
                            { &unit.name }{ place.unwrap_or_default() }
                        </option>
                    }
                }) }
            </select>
        </label>
    }
}

fn table(messages: &Messages, archive: &Archive, both: [Option<&Unit>; 2]) -> Html {
    let (says, units) = (&annex(messages).units, &annex(messages).unit);
    let columns = both.map(|unit| unit.map(|unit| Column::of(messages, archive, unit)));
    let row = |label: &'static str, cell: &dyn Fn(&Column) -> Html| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                { for columns.iter().map(|column| {
                    html! { <td>{ column.as_ref().map(cell).unwrap_or_default() }</td> }
                }) }
            </tr>
        }
    };
    let text = |text: &str| {
        let shown = if text.is_empty() { says.unknown } else { text };
        html! { <>{ shown }</> }
    };
    html! {
        <div class="table-scroll">
            <table class="compare">
                <thead>
                    <tr>
                        <td></td>
                        { for both.iter().map(|unit| html! {
                            <th scope="col" lang="vi">
                                { unit.map(|unit| html! {
                                    <a href={Route::Unit { id: unit.id.to_string() }.href()}>{ &unit.name }</a>
                                }).unwrap_or_default() }
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { row(says.kind, &|column| text(column.kind)) }
                    { row(units.parent, &|column| text(&column.parent)) }
                    { row(says.period, &|column| text(&column.lived)) }
                    { row(units.predecessors, &|column| text(&column.before)) }
                    { row(units.successors, &|column| text(&column.after)) }
                    { row(units.articles, &|column| text(&(messages.dates.articles)(column.articles))) }
                    { row(says.by_year, &|column| match column.years[..] {
                        [(year, count)] => text(&(says.in_year)(year, count)),
                        _ => sparkline(messages, &column.years),
                    }) }
                    { row(units.bodies, &|column| text(&column.bodies.join("; "))) }
                    { row(units.officials, &|column| text(&column.people.join("; "))) }
                    { row(units.anniversaries, &|column| text(&column.days.join("; "))) }
                    if let [Some(a), Some(b)] = &columns {
                        <tr>
                            <th scope="row">{ says.common_days }</th>
                            <td colspan="2">{ text(&common(&a.days, &b.days)) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn common(a: &[String], b: &[String]) -> String {
    let both: Vec<&str> = a.iter().filter(|day| b.contains(day)).map(String::as_str).collect();
    both.join("; ")
}

/// Bodies of a column: those that most articles name.
const MOST_BODIES: usize = 8;

/// What a column tells.
struct Column {
    kind: &'static str,
    parent: String,
    lived: String,
    before: String,
    after: String,
    articles: usize,
    years: Vec<(i32, u32)>,
    bodies: Vec<String>,
    people: Vec<String>,
    days: Vec<String>,
}

impl Column {
    fn of(messages: &Messages, archive: &Archive, unit: &Unit) -> Self {
        let lineage = Lineage::of(unit, |id| archive.unit(id));
        let names = |kin: &[crate::annals::lineage::Kin]| {
            kin.iter().map(|kin| kin.name.clone()).collect::<Vec<_>>().join(", ")
        };
        let order = archive.order().ok();
        let articles = order.map_or_else(Vec::new, |order| {
            places::articles_under(order, &archive.units, unit.id.as_str())
        });
        let facts = told::facts(archive, &unit.id).ok();
        let heads = archive.heads().unwrap_or_default();
        let parent = unit.parent.as_ref().and_then(|id| archive.unit(id.as_str()));
        Self {
            kind: (annex(messages).unit.kind)(unit.kind),
            parent: parent.map(|parent| parent.name.clone()).unwrap_or_default(),
            lived: (annex(messages).unit.lived)(unit.valid_from, unit.valid_to),
            before: names(&lineage.predecessors),
            after: names(&lineage.successors),
            articles: articles.len(),
            years: order.map_or_else(Vec::new, |order| by_year(order, &articles)),
            bodies: told::bodies(archive, unit).map_or_else(
                |_| Vec::new(),
                |bodies| bodies.into_iter().take(MOST_BODIES).map(|body| body.name).collect(),
            ),
            people: facts.map_or_else(Vec::new, |facts| {
                facts.people.iter().map(|person| person.name.clone()).collect()
            }),
            days: heads
                .iter()
                .filter(|head| facts.is_some_and(|facts| facts.anniversaries.contains(&head.id)))
                .map(|head| head.name.clone())
                .collect(),
        }
    }
}
