//! What the braces of `html!` take: children and the values of attributes.

use yew::AttrValue;
use yew::virtual_dom::VNode;

use super::Writer;

/// What may stand between braces.
pub(crate) trait Child {
    /// Writes it.
    fn add(self, writer: &mut Writer);
}

impl Child for VNode {
    fn add(self, writer: &mut Writer) {
        writer.node(self);
    }
}

impl<T: Child> Child for Option<T> {
    fn add(self, writer: &mut Writer) {
        if let Some(child) = self {
            child.add(writer);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn add(self, writer: &mut Writer) {
        writer.each(self);
    }
}

impl Child for &str {
    #[inline(never)]
    fn add(self, writer: &mut Writer) {
        writer.words(AttrValue::from(self.to_owned()));
    }
}

impl Child for String {
    #[inline(never)]
    fn add(self, writer: &mut Writer) {
        writer.words(self.into());
    }
}

impl Child for &String {
    fn add(self, writer: &mut Writer) {
        self.as_str().add(writer);
    }
}

impl Child for AttrValue {
    fn add(self, writer: &mut Writer) {
        writer.words(self);
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Child for $number {
            fn add(self, writer: &mut Writer) {
                self.to_string().add(writer);
            }
        }

        impl Value for $number {
            fn into_value(self) -> Option<AttrValue> {
                self.to_string().into_value()
            }
        }
    )*};
}
numbers!(i32 u16 u32 usize);

/// What an attribute may be set to; `None` leaves it out.
pub(crate) trait Value {
    /// The words to write.
    fn into_value(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn into_value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    #[inline(never)]
    fn into_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for AttrValue {
    fn into_value(self) -> Option<AttrValue> {
        Some(self)
    }
}

/// Several words with spaces between, those that are there: the classes of an element.
impl<const N: usize> Value for [Option<&'static str>; N] {
    fn into_value(self) -> Option<AttrValue> {
        joined(&self)
    }
}

#[inline(never)]
fn joined(words: &[Option<&'static str>]) -> Option<AttrValue> {
    let there: Vec<&str> = words.iter().copied().flatten().collect();
    if there.is_empty() { None } else { there.join(" ").into_value() }
}

impl Value for bool {
    fn into_value(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<T: Value> Value for Option<T> {
    fn into_value(self) -> Option<AttrValue> {
        self.and_then(Value::into_value)
    }
}
