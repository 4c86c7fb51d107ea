//! The calendar of a month and of a year: civil and lunar days, and the anniversaries on them.

mod kept;
mod year;

use calendar::{Date, LunarDate, Month, PartialDate};
use model::Status;
use model::days::ToldDay;
use yew::prelude::*;

use self::kept::Kept;
use self::year::year_view;
use super::told::{Switch, Switched, reference_section};
use crate::annals::days::Return;
use crate::components::{Page, absent, years, years_class};
use crate::hooks::{Archive, ArchiveRef, navigate};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::i18n::facts::glyph;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Route, ToldKind};

/// The calendar of a month, or of a year.
pub fn calendar_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    of: Option<PartialDate>,
    today: Date,
) -> Html {
    let says = &annex(messages).calendar;
    let shown = of.unwrap_or_else(|| Month::of(today).into());
    let (title, lunar, draw) = match shown {
        PartialDate::Year(year) => {
            let lunar = says.year_name.map(|name| name(year));
            let here = archive.clone();
            let draw = move |switch: Switch| year_view(messages, &here, year, today, &switch);
            ((says.year)(year), lunar, Callback::from(draw))
        }
        other => {
            let month = other.month().and_then(|number| Month::new(other.year(), number));
            let month = month.unwrap_or_else(|| Month::of(today));
            let lunar = lunar_line(messages, month);
            let here = archive.clone();
            let draw = move |switch: Switch| month_view(messages, &here, month, today, &switch);
            ((says.month)(month), lunar, Callback::from(draw))
        }
    };
    html! {
        <Page key={shown.to_string()} title={title.clone()} archive={archive.manifest.title.clone()}>
            <header class="page-head">
                <p class="page-kicker">{ says.title }</p>
                <h1 class="page-title">{ &title }</h1>
                if let Some(lunar) = lunar { <p class="section-note">{ lunar }</p> }
            </header>
            <Switched {draw} />
        </Page>
    }
}

fn address(of: impl Into<PartialDate>) -> String {
    Route::Calendar { of: Some(of.into()) }.href()
}

fn month_view(
    messages: &'static Messages,
    archive: &Archive,
    month: Month,
    today: Date,
    switch: &Switch,
) -> Html {
    let says = &annex(messages).calendar;
    let heads = archive.heads();
    let kept = Kept::of(archive, month, switch);
    let turn = |to: Option<Month>,
                label: &'static str,
                before: &'static str,
                after: &'static str| {
        let Some(to) = to else { return Html::default() };
        html! {
            <a class="button" href={address(to)}>
                <span class="unseen">{ label }{ ", " }</span>{ before }{ (messages.dates.month)(to.number()) }{ after }
            </a>
        }
    };
    html! {
        <>
            <nav class="day-steps" aria-label={says.turn}>
                { turn(month.plus(-1), says.before, "‹ ", "") }
                <a class="button" href={Route::Calendar { of: None }.href()}>{ says.this_month }</a>
                { turn(month.plus(1), says.after, "", " ›") }
                <a class="button" href={address(PartialDate::Year(month.year()))}>{ (says.year)(month.year()) }</a>
            </nav>
            { grid(messages, month, &kept, today) }
            <p class="section-note grid-keys">{ says.keys }</p>
            <section class="section">
                <h2 class="section-title">{ says.in_month }</h2>
                if let Err(why) = heads {
                    { absent(messages, why) }
                } else if kept.told() == 0 {
                    <p class="day-quiet">{ says.nothing }</p>
                } else {
                    <ol class="days">
                        { for kept.returns.iter().map(|found| row(messages, found)) }
                        { for kept.named.iter().map(|(on, told)| named_row(messages, *on, told)) }
                    </ol>
                }
            </section>
            { reference_section(messages, archive, &kept.cited, switch) }
        </>
    }
}

/// From which lunar day to which the month reaches.
fn lunar_line(messages: &Messages, month: Month) -> Option<String> {
    let first = LunarDate::from_civil(month.day(1)?)?;
    let last = LunarDate::from_civil(month.day(month.days())?)?;
    Some((annex(messages).calendar.lunar_range)(first, last))
}

fn grid(messages: &Messages, month: Month, kept: &Kept<'_>, today: Date) -> Html {
    let says = &annex(messages).calendar;
    html! {
        <table class="month-grid" onkeydown={keys(month)}>
            <caption class="unseen">{ (says.month)(month) }</caption>
            <thead><tr>
                { for week_of(month).map(|weekday| html! {
                    <th scope="col">
                        <span aria-hidden="true">{ (says.short)(weekday) }</span>
                        <span class="unseen">{ (messages.dates.weekday)(weekday) }</span>
                    </th>
                }) }
            </tr></thead>
            <tbody>
                { for month.weeks().into_iter().map(|week| html! {
                    <tr>{ for week.into_iter().map(|day| cell(messages, day, kept, today)) }</tr>
                }) }
            </tbody>
        </table>
    }
}

/// The days of the week in the order of a calendar's columns.
fn week_of(month: Month) -> impl Iterator<Item = calendar::Weekday> {
    // The first seven days have one of each.
    let mut days: Vec<_> = (1..=7).filter_map(|day| month.day(day)).map(Date::weekday).collect();
    days.sort_unstable_by_key(|weekday| weekday.index());
    days.into_iter()
}

fn cell(messages: &Messages, day: Option<Date>, kept: &Kept<'_>, today: Date) -> Html {
    let Some(day) = day else { return html! { <td /> } };
    let says = &annex(messages).calendar;
    let here = kept.on(day);
    let href = Route::Today { day: Some(day) }.href();
    let [kept_class, cited_class] = here.class();
    let class = [Some("grid-day"), kept_class, cited_class];
    html! {
        <td class={(day == today).then_some("grid-today")}>
            <a id={day_id(day)} {class} {href} aria-current={(day == today).then_some("date")}>
                <span class="grid-number">{ u16::from(day.day()) }</span>
                if let Some(lunar) = LunarDate::from_civil(day) {
                    <span class="unseen">{ says.lunar_word }</span>
                    <span class="grid-lunar">{ (says.lunar_day)(lunar) }</span>
                }
                { here.read_out(messages) }
            </a>
            if here.told() + here.cited.len() > 0 {
                <ul class="grid-names">
                    { for here.returns.iter().map(|found| html! {
                        <li><a href={anniversary(found).href()} lang="vi">{ &found.anniversary.name }</a></li>
                    }) }
                    { for here.named.iter().map(|(_, told)| html! {
                        <li><a href={yearly_day(&told.id)} lang="vi">{ &told.name }</a></li>
                    }) }
                    { for here.cited.iter().map(|(_, cited)| html! {
                        <li class="grid-cited-name">
                            <span aria-hidden="true">{ glyph(Status::Reference) }</span>{ " " }
                            <a href={yearly_day(&cited.id)} lang="vi">{ &cited.name }</a>
                        </li>
                    }) }
                </ul>
            }
        </td>
    }
}

fn anniversary(found: &Return<'_>) -> Route {
    Route::Anniversary {
        id: found.anniversary.id.clone(),
        year: Some(found.occurrence.date.year()),
    }
}

/// The address of a day of every year.
fn yearly_day(id: &str) -> String {
    Route::Told { kind: ToldKind::Days, id: Some(id.to_owned()) }.href()
}

fn named_row(messages: &Messages, on: Date, told: &ToldDay) -> Html {
    html! {
        <li key={told.id.as_str()} class="day-row">
            <p class="day-when">
                <time datetime={on.to_string()}>{ (messages.dates.day_and_month)(on) }</time>
            </p>
            <p class="day-what"><a href={yearly_day(&told.id)} lang="vi">{ &told.name }</a></p>
        </li>
    }
}

fn day_id(day: Date) -> String {
    [DAY, &day.to_string()].concat()
}

/// The beginning of the id of a day's link.
const DAY: &str = "ngay-";

/// Arrows go from day to day within the month, Page Up and Page Down from month to month.
fn keys(month: Month) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let page = match key.as_str() {
            "PageUp" => month.plus(-1),
            "PageDown" => month.plus(1),
            _ => None,
        };
        if let Some(page) = page {
            event.prevent_default();
            navigate(&Route::Calendar { of: Some(page.into()) }, Arrival::Link);
            return;
        }
        let Some(to) = step(&key, dom::focused_id().as_deref()) else { return };
        if Month::of(to) == month {
            event.prevent_default();
            dom::focus(&["#", &day_id(to)].concat());
        }
    })
}

/// The day that a key leads to from the day whose link has the focus.
fn step(key: &str, focused: Option<&str>) -> Option<Date> {
    let days = match key {
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        "ArrowUp" => -7,
        "ArrowDown" => 7,
        _ => return None,
    };
    focused?.strip_prefix(DAY)?.parse::<Date>().ok()?.plus_days(days)
}

fn row(messages: &Messages, found: &Return<'_>) -> Html {
    let occurrence = found.occurrence;
    let day = occurrence.date;
    html! {
        <li key={found.anniversary.id.as_str()} class="day-row">
            <p class="day-when">
                <time datetime={day.to_string()}>{ (messages.dates.day_and_month)(day) }</time>
                if occurrence.moved { <span>{ messages.today.moved }</span> }
            </p>
            <p class="day-what"><a href={anniversary(found).href()} lang="vi">{ &found.anniversary.name }</a></p>
            { years(messages, occurrence.years, occurrence.round) }
            { years_class(messages, occurrence.round) }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_by_days_and_weeks() {
        let from = Some("ngay-2026-10-14");
        for (key, to) in [
            ("ArrowLeft", Some("2026-10-13")),
            ("ArrowRight", Some("2026-10-15")),
            ("ArrowUp", Some("2026-10-07")),
            ("ArrowDown", Some("2026-10-21")),
            ("Enter", None),
        ] {
            assert_eq!(step(key, from), to.map(|to| to.parse().unwrap()), "{key}");
        }
        assert_eq!(step("ArrowLeft", Some("somewhere")), None);
        assert_eq!(step("ArrowLeft", None), None);
    }
}
