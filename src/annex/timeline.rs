//! The archive by time: a list of years first, the density band beside it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use calendar::PartialDate;
use yew::prelude::*;

use crate::annals::folding::{Fold, Folding, WINDOW, drawn_decades};
use crate::annals::timeline::{Decade, Limits, Sources, Year, decades, of_year};
use crate::components::{Before, Page, Row, When, absent, band, empty, happening, step_id};
use crate::hooks::{Archive, ArchiveRef, Asked, use_messages, use_place};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;
use crate::route::{Route, ToldKind};
use crate::wings::use_whole;

/// The archive by time.
pub fn timeline_page(
    messages: &Messages,
    archive: &ArchiveRef,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Html {
    let title = annex(messages).timeline.title;
    if let Err(why) = sources(archive) {
        return html! {
            <Page key="timeline" {title} archive={archive.manifest.title.clone()} ready={false}>
                <header class="page-head"><h1 class="page-title">{ title }</h1></header>
                { absent(messages, why) }
            </Page>
        };
    }
    let limits = Limits { from, to };
    // Other limits make another list: it starts folded anew.
    let key = [from, to].map(|limit| limit.map(|date| date.to_string()).unwrap_or_default());
    html! {
        <Page key="timeline" title={annex(messages).timeline.title} archive={archive.manifest.title.clone()}>
            <Annals key={key.join("..")} archive={archive.clone()} {limits} />
        </Page>
    }
}

#[derive(Properties, PartialEq)]
struct AnnalsProps {
    archive: ArchiveRef,
    limits: Limits,
}

thread_local! {
    /// What was open at the timelines of the history, so that Back finds it.
    static LEFT: RefCell<Vec<(u64, Folding)>> = const { RefCell::new(Vec::new()) };
}

/// More timelines than these nobody goes back through.
const MOST_LEFT: usize = 30;

/// Keeps what is open at an entry of the history.
fn leave(entry: u64, folding: &Folding) {
    LEFT.with_borrow_mut(|left| {
        left.retain(|(other, _)| *other != entry);
        left.insert(0, (entry, folding.clone()));
        left.truncate(MOST_LEFT);
    });
}

fn left(entry: u64) -> Option<Folding> {
    LEFT.with_borrow(|left| left.iter().find(|(of, _)| *of == entry).map(|(_, at)| at.clone()))
}

/// So many entries, of the newest decade alone, are in sight at first.
const FIRST: usize = 5;

/// What was pressed, and how far down the window it stood.
type Held = Rc<RefCell<Option<(String, f64)>>>;

#[component]
fn Annals(AnnalsProps { archive, limits }: &AnnalsProps) -> Html {
    let messages = use_messages();
    let entry = use_place().entry;
    let decades = use_memo((archive.identity(), *limits), |_| {
        sources(archive).map(|sources| decades(sources, *limits)).unwrap_or_default()
    });
    let folding = use_reducer(|| left(entry).unwrap_or_else(|| Folding::new(&decades)));
    // The band and what is under the first screen come a frame later.
    let is_whole = use_whole();
    let drawn = if is_whole { drawn_decades(decades.len()) } else { decades.len().min(1) };
    let starts: Vec<i32> = decades[..drawn].iter().map(|decade| decade.start).collect();
    use_effect_with((starts, is_whole), |(starts, _)| {
        let listener = follow(starts.clone());
        move || drop(listener)
    });
    // What opens above shuts what was open there: what was pressed stays under the finger.
    let held: Held = use_mut_ref(|| None);
    let pressed = held.clone();
    use_effect_with(((*folding).clone(), entry), move |(folding, entry)| {
        leave(*entry, folding);
        let Some((head, before)) = pressed.take() else { return };
        if let Some(now) = dom::top_of(&head) {
            dom::scroll_to(dom::scroll_position() + now - before);
        }
    });
    let fold = {
        let folding = folding.dispatcher();
        Callback::from(move |(held_by, action): (String, Fold)| {
            held.replace(dom::top_of(&held_by).map(|top| (held_by, top)));
            folding.dispatch(action);
        })
    };
    Annal { messages, archive, limits: *limits, folding: &folding, fold: &fold, is_whole }
        .view(&decades, drawn)
}

/// What has a date: all of it is here before anything is drawn, as a list that grew would move under
/// the finger.
pub(super) fn sources(archive: &Archive) -> Asked<Sources<'_>> {
    let (articles, anniversaries) = (archive.order(), archive.heads());
    Ok(Sources { articles: articles?, anniversaries: anniversaries?, units: &archive.units })
}

/// What the parts of the page are drawn from.
struct Annal<'a> {
    messages: &'a Messages,
    archive: &'a Archive,
    limits: Limits,
    folding: &'a Folding,
    /// Hears what a reader does, and by which element.
    fold: &'a Callback<(String, Fold)>,
    /// Whether more is drawn than what is in sight at first.
    is_whole: bool,
}

impl Annal<'_> {
    fn view(&self, decades: &[Decade], drawn: usize) -> Html {
        let Self { messages, limits, .. } = *self;
        let says = &annex(messages).timeline;
        let is_limited = limits.from.is_some() || limits.to.is_some();
        let (shown, before) = decades.split_at(drawn);
        let before = Before::of(before, limits);
        html! {
            <>
                <header class="page-head">
                    <h1 class="page-title">{ says.title }</h1>
                    if let Some(summary) = summary(messages, decades) {
                        <p class="page-lead section-note">{ summary }</p>
                    }
                    if is_limited { { limits_line(messages, limits) } }
                    <p class="section-note"><a href={Route::told(ToldKind::All).href()}>{ (annex(messages).told.kind)(ToldKind::All) }</a></p>
                </header>
                if decades.is_empty() {
                    { empty(if is_limited { says.empty_between } else { says.empty }, "") }
                } else {
                    <div class="timeline">
                        <div class="timeline-list">
                            { self.list(shown) }
                            if let Some(before) = before.as_ref().filter(|_| self.is_whole) {
                                <section class="decade">
                                    <h2 class="decade-title">
                                        <a href={before.href.clone()}>
                                            { (says.before)(before.year) }
                                            <span class="count">{ (says.count)(before.count) }</span>
                                        </a>
                                    </h2>
                                </section>
                            }
                        </div>
                        if self.is_whole { { band(messages, shown, before.as_ref(), &go_to(self.fold)) } }
                    </div>
                }
            </>
        }
    }

    fn list(&self, decades: &[Decade]) -> Html {
        let mut above: Option<i32> = None;
        html! {
            <>
                { for decades.iter().map(|decade| {
                    let gap = above.replace(decade.start).map_or(0, |above| above - decade.start - 10);
                    html! {
                        <>
                            if gap > 0 {
                                <p class="gap-years">{ (annex(self.messages).timeline.gap)(gap) }</p>
                            }
                            { self.decade(decade) }
                        </>
                    }
                }) }
            </>
        }
    }

    fn decade(&self, decade: &Decade) -> Html {
        let says = &annex(self.messages).timeline;
        let is_open = self.folding.is_decade_open(decade.start);
        let action = Fold::Decade { start: decade.start, newest: decade.newest() };
        let id = decade_id(decade.start);
        html! {
            <section key={decade.start} class="decade">
                <h2 class="decade-title">
                    <button type="button" id={id.clone()} onclick={self.on_click(&id, action)}
                        aria-expanded={is_open.to_string()}>
                        { (says.decade)(decade.start) }
                        <span class="count">{ (says.count)(decade.count()) }</span>
                    </button>
                </h2>
                if is_open { { for decade.years.iter().map(|year| self.year(*year)) } }
            </section>
        }
    }

    fn on_click(&self, id: &str, action: Fold) -> Callback<MouseEvent> {
        let head = ["#", id].concat();
        self.fold.reform(move |_| (head.clone(), action))
    }

    fn year(&self, Year { year, entries }: Year) -> Html {
        let drawn = self.folding.drawn(year, entries);
        let id = ["nam-", &year.to_string()].concat();
        let name = if self.folding.has_year_buttons() {
            html! {
                <button type="button" id={id.clone()} onclick={self.on_click(&id, Fold::Year(year))}
                    aria-expanded={(!drawn.is_empty()).to_string()}>
                    { year }
                    <span class="count">{ (annex(self.messages).timeline.count)(entries) }</span>
                </button>
            }
        } else {
            html! { { year } }
        };
        html! {
            <section key={year} class="year">
                <h3 class="year-name">{ name }</h3>
                if !drawn.is_empty() {
                    <div>
                        <ul class="entries entries-dated">{ for self.entries(year, drawn.clone()) }</ul>
                        if self.is_whole { { self.windows(entries, drawn) } }
                    </div>
                }
            </section>
        }
    }

    /// The entries of a year that are drawn; each says which of how many it is.
    fn entries(&self, year: i32, drawn: std::ops::Range<usize>) -> Vec<Html> {
        let Ok(sources) = sources(self.archive) else { return Vec::new() };
        let all = of_year(sources, self.limits, year);
        let is_part = drawn.len() < all.len();
        let places = drawn.clone().map(|at| is_part.then_some((at + 1, all.len())));
        let most = if self.is_whole { drawn.len() } else { FIRST };
        let entries = all.get(drawn).unwrap_or_default().iter().zip(places).take(most);
        let rows = entries.map(|(entry, place)| {
            happening(self.messages, self.archive, entry, Row { when: When::DayAndMonth, place })
        });
        rows.collect()
    }

    /// Buttons that turn to the newer and older entries of a long year.
    fn windows(&self, all: usize, drawn: std::ops::Range<usize>) -> Html {
        if drawn.len() == all {
            return Html::default();
        }
        let says = &annex(self.messages).timeline;
        let window = drawn.start / WINDOW;
        html! {
            <div class="button-row" id={TURN}>
                <button type="button" class="button" disabled={window == 0}
                    onclick={self.on_click(TURN, Fold::Window(window.saturating_sub(1)))}>{ says.newer }</button>
                <button type="button" class="button" disabled={drawn.end == all}
                    onclick={self.on_click(TURN, Fold::Window(window + 1))}>{ says.older }</button>
                <p class="row-note" role="status">{ (says.window)(drawn.start + 1, drawn.end, all) }</p>
            </div>
        }
    }
}

/// How much there is, and from when to when.
fn summary(messages: &Messages, decades: &[Decade]) -> Option<String> {
    let newest = decades.first()?.years.first()?.year;
    let oldest = decades.last()?.years.last()?.year;
    Some((annex(messages).timeline.summary)(
        decades.iter().map(Decade::count).sum(),
        oldest,
        newest,
    ))
}

fn limits_line(messages: &Messages, limits: Limits) -> Html {
    let says = &annex(messages).timeline;
    let write = |date: Option<PartialDate>| date.map(messages.dates.partial);
    let (from, to) = (write(limits.from), write(limits.to));
    html! {
        <p class="section-note">
            { (says.limits)(from.as_deref(), to.as_deref()) }{ " " }
            <a href={Route::Timeline { from: None, to: None }.href()}>{ says.unlimited }</a>
        </p>
    }
}

/// Marks on the band the decade that stands at the top of the window, however the reader came there.
fn follow(starts: Vec<i32>) -> Option<dom::Listener> {
    let marked = Cell::new(None);
    let mark = move || {
        let is_above = |start: &i32| {
            let head = ["#", &decade_id(*start)].concat();
            dom::top_of(&head).is_some_and(|top| top < READING)
        };
        // They stand one under another: of sixteen, four are looked for at every scroll.
        let above = starts.partition_point(is_above);
        let current = starts.get(above.saturating_sub(1)).copied();
        let before = marked.replace(current);
        if before != current {
            for (start, value) in [(before, None), (current, Some("true"))] {
                if let Some(start) = start {
                    dom::set_attribute(&["#", &step_id(start)].concat(), "aria-current", value);
                }
            }
        }
    };
    mark();
    dom::Listener::window("scroll", mark)
}

/// The buttons of the open year; there is one.
const TURN: &str = "trang-cua-nam";

/// How far under the top of the window a decade's heading is read, in pixels.
const READING: f64 = 200.0;

/// Opens a decade and moves there.
fn go_to(fold: &Callback<(String, Fold)>) -> Callback<(i32, i32)> {
    fold.reform(|(start, newest)| {
        let head = ["#", &decade_id(start)].concat();
        dom::scroll_into_view(&head);
        dom::focus(&head);
        (head, Fold::Open { start, newest })
    })
}

fn decade_id(start: i32) -> String {
    ["thap-nien-", &start.to_string()].concat()
}
