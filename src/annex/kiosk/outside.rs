//! An address outside the archive: shown to be read, photographed and opened elsewhere, never
//! followed.

use yew::prelude::*;

use crate::components::qr;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;

/// The address as a dialog.
pub(super) fn dialog(messages: &Messages, address: &str, close: &Callback<()>) -> Html {
    let says = &annex(messages).kiosk;
    let onclick = close.reform(|_: MouseEvent| {
        dom::focus("main h1");
    });
    html! {
        <div class="kiosk-sheet" role="dialog" aria-modal="true" aria-labelledby="kiosk-outside">
            <div class="kiosk-sheet-in">
                <h2 id="kiosk-outside">{ says.outside }</h2>
                <p>{ says.outside_how }</p>
                { qr(address, says.code) }
                <p class="kiosk-address">{ address }</p>
                <p class="button-row"><button type="button" class="button button-main" {onclick}>{ says.close }</button></p>
            </div>
        </div>
    }
}
