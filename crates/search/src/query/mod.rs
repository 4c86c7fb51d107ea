//! Asking: a request in, a page of hits out.
//!
//! parse → plan (what to look up) → evaluate (who answers, how well) → order → page. Where a piece
//! of the index is not here yet, the answer is a list of files to bring, and the question is asked
//! again.

mod asking;
mod dates;
pub(crate) mod evaluate;
mod evidence;
mod filter;
mod follow;
mod near;
mod parse;
pub(crate) mod plan;
mod results;
pub(crate) mod terms;
pub(crate) mod values;

use crate::decide::Judge;
use crate::index::Index;
use crate::sight::Highlighter;
use terms::Level;

pub use evaluate::Tier;
pub use parse::Note;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// As typed.
    pub text: String,
    /// Chosen values by field: every field must hold, any value of a field.
    pub filters: Vec<(String, Vec<String>)>,
    /// Order.
    pub order: Order,
    /// Hits to skip.
    pub from: usize,
    /// Hits to return.
    pub count: usize,
    /// Hits to return besides, where the texts must decide which of them have a phrase.
    pub spare: usize,
    /// The last word may be the beginning of one.
    pub typing: bool,
}

/// Order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By tier, then best first.
    #[default]
    Relevance,
    /// By date over all tiers, undated last.
    Newest,
    /// By date over all tiers, undated last.
    Oldest,
}

/// What comes of a question.
#[derive(Debug)]
pub enum Outcome {
    /// Bring these files and ask again.
    Needs(Vec<usize>),
    /// The answer.
    Done(Results),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Results {
    /// Hits in each tier that has any, firmest first.
    pub tiers: Vec<(Tier, u32)>,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// For each field its values and how many hits have them, most first; as far as the files for it
    /// are here.
    pub facets: Vec<(String, Vec<(String, u32)>)>,
    /// How the query was read.
    pub notes: Vec<Note>,
    /// A spelling that finds more.
    pub suggestion: Option<String>,
    /// Finds the words in these hits' texts.
    pub highlighter: Highlighter,
    /// What the hits' texts must still decide.
    pub(crate) judge: Box<Judge>,
}

/// A document found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// How well it answers.
    pub tier: Tier,
    /// With the very words of the query, diacritics and all.
    pub exact: bool,
    /// Through another form of a word.
    pub expanded: bool,
    /// The words it lacks, as typed.
    pub lacks: Vec<String>,
    /// Comparable within one answer only.
    pub score: f32,
    /// By which branch of the query it was found.
    pub(crate) branch: usize,
    /// The level of its worst word.
    pub(crate) class: Level,
    /// Marks that were not typed do not count against it.
    pub(crate) loose: bool,
}

impl Index {
    /// Answers a request, or says which files it needs for that.
    ///
    /// ```
    /// use search::{Builder, Document, Index, Outcome, Request, Zone};
    /// let text = "Huyện uỷ tổng kết phong trào";
    /// let mut builder = Builder::new();
    /// let zones = [(Zone::Body, 0..text.len())];
    /// builder.add(&Document { title: "", text, zones: &zones, facets: &[], day: None });
    /// let index = Index::of_pieces(&builder.finish());
    /// let request = Request { text: "huyen uy".into(), count: 10, ..Request::default() };
    /// let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
    /// assert_eq!(results.hits[0].document, 0);
    /// ```
    pub fn search(&self, request: &Request) -> Outcome {
        self.take_wanted();
        let heads = self.lacking_heads();
        if !heads.is_empty() {
            return Outcome::Needs(heads);
        }
        let results = asking::answer(self, request);
        let wanted = self.take_wanted();
        match wanted.is_empty() {
            true => Outcome::Done(results),
            false => Outcome::Needs(wanted),
        }
    }
}
