//! Articles that are nearly the same: one stays, or all of them.

use std::rc::Rc;

use protocol::desk::{Article, Key, Report};
use yew::prelude::*;

use super::View;
use super::work::desk;
use crate::components::LongList;
use crate::markup::html;

/// The groups.
pub(super) fn view(view: &View, report: &Rc<Report>) -> Html {
    let says = view.says;
    if report.copies.is_empty() {
        return Html::default();
    }
    let (drawn, all, total) = (view.clone(), report.clone(), report.copies.len());
    let draw = Callback::from(move |count: usize| {
        let groups = all.copies.iter().take(count).map(|group| one(&drawn, &all, group));
        html! { { for groups } }
    });
    html! {
        <section class="section" aria-labelledby="desk-copies">
            <h2 class="section-title" id="desk-copies">{ says.copies }</h2>
            <p class="section-note">{ says.copies_note }</p>
            <LongList {total} {draw} />
        </section>
    }
}

fn one(view: &View, report: &Report, group: &[(u32, u8)]) -> Html {
    let says = view.says;
    let articles: Vec<(&Article, u8)> = group
        .iter()
        .filter_map(|(at, share)| Some((report.articles.get(*at as usize)?, *share)))
        .collect();
    let names: Vec<String> = articles.iter().map(|(article, _)| article.name.clone()).collect();
    let at = view.today.to_string();
    let (all, when) = (names.clone(), at.clone());
    let keep_all = Callback::from(move |_: MouseEvent| {
        for (place, name) in all.iter().enumerate().skip(1) {
            let others = all[..place].join("\n");
            desk().say(name, vec![(Key::DistinctFrom, others)], when.clone());
        }
    });
    html! {
        <div class="desk-group">
            <ul class="entries desk-rows">
                { for articles.iter().map(|(article, share)| {
                    let (names, own, at) = (names.clone(), article.name.clone(), at.clone());
                    let onclick = Callback::from(move |_: MouseEvent| {
                        for name in names.iter().filter(|name| **name != own) {
                            desk().say(name, vec![(Key::LeftOut, "true".to_owned())], at.clone());
                        }
                    });
                    html! {
                        <li class="desk-row" key={article.name.as_str()}>
                            <p class="desk-name" lang="vi">{ &article.title }</p>
                            <p class="desk-facts">
                                <span class="desk-file">{ &article.name }</span>
                                if *share < 100 { <span>{ (says.alike)(*share) }</span> }
                            </p>
                            <button type="button" class="button desk-edit" {onclick}>
                                { says.keep_this }<span class="unseen">{ " " }{ &article.name }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            <p class="button-row">
                <button type="button" class="button" onclick={keep_all}>{ says.keep_all }</button>
            </p>
        </div>
    }
}
