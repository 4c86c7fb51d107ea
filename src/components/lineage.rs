//! The diagram of a unit's descent: a trunk from what it was to what it became.
//!
//! Everything it shows is also said in the sentence above it and in the lists below it; to a
//! screen reader it is one picture with that sentence as its text.

use yew::prelude::*;

use crate::annals::lineage::{Lineage, Node, ROW, Role, TRUNK};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;

/// The picture, or nothing where there is no descent to draw.
pub fn lineage_figure(messages: &Messages, name: &str, told: &str, lineage: &Lineage) -> Html {
    if !lineage.is_drawn() {
        return Html::default();
    }
    let (nodes, height) = lineage.layout();
    let own = nodes.iter().find(|node| node.role == Role::Unit).map_or(0, |node| node.y);
    html! {
        <figure class="lineage">
            <svg class="lineage-svg" viewBox={["0 0 320 ", &height.to_string()].concat()} role="img"
                aria-label={told.to_owned()}>
                { for nodes.iter().map(|node| branch(node, own)) }
                { for nodes.iter().map(|node| label(messages, name, lineage, node)) }
            </svg>
        </figure>
    }
}

/// Where branches end and names begin.
const TIP: u32 = 40;
const TEXT: u32 = 54;

/// The line from a node to the unit's own.
fn branch(node: &Node, own: u32) -> Html {
    let class = [Some("lineage-line"), node.partial.then_some("lineage-part")];
    let turn = ROW / 3;
    // Each branch draws its own stretch of the trunk only as far as its neighbour's.
    let path = match node.role {
        Role::Unit => return Html::default(),
        Role::Predecessor(_) => [
            "M",
            &TIP.to_string(),
            " ",
            &node.y.to_string(),
            "H",
            &(TRUNK + turn).to_string(),
            "Q",
            &TRUNK.to_string(),
            " ",
            &node.y.to_string(),
            " ",
            &TRUNK.to_string(),
            " ",
            &(node.y + turn).to_string(),
            "V",
            &own.min(node.y + ROW + turn).to_string(),
        ]
        .concat(),
        Role::Successor(index) => {
            let from = if index == 0 { own } else { node.y.saturating_sub(ROW + turn) };
            [
                "M",
                &TRUNK.to_string(),
                " ",
                &from.to_string(),
                "V",
                &(node.y - turn).to_string(),
                "Q",
                &TRUNK.to_string(),
                " ",
                &node.y.to_string(),
                " ",
                &(TRUNK + turn).to_string(),
                " ",
                &node.y.to_string(),
                "H",
                &TIP.to_string(),
            ]
            .concat()
        }
    };
    html! { <path {class} d={path} /> }
}

/// The dot of a node and the name beside it.
fn label(messages: &Messages, name: &str, lineage: &Lineage, node: &Node) -> Html {
    let kin = match node.role {
        Role::Predecessor(index) => lineage.predecessors.get(index),
        Role::Successor(index) => lineage.successors.get(index),
        Role::Unit => None,
    };
    if let Some(kin) = kin {
        return html! {
            <>
                <circle class="lineage-node" cx={TIP.to_string()} cy={node.y.to_string()} r="4" />
                <text x={TEXT.to_string()} y={(node.y + 5).to_string()}>{ &kin.name }</text>
            </>
        };
    }
    html! {
        <>
            <circle class="lineage-node lineage-node-self" cx={TRUNK.to_string()} cy={node.y.to_string()} r="6" />
            <text class="lineage-self" x={TEXT.to_string()} y={(node.y + 2).to_string()}>{ name }</text>
            <text class="lineage-date" x={TEXT.to_string()} y={(node.y + 20).to_string()}>
                { (annex(messages).unit.lived)(lineage.lived.0, lineage.lived.1) }
            </text>
        </>
    }
}
