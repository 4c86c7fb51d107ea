//! The hall's screen: what `static/kiosk.js` holds and keeps. Without it each function does nothing.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{dom, storage};

/// Where it lies.
const SCRIPT: &str = "./kiosk.js";
/// How it looks.
const STYLE: &str = "./kiosk.css";

fn helper() -> Option<JsValue> {
    let helper = Reflect::get(&super::window()?.into(), &"bienNienKiosk".into()).ok()?;
    helper.is_object().then_some(helper)
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let helper = helper()?;
    let method: Function = Reflect::get(&helper, &name.into()).ok()?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    method.apply(&helper, &list).ok()
}

/// Closes the ways out, if that has not been done before; nothing is kept from now on. Tells whether
/// the helper is here.
pub async fn begin() -> bool {
    storage::shut();
    // Without it the screen works, smaller.
    dom::add_style(STYLE).await;
    helper().is_some() || (dom::add_script(SCRIPT).await && helper().is_some())
}

/// Goes back to the place before.
pub fn back() {
    call("back", &[]);
}

/// How many places lie behind.
pub fn behind() -> u32 {
    call("behind", &[]).and_then(|count| count.as_f64()).map_or(0, |count| count as u32)
}

/// Leaves nothing of the reader who was here, and goes home.
pub fn reset() {
    call("reset", &[]);
}

/// Whether something is being read aloud.
pub fn reads() -> bool {
    call("reads", &[]).is_some_and(|reads| reads.is_truthy())
}

/// The keeper comes or goes.
pub fn keeper(is_here: bool) {
    call("keeper", &[is_here.into()]);
}

/// What stands before the caret of the field with the focus.
pub fn before() -> String {
    call("before", &[]).and_then(|text| text.as_string()).unwrap_or_default()
}

/// All that stands in it.
pub fn whole() -> String {
    call("whole", &[]).and_then(|text| text.as_string()).unwrap_or_default()
}

/// Puts text in the place of some text before the caret.
pub fn put(taken: &str, text: &str) {
    let units = taken.encode_utf16().count() as f64;
    call("type", &[units.into(), text.into()]);
}

/// Sends off what has been typed.
pub fn enter() {
    call("enter", &[]);
}

/// Takes the focus off the field.
pub fn leave() {
    call("leave", &[]);
}

/// A value that the device keeps for its keeper.
pub fn kept(name: &str) -> Option<String> {
    call("kept", &[name.into()])?.as_string()
}

/// Keeps it.
pub fn keep(name: &str, value: &str) {
    call("keep", &[name.into(), value.into()]);
}

/// The text that an event of the helper's carries.
pub fn told_text(event: &web_sys::Event) -> Option<String> {
    told(event)?.as_string()
}

/// The yes or no that it carries.
pub fn told_flag(event: &web_sys::Event) -> bool {
    told(event).is_some_and(|told| told.is_truthy())
}

/// The number that it carries.
pub fn told_number(event: &web_sys::Event) -> u32 {
    told(event).and_then(|told| told.as_f64()).map_or(0, |told| told as u32)
}

fn told(event: &web_sys::Event) -> Option<JsValue> {
    Reflect::get(event, &"detail".into()).ok()
}
