//! Notes moved down to what they are about.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// A note and what it is about, by selectors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The note.
    pub moved: String,
    /// Beside what it belongs; absent where it belongs nowhere.
    pub to: Option<String>,
}

/// Notes that are being kept beside what they are about; dropping it ends that.
pub struct Aligned {
    observer: JsValue,
    _call: Closure<dyn FnMut()>,
}

impl Drop for Aligned {
    fn drop(&mut self) {
        call(&self.observer, "disconnect", &[]);
    }
}

/// Keeps notes, which stand one under another, beside what they are about for as long as they stand
/// in a column beside it; none ever lies over another. Watches the sizes of what `watched` finds.
pub fn align(pairs: Vec<Pair>, watched: &str) -> Option<Aligned> {
    let document = super::document()?;
    // Moving a note changes no size that is watched, so this does not call itself.
    let now = Closure::<dyn FnMut()>::new(move || {
        let _ = place(&pairs);
    });
    let maker: Function = Reflect::get(&JsValue::from(super::window()?), &"ResizeObserver".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let function: &Function = now.as_ref().unchecked_ref();
    let observer = Reflect::construct(&maker, &Array::of1(function)).ok()?;
    let found = document.query_selector_all(watched).ok()?;
    for at in 0..found.length() {
        if let Some(node) = found.get(at) {
            call(&observer, "observe", &[node.into()]);
        }
    }
    Some(Aligned { observer, _call: now })
}

fn call(of: &JsValue, name: &str, arguments: &[JsValue]) {
    let function = Reflect::get(of, &name.into()).ok().and_then(|it| it.dyn_into().ok());
    // Observers have these since before the oldest browser that can run this.
    let _ = function.map(|function: Function| function.apply(of, &arguments.iter().collect()));
}

/// Moves each note down. All is measured before anything is moved.
fn place(pairs: &[Pair]) -> Option<()> {
    let document = super::document()?;
    let find = |selector: &str| -> Option<HtmlElement> {
        document.query_selector(selector).ok()??.dyn_into().ok()
    };
    let notes: Vec<(HtmlElement, Option<HtmlElement>)> = pairs
        .iter()
        .filter_map(|pair| Some((find(&pair.moved)?, pair.to.as_deref().and_then(find))))
        .collect();
    for (note, _) in &notes {
        let _ = note.style().remove_property("margin-top");
    }
    let mut moved = 0.0;
    let wanted: Vec<f64> = notes
        .iter()
        .map(|(note, to)| {
            let here = note.get_bounding_client_rect();
            let Some(to) = to else { return 0.0 };
            let there = to.get_bounding_client_rect();
            let is_beside = here.left() >= there.right();
            if !is_beside {
                return 0.0;
            }
            let by = (there.top() - here.top() - moved).max(0.0).round();
            moved += by;
            by
        })
        .collect();
    for ((note, _), by) in notes.iter().zip(wanted) {
        if by > 0.0 {
            let _ =
                note.style().set_property("margin-top", &[&(by as i32).to_string(), "px"].concat());
        }
    }
    Some(())
}
