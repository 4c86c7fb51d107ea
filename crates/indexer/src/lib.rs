//! The indexer worker's conversations: a hand-written article set in, a bundle in memory out
//! ([`Session`]); and what the clerk's desk asks ([`desk`]).
//!
//! It is loaded only when an archive is such a set, and goes away when the bundle is made; and by the
//! clerk's desk. It knows no browser: bytes in, bytes out.
//!
//! ```
//! use protocol::{Answer, Ask, Reply, Request, VERSION};
//! let mut session = indexer::Session::default();
//! let hello = Request { number: 1, ask: Ask::Hello { version: VERSION } };
//! let reply: Option<Reply> = protocol::decode(&session.take(&protocol::encode(&hello)));
//! assert_eq!(reply.map(|reply| reply.answer), Some(Answer::Welcome));
//! ```

pub mod desk;

use bindery::messages::{self, Lang};
use bindery::{Problem, bind, set};
use protocol::{Answer, Ask, Failure, Reply, Request, VERSION};

/// A conversation with one viewer.
#[derive(Debug, Default)]
pub struct Session {
    /// The viewer is of another build: nothing it says can be trusted to mean what it seems.
    foreign: bool,
}

impl Session {
    /// Answers one message. Bytes that are no message are answered under number 0.
    pub fn take(&mut self, message: &[u8]) -> Vec<u8> {
        let reply = match protocol::decode::<Request>(message) {
            Some(Request { number, ask }) => Reply { number, answer: self.answer(ask) },
            None => Reply { number: 0, answer: Answer::Failed { reason: Failure::Garbled } },
        };
        protocol::encode(&reply)
    }

    fn answer(&mut self, ask: Ask) -> Answer {
        if let Ask::Hello { version } = ask {
            self.foreign = version != VERSION;
        }
        match ask {
            _ if self.foreign => Answer::OtherVersion { version: VERSION },
            Ask::Hello { .. } => Answer::Welcome,
            Ask::Index { set } => index(&set),
            // The search worker's business.
            _ => Answer::Failed { reason: Failure::Garbled },
        }
    }
}

/// Binds a set. A faulty article is left out and told; only a file that is no set fails.
fn index(bytes: &[u8]) -> Answer {
    let draft = match set::read(bytes) {
        Ok(draft) => draft,
        Err(problem) => {
            let (vi, en) = said(&problem);
            return Answer::Failed { reason: Failure::BadSet(vi, en) };
        }
    };
    let bound = bind(draft, &mut |_| ());
    Answer::Indexed {
        files: bound.files.into_iter().map(|file| (file.path, file.bytes)).collect(),
        problems: bound.report.problems.iter().map(said).collect(),
    }
}

fn said(problem: &Problem) -> (String, String) {
    (messages::sentence(problem, Lang::Vi), messages::sentence(problem, Lang::En))
}

#[cfg(test)]
mod tests {
    use model::bundle::Manifest;
    use model::bundle::whole::Whole;
    use proptest::prelude::*;

    use super::*;

    fn ask(session: &mut Session, ask: Ask) -> Answer {
        let message = protocol::encode(&Request { number: 7, ask });
        let reply: Reply = protocol::decode(&session.take(&message)).unwrap();
        assert_eq!(reply.number, 7);
        reply.answer
    }

    fn ask_index(set: &str) -> Answer {
        ask(&mut Session::default(), Ask::Index { set: set.as_bytes().to_vec() })
    }

    #[test]
    fn a_set_becomes_a_bundle_and_faults_are_told_in_both_languages() {
        let set = r#"{ "schema": 1, "title": "Tin xã", "màu": "xanh", "articles": [
            { "title": "Kỷ niệm 90 năm công tác dân vận của Đảng (15/10/1930-15/10/2020)",
              "published": "2020-10-14", "unit": "Xã Tam Sơn", "text": "<script>alert(1)</script>" },
            { "title": "Hỏng" } ] }"#;
        let Answer::Indexed { files, problems } = ask_index(set) else { panic!("not indexed") };
        assert_eq!(
            problems,
            [(
                "bài thứ 2 (“Hỏng”): thiếu `text`".to_owned(),
                "articles[1].text: missing".to_owned()
            )]
        );
        let manifest = Manifest::parse(&files[0].1).unwrap();
        assert_eq!((manifest.counts.articles, manifest.counts.anniversaries), (1, 1));
        assert_eq!(manifest.unknown["màu"], "xanh");
        let file = |path: &str| {
            files.iter().find(|(known, _)| known == path).map(|(_, bytes)| bytes.clone())
        };
        let whole = Whole { manifest: &manifest, file: &file };
        assert_eq!(whole.paths().unwrap().len() + 1, files.len());
        let article = &whole.articles().unwrap()[0];
        assert!(article.text.ends_with("<script>alert(1)</script>"), "text stays text");
    }

    #[test]
    fn a_file_that_is_no_set_fails_with_its_place() {
        let check = |set: &str, vi: &str| match ask_index(set) {
            Answer::Failed { reason: Failure::BadSet(said, _) } => assert_eq!(said, vi),
            other => panic!("{other:?}"),
        };
        check(
            "{ \"schema\": 1,\n \"title\": }",
            "không phải JSON hợp lệ, dòng 2, cột 11 (value expected): hãy sửa chỗ này hoặc chép lại tệp",
        );
        check(
            r#"{ "schema": 9, "title": "x", "articles": [] }"#,
            "kho ghi theo lược đồ 9, chương trình này chỉ biết đến 1: hãy dùng bản chương trình mới hơn",
        );
    }

    #[test]
    fn another_build_is_told_so_and_nothing_else() {
        let mut session = Session::default();
        let other = Answer::OtherVersion { version: VERSION };
        assert_eq!(ask(&mut session, Ask::Hello { version: VERSION + 1 }), other);
        assert_eq!(ask(&mut session, Ask::Index { set: Vec::new() }), other);
    }

    proptest! {
        #[test]
        fn arbitrary_messages_never_panic(bytes in any::<Vec<u8>>()) {
            let mut session = Session::default();
            let _ = session.take(&bytes);
            let _ = session.take(&protocol::encode(&Request { number: 1, ask: Ask::Index { set: bytes } }));
        }
    }
}
