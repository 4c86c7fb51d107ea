//! Objects of the browser that may not be there: asked by name, so that a browser without them answers
//! nothing instead of failing.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property that is there.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A number among the properties.
pub(super) fn number(of: &JsValue, name: &str) -> Option<f64> {
    get(of, name)?.as_f64()
}

/// Sets a property; what refuses it goes without.
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value);
}

/// Calls a method, if it is there and does not throw.
pub(super) fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(of, name)?.dyn_into().ok()?;
    method.apply(of, &list(arguments)).ok()
}

/// A new object of a class that the window knows.
pub(super) fn create(class: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let class: Function = get(&super::window()?.into(), class)?.dyn_into().ok()?;
    Reflect::construct(&class, &list(arguments)).ok()
}

fn list(values: &[JsValue]) -> Array {
    values.iter().collect()
}
