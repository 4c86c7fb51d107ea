//! A server, a clock and a viewer in memory, and a bundle for them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use protocol::{Answer, Ask, Part, Query, Reply, Request, VERSION};
use search::{Builder, Document, Zone};
use sha2::{Digest, Sha256};
use worker::{Fetching, Host, Session};

/// A web server, a clock and a viewer in memory.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) files: RefCell<BTreeMap<String, Vec<u8>>>,
    pub(crate) fetched: RefCell<Vec<String>>,
    pub(crate) replies: RefCell<Vec<Reply>>,
    /// Resting waits while this is set.
    pub(crate) held: Cell<bool>,
    /// Resting for long is over at once.
    pub(crate) impatient: Cell<bool>,
    /// Texts do not come while this is set.
    pub(crate) slow: Rc<Cell<bool>>,
    /// Each look at the clock takes so long.
    pub(crate) pace: Cell<u64>,
    pub(crate) now: Cell<u64>,
}

impl Host for &World {
    fn fetch(&self, url: &str) -> Fetching {
        self.fetched.borrow_mut().push(url.to_owned());
        let mut file = Some(self.files.borrow().get(url).cloned());
        let slow = url.contains("articles").then(|| Rc::clone(&self.slow));
        Box::pin(std::future::poll_fn(move |_| match &slow {
            Some(slow) if slow.get() => Poll::Pending,
            _ => Poll::Ready(file.take().flatten()),
        }))
    }

    fn rest(&self, milliseconds: i32) -> impl Future<Output = ()> {
        let (held, soon) = (&self.held, milliseconds < 100 || self.impatient.get());
        std::future::poll_fn(move |_| match held.get() || !soon {
            true => Poll::Pending,
            false => Poll::Ready(()),
        })
    }

    fn micros(&self) -> u64 {
        self.now.set(self.now.get() + self.pace.get());
        self.now.get()
    }

    fn post(&self, reply: Vec<u8>) {
        self.replies.borrow_mut().push(protocol::decode(&reply).unwrap());
    }
}

pub(crate) fn poll(future: Pin<&mut impl Future<Output = ()>>) -> Poll<()> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Says something and waits for the answer to it.
pub(crate) fn say(session: &Session<&World>, number: u32, ask: Ask) -> Option<Answer> {
    let message = protocol::encode(&Request { number, ask });
    assert_eq!(poll(pin!(session.take(&message))), Poll::Ready(()));
    let mut replies = session.host().replies.borrow_mut();
    replies.pop().map(|reply| {
        assert_eq!(reply.number, number);
        reply.answer
    })
}

pub(crate) fn part(path: &str, bytes: &[u8], first: u32) -> Part {
    let digest = Sha256::digest(bytes);
    let name = u64::from_be_bytes(digest[..8].try_into().unwrap());
    Part { path: path.into(), bytes: bytes.len() as u64, name, first, is_list: false }
}

const TEXTS: [(&str, &str); 3] = [
    ("Hội nghị dân vận khéo", "Huyện uỷ tổng kết phong trào."),
    ("Chợ quê", "Hôm nay, chợ Cho họp ở xã Sơn Đông."),
    ("Làm đường", "Nhân dân hiến đất làm đường nông thôn mới."),
];

/// Parts with their bytes.
pub(crate) type Files = Vec<(Part, Vec<u8>)>;

/// Index files and chunks of the texts, one article a chunk.
pub(crate) fn bundle() -> (Files, Files) {
    bundle_of(&TEXTS, Builder::new())
}

pub(crate) fn bundle_of(texts: &[(&str, &str)], mut builder: Builder) -> (Files, Files) {
    let mut chunks = Vec::new();
    for ((title, text), first) in texts.iter().zip(0..) {
        let zones = [(Zone::Body, 0..text.len())];
        builder.add(&Document {
            title,
            text,
            zones: &zones,
            facets: &[("year", "2020")],
            day: None,
        });
        let blocks = serde_json::json!([{"kind": "paragraph", "span": [0, text.len()]}]);
        let json =
            serde_json::json!({"articles": [{"title": title, "text": text, "blocks": blocks}]});
        let json = json.to_string().into_bytes();
        chunks.push((part(&format!("articles/{first}.json"), &json, first), json));
    }
    let index = builder
        .finish()
        .into_iter()
        .map(|piece| (part(&format!("index/{}", piece.name), &piece.bytes, 0), piece.bytes));
    (index.collect(), chunks)
}

/// A world that serves the bundle but for what `change` does to it, and the opening message.
pub(crate) fn world(change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> (World, Ask) {
    world_of(bundle(), change)
}

pub(crate) fn world_of(
    (index, chunks): (Files, Files),
    change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>,
) -> (World, Ask) {
    let world = World::default();
    for (part, bytes) in index.iter().chain(&chunks) {
        if let Some(bytes) = change(&part.path, bytes.clone()) {
            world.files.borrow_mut().insert(format!("https://x/{}", part.path), bytes);
        }
    }
    let parts = |list: Files| list.into_iter().map(|(part, _)| part).collect();
    let open = Ask::Open { base: "https://x/".into(), index: parts(index), chunks: parts(chunks) };
    (world, open)
}

pub(crate) fn query(text: &str) -> Ask {
    Ask::Search(Query { text: text.into(), count: 10, ..Query::default() })
}

pub(crate) fn hello() -> Ask {
    Ask::Hello { version: VERSION }
}
