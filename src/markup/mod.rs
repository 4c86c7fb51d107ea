//! What `html!` writes to: nodes of yew, put together in one place instead of at every tag.

mod tag;
mod words;

#[cfg(test)]
mod tests;

use std::rc::Rc;

pub(crate) use ::markup::html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

use self::tag::Tag;
pub(crate) use self::words::{Child, Value};

/// Gathers nodes in the order in which they are written.
pub(crate) struct Writer {
    outer: Vec<Open>,
    inner: Open,
}

/// An element or group that is still being written.
#[derive(Default)]
struct Open {
    /// `None` for a group.
    tag: Option<&'static Tag>,
    key: Option<Key>,
    reference: NodeRef,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    children: Vec<VNode>,
}

impl Writer {
    /// With nothing written.
    #[inline(never)]
    pub(crate) fn new() -> Self {
        Self { outer: Vec::new(), inner: Open::default() }
    }

    /// Begins an element, told as the macro tells it.
    #[inline(never)]
    pub(crate) fn open(&mut self, told: &'static str) {
        self.group();
        self.inner.tag = Some(Tag::of(told));
    }

    /// Begins a group: what is written until it is closed is one node.
    #[inline(never)]
    pub(crate) fn group(&mut self) {
        self.outer.push(std::mem::take(&mut self.inner));
    }

    /// Ends the element or group begun last.
    #[inline(never)]
    pub(crate) fn close(&mut self) {
        let node = self.take();
        self.node(node);
    }

    /// Ends the element or group begun last and hands it out instead of writing it.
    #[inline(never)]
    pub(crate) fn take(&mut self) -> VNode {
        let outer = self.outer.pop().unwrap_or_default();
        std::mem::replace(&mut self.inner, outer).into_node()
    }

    /// Everything that was written.
    #[inline(never)]
    pub(crate) fn finish(self) -> Html {
        self.inner.into_node()
    }

    /// Writes a node.
    #[inline(never)]
    pub(crate) fn node(&mut self, node: VNode) {
        self.inner.children.push(node);
    }

    /// Writes words.
    #[inline(never)]
    fn words(&mut self, words: AttrValue) {
        self.node(VText { text: words }.into());
    }

    /// Writes each of several.
    pub(crate) fn each<T: Child>(&mut self, all: impl IntoIterator<Item = T>) {
        for one in all {
            one.add(self);
        }
    }

    /// The value of the next attribute that has no fixed one.
    pub(crate) fn attribute(&mut self, value: impl Value) {
        self.set(value.into_value());
    }

    #[inline(never)]
    fn set(&mut self, value: Option<AttrValue>) {
        self.inner.fill_fixed();
        self.inner.values.push(value.map(AttributeOrProperty::Attribute));
    }

    /// Tells the element from its siblings.
    pub(crate) fn key(&mut self, key: impl Into<Key>) {
        self.inner.key = Some(key.into());
    }

    /// Will hold the element when it is part of the page.
    pub(crate) fn reference(&mut self, reference: impl Into<NodeRef>) {
        self.inner.reference = reference.into();
    }

    /// What an input holds.
    pub(crate) fn value(&mut self, value: impl Value) {
        self.inner.value = value.into_value();
    }

    /// Whether an input is ticked.
    pub(crate) fn checked(&mut self, checked: bool) {
        self.inner.checked = Some(checked);
    }

    /// Listens to an event.
    pub(crate) fn listen(&mut self, listener: Rc<dyn Listener>) {
        self.inner.listeners.push(Some(listener));
    }
}

impl Open {
    /// The fixed values up to the next that is not.
    fn fill_fixed(&mut self) {
        let fixed = self.tag.map_or(&[][..], |tag| &tag.fixed);
        while let Some(Some(value)) = fixed.get(self.values.len()) {
            self.values.push(Some(AttributeOrProperty::Attribute(AttrValue::Static(value))));
        }
    }

    fn into_node(mut self) -> VNode {
        self.fill_fixed();
        let children = match self.children.len() {
            1 => self.children.remove(0),
            _ => VNode::from(VList::from(self.children)),
        };
        let Some(Tag { name, keys, .. }) = self.tag else { return children };
        let mut tag = VTag::new(*name);
        tag.key = self.key;
        tag.node_ref = self.reference;
        if !keys.is_empty() {
            tag.set_attributes(Attributes::Dynamic { keys, values: self.values.into() });
        }
        if !self.listeners.is_empty() {
            tag.set_listeners(self.listeners.into());
        }
        tag.set_value(self.value);
        if let Some(checked) = self.checked {
            tag.set_checked(checked);
        }
        if let Some(place) = tag.children_mut() {
            *place = children;
        }
        tag.into()
    }
}
