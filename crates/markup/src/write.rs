//! A tree of markup as the calls that write it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::parse::{Attribute, Component, Element, If, Node, Nodes, Value};

/// The expression for everything the macro was given.
pub(crate) fn whole(nodes: &Nodes) -> TokenStream {
    let writer = Ident::new("writer", Span::mixed_site());
    let steps = steps(&writer, nodes);
    quote! {{
        let mut #writer = crate::markup::Writer::new();
        #steps
        #writer.finish()
    }}
}

fn steps(writer: &Ident, Nodes(nodes): &Nodes) -> TokenStream {
    nodes.iter().map(|node| step(writer, node)).collect()
}

fn step(writer: &Ident, node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => self::element(writer, element),
        Node::Component(component) => self::component(writer, component),
        Node::Fragment(nodes) => grouped(writer, nodes),
        Node::Value(value) => quote! { crate::markup::Child::add(#value, &mut #writer); },
        Node::Each(values) => quote! { #writer.each(#values); },
        Node::If(choice) => self::choice(writer, choice),
    }
}

fn grouped(writer: &Ident, nodes: &Nodes) -> TokenStream {
    let steps = steps(writer, nodes);
    quote! { #writer.group(); #steps #writer.close(); }
}

/// A choice is one node even where it shows nothing, so that what follows keeps its place.
fn choice(writer: &Ident, If { condition, then, otherwise }: &If) -> TokenStream {
    let then = steps(writer, then);
    let otherwise = otherwise.as_ref().map(|nodes| {
        let steps = steps(writer, nodes);
        quote! { else { #steps } }
    });
    quote! { #writer.group(); if #condition { #then } #otherwise #writer.close(); }
}

fn component(writer: &Ident, Component { path, attributes, children }: &Component) -> TokenStream {
    match children {
        None => quote! { #writer.node(::yew::html! { <#path #attributes /> }); },
        Some(children) => {
            let steps = steps(writer, children);
            quote! {
                #writer.group();
                #steps
                let children = #writer.take();
                #writer.node(::yew::html! { <#path #attributes>{ children }</#path> });
            }
        }
    }
}

fn element(writer: &Ident, element: &Element) -> TokenStream {
    let name = element.name.text();
    let tag = tag(name, &element.attributes);
    let attributes = element.attributes.iter().map(|attribute| set(writer, name, attribute));
    let children = steps(writer, &element.children);
    quote! {
        #writer.open(#tag);
        #(#attributes)*
        #children
        #writer.close();
    }
}

/// The element as one text, which takes the fewest bytes of a program: its name, and a line for each
/// attribute, `key=words` or, of a computed one, `key`.
fn tag(name: &str, attributes: &[Attribute]) -> String {
    let mut tag = name.to_owned();
    for attribute in attributes.iter().filter(|attribute| kind(name, attribute) == Kind::Written) {
        tag.push('\n');
        tag.push_str(attribute.name.text());
        if let Value::Words(words) = &attribute.value {
            tag.push('=');
            tag.push_str(&words.value());
        }
    }
    tag
}

/// What an attribute is to the writer.
#[derive(PartialEq)]
enum Kind {
    /// An attribute of the document.
    Written,
    Key,
    Reference,
    Listener,
    /// The state of an `<input>`, which its attributes only begin with.
    Value,
    Checked,
}

fn kind(element: &str, attribute: &Attribute) -> Kind {
    match attribute.name.text() {
        "key" => Kind::Key,
        "ref" => Kind::Reference,
        "value" if element == "input" => Kind::Value,
        "checked" if element == "input" => Kind::Checked,
        name if name.starts_with("on") && !name.contains('-') => Kind::Listener,
        _ => Kind::Written,
    }
}

fn set(writer: &Ident, element: &str, attribute: &Attribute) -> TokenStream {
    let value = match &attribute.value {
        Value::Words(words) => quote! { #words },
        Value::Computed(value) => quote! { #value },
    };
    match kind(element, attribute) {
        Kind::Written if matches!(attribute.value, Value::Words(_)) => TokenStream::new(),
        Kind::Written => quote! { #writer.attribute(#value); },
        Kind::Key => quote! { #writer.key(#value); },
        Kind::Reference => quote! { #writer.reference(#value); },
        Kind::Value => quote! { #writer.value(#value); },
        Kind::Checked => quote! { #writer.checked(#value); },
        Kind::Listener => {
            let event = attribute.name.ident();
            quote! { #writer.listen(::std::rc::Rc::new(::yew::html::#event::Wrapper::new(#value))); }
        }
    }
}
