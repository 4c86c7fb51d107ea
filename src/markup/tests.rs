use yew::virtual_dom::VNode;

use super::*;

/// Names of elements with what they hold, a text as it stands, `_` for nothing.
fn shape(node: &VNode) -> String {
    match node {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) if list.is_empty() => "_".to_owned(),
        VNode::VList(list) => list.iter().map(shape).collect::<Vec<_>>().join(","),
        VNode::VTag(tag) => {
            format!("{}({})", tag.tag(), tag.children().map(shape).unwrap_or_default())
        }
        _ => "?".to_owned(),
    }
}

fn attributes(node: &VNode) -> Vec<(String, String)> {
    let VNode::VTag(tag) = node else { return Vec::new() };
    tag.attributes.iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

#[test]
fn elements_texts_and_numbers_stand_in_order() {
    let name = String::from("Vĩnh Tuy");
    let drawn = html! { <p>{ "xã " }<b>{ &name }</b>{ 3_u32 }</p> };
    assert_eq!(shape(&drawn), "p(xã ,b(Vĩnh Tuy),3)");
}

#[test]
fn a_choice_not_taken_keeps_its_place() {
    let is_shown = false;
    let drawn = html! { <div>if is_shown { <p /> }<b /></div> };
    assert_eq!(shape(&drawn), "div(_,b(_))");
    let drawn =
        html! { <div>if is_shown { <p /> } else if let Some(n) = Some(2_u32) { { n } }</div> };
    assert_eq!(shape(&drawn), "div(2)");
}

#[test]
fn lists_and_options_stand_side_by_side() {
    let rows = ["a", "b"];
    let none: Option<&str> = None;
    let drawn =
        html! { <><ul>{ for rows.iter().map(|row| html! { <li>{ *row }</li> }) }</ul>{ none }</> };
    assert_eq!(shape(&drawn), "ul(li(a),li(b))");
}

#[test]
fn attributes_keep_their_order_and_leave_out_what_is_not() {
    let href = String::from("#/");
    let none: Option<&str> = None;
    let drawn = html! { <a class={[Some("a"), none, Some("b")]} id="x" {href} title={none} aria-label="y" /> };
    let expected = [("class", "a b"), ("id", "x"), ("href", "#/"), ("aria-label", "y")];
    let expected = expected.map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(attributes(&drawn), expected);
    assert_eq!(attributes(&html! { <a hidden={false} open={true} /> }).len(), 1);
}

#[test]
fn what_an_input_holds_is_its_state() {
    let drawn = html! { <input value="chữ" checked={true} name="q" /> };
    let VNode::VTag(input) = drawn else { panic!("an element") };
    assert_eq!(input.value().map(AttrValue::as_str), Some("chữ"));
    assert_eq!(input.checked(), Some(true));
}

#[test]
fn keys_are_the_elements() {
    assert!(html! { <li key={7_i32} /> }.has_key());
    assert!(!html! { <li /> }.has_key());
}
