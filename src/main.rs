//! Mounts the viewer into `#app`, in place of the static content that a page without scripts shows.

use viewer::{app::App, platform::dom};

fn main() {
    if let Some(host) = dom::mount_point("app") {
        yew::Renderer::<App>::with_root(host).render();
    }
}
