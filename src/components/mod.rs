//! Pieces that several pages use. Markup and classes are those that `static/css/components.css`
//! names at the head of each block.

mod agenda;
mod band;
mod completions;
mod damaged;
mod date;
mod day_list;
mod dialog;
mod entry;
mod frame;
mod happening;
mod icon;
mod known;
mod lineage;
mod long_list;
mod marked;
mod motif;
mod page;
mod passages;
mod qr;
mod searchbox;
mod state;
mod years;

pub use agenda::{agenda_button, save_days};
pub use band::{Before, band, step_id};
pub use damaged::damaged;
pub use date::{date, day};
pub use day_list::day_list;
pub use dialog::{Dialog, shut_dialog};
pub use entry::{ArticleEntry, article_entry};
pub use frame::Frame;
pub use happening::{Row, When, happening};
pub use icon::{DOWN, Icon, UP, icon, line_icon};
pub use known::{Here, Proof, known, of_source, status};
pub use lineage::lineage_figure;
pub use long_list::LongList;
pub use marked::marked;
pub use motif::{drum, star};
pub use page::Page;
pub use passages::{Passage, article_head, articles_in, marked_all, passages};
pub use qr::qr;
pub use searchbox::Searchbox;
pub use state::{absent, empty, failed, lacking, loading, no_such, pending};
pub use years::{years, years_class};
