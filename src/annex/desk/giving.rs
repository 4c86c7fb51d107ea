//! What is handed over: the bundle, its pictures, a whole site.

use std::rc::Rc;

use protocol::desk::{Answer, Ask};

use super::place::file_of;
use super::wire::Talk;
use super::work::Desk;
use crate::platform::desk::{self, Bytes, Item, Word};

impl Desk {
    /// The files of the bundle that was bound last, with their list; and its pictures.
    pub(super) async fn bundle(&self) -> Result<Bundle, Word> {
        let talk = self.talk.borrow().clone().ok_or_else(lost)?;
        match talk.ask(&Ask::Bundle, Vec::new()).answer().await {
            Some((Answer::Files { paths, pictures }, files)) => Ok(Bundle {
                files: paths.into_iter().zip(files).collect(),
                pictures: self.pictures(&talk, pictures).await,
            }),
            _ => Err(lost()),
        }
    }

    /// Pictures by their paths in a bundle: files on the desk, or taken out of those that hold them.
    async fn pictures(&self, talk: &Rc<Talk>, list: Vec<(String, String)>) -> Vec<(String, Item)> {
        let mut pictures = Vec::with_capacity(list.len());
        for (path, name) in list {
            let file = file_of(&self.state.borrow().files, &name).map(str::to_owned);
            let Some(file) = file else { continue };
            if file == name {
                pictures.push((path, Item::Kept(name)));
                continue;
            }
            let ask = Ask::Picture { name };
            if let Some((_, files)) = talk.ask(&ask, vec![Item::Kept(file)]).answer().await {
                pictures.extend(files.into_iter().next().map(|bytes| (path, Item::Bytes(bytes))));
            }
        }
        pictures
    }

    /// All files of a finished site.
    pub(super) async fn site(&self) -> Result<Vec<(String, Item)>, Word> {
        let viewer = desk::viewer().await?;
        let talk = self.talk.borrow().clone().ok_or_else(lost)?;
        let paths = viewer.iter().map(|(path, _)| path.clone()).collect();
        let files = viewer.iter().map(|(_, bytes)| Item::Bytes(bytes.clone())).collect();
        match talk.ask(&Ask::Site { paths }, files).answer().await {
            Some((Answer::Files { paths, pictures }, files)) => {
                let mut site: Vec<(String, Item)> =
                    paths.into_iter().zip(files.into_iter().map(Item::Bytes)).collect();
                let stays = |path: &String| site.iter().all(|(made, _)| made != path);
                let rest = viewer.into_iter().filter(|(path, _)| stays(path));
                let rest: Vec<_> = rest.map(|(path, bytes)| (path, Item::Bytes(bytes))).collect();
                site.extend(rest);
                site.extend(self.pictures(&talk, pictures).await);
                Ok(site)
            }
            Some((Answer::NoSite(path), _)) if !path.is_empty() => {
                Err(["damaged ", &path].concat())
            }
            _ => Err(lost()),
        }
    }
}

/// A bundle as it was bound.
pub(super) struct Bundle {
    /// `archive.json` first, the list last.
    pub(super) files: Vec<(String, Bytes)>,
    /// By their paths.
    pub(super) pictures: Vec<(String, Item)>,
}

fn lost() -> Word {
    "lost".to_owned()
}
